package org.waxwing.crypto.smime.identity;

import com.google.errorprone.annotations.MustBeClosed;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.RC2ParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PBEParameter;
import org.bouncycastle.asn1.pkcs.PKCS12PBEParams;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.waxwing.crypto.secret.SecretBytes;

/// The schemes of the last century, which files are still written with: read, never written.
enum OldScheme {
    RC4_128(PKCSObjectIdentifiers.pbeWithSHAAnd128BitRC4, "ARCFOUR", 16, "SHA-1"),
    RC4_40(PKCSObjectIdentifiers.pbeWithSHAAnd40BitRC4, "ARCFOUR", 5, "SHA-1"),
    TRIPLE_DES(PKCSObjectIdentifiers.pbeWithSHAAnd3_KeyTripleDES_CBC, "DESede", 24, "SHA-1"),
    TRIPLE_DES_2(PKCSObjectIdentifiers.pbeWithSHAAnd2_KeyTripleDES_CBC, "DESede", 16, "SHA-1"),
    RC2_128(PKCSObjectIdentifiers.pbeWithSHAAnd128BitRC2_CBC, "RC2", 16, "SHA-1"),
    RC2_40(PKCSObjectIdentifiers.pbeWithSHAAnd40BitRC2_CBC, "RC2", 5, "SHA-1"),
    PBES1_MD5_DES(PKCSObjectIdentifiers.pbeWithMD5AndDES_CBC, "DES", 8, "MD5"),
    PBES1_MD5_RC2(PKCSObjectIdentifiers.pbeWithMD5AndRC2_CBC, "RC2", 8, "MD5"),
    PBES1_SHA1_DES(PKCSObjectIdentifiers.pbeWithSHA1AndDES_CBC, "DES", 8, "SHA-1"),
    PBES1_SHA1_RC2(PKCSObjectIdentifiers.pbeWithSHA1AndRC2_CBC, "RC2", 8, "SHA-1");

    private final String oid;
    private final String cipher;
    private final int keyLength;
    private final String hash;

    OldScheme(ASN1ObjectIdentifier oid, String cipher, int keyLength, String hash) {
        this.oid = oid.getId();
        this.cipher = cipher;
        this.keyLength = keyLength;
        this.hash = hash;
    }

    static Optional<OldScheme> of(ASN1ObjectIdentifier oid) {
        return Arrays.stream(values())
                .filter(scheme -> scheme.oid.equals(oid.getId()))
                .findFirst();
    }

    /// Whether the key is derived as RFC 7292 says, rather than RFC 8018.
    boolean pkcs12() {
        return !name().startsWith("PBES1");
    }

    @MustBeClosed
    SecretBytes decrypt(
            KeyDerivation derivation, AlgorithmIdentifier algorithm, byte[] encrypted, SecretBytes passphrase)
            throws Refusal, GeneralSecurityException {
        if (!pkcs12()) {
            return pbes1(derivation, PBEParameter.getInstance(algorithm.getParameters()), encrypted, passphrase);
        }
        PKCS12PBEParams parameters = PKCS12PBEParams.getInstance(algorithm.getParameters());
        byte[] salt = parameters.getIV();
        int rounds = WorkBudget.bounded(parameters.getIterations());
        try (SecretBytes key = derivation.pkcs12(
                        hash, passphrase, salt, rounds, KeyDerivation.Purpose.ENCRYPTION_KEY, keyLength);
                SecretBytes iv =
                        derivation.pkcs12(hash, passphrase, salt, rounds, KeyDerivation.Purpose.INITIAL_VECTOR, 8)) {
            return decrypt(key.lend(byte[]::clone), iv.lend(byte[]::clone), encrypted);
        }
    }

    /// PBKDF1 (RFC 8018 §5.1): the first eight bytes are the key, the next eight the initial vector.
    @MustBeClosed
    private SecretBytes pbes1(
            KeyDerivation derivation, PBEParameter parameters, byte[] encrypted, SecretBytes passphrase)
            throws Refusal, GeneralSecurityException {
        int rounds = WorkBudget.bounded(parameters.getIterationCount());
        try (SecretBytes derived =
                derivation.pbkdf1(MessageDigest.getInstance(hash), passphrase, parameters.getSalt(), rounds)) {
            byte[] both = derived.lend(byte[]::clone);
            return decrypt(Arrays.copyOf(both, 8), Arrays.copyOfRange(both, 8, 16), encrypted);
        }
    }

    @MustBeClosed
    private SecretBytes decrypt(byte[] key, byte[] iv, byte[] encrypted) throws GeneralSecurityException {
        if (cipher.equals("ARCFOUR")) {
            Cipher stream = Cipher.getInstance(cipher);
            stream.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, cipher));
            return SecretBytes.taking(stream.doFinal(encrypted));
        }
        byte[] full = key;
        if (cipher.equals("DESede") && key.length == 16) {
            full = Arrays.copyOf(key, 24);
            System.arraycopy(key, 0, full, 16, 8);
        }
        Cipher block = Cipher.getInstance(cipher + "/CBC/PKCS5Padding");
        block.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(full, cipher),
                cipher.equals("RC2") ? new RC2ParameterSpec(8 * keyLength, iv) : new IvParameterSpec(iv));
        return SecretBytes.taking(block.doFinal(encrypted));
    }
}
