package org.waxwing.crypto.smime.identity;

import com.google.errorprone.annotations.MustBeClosed;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.GCMParameters;
import org.bouncycastle.asn1.misc.MiscObjectIdentifiers;
import org.bouncycastle.asn1.misc.ScryptParams;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.waxwing.crypto.cert.IdentityProblem;
import org.waxwing.crypto.secret.SecretBytes;

/// PBES2 (RFC 8018 §6.2): a derivation and a cipher, each named in the file.
final class Pbes2 {
    private record Scheme(String cipher, int keyLength) {}

    private static final int LEAST_TAG = 12;

    private static final Map<ASN1ObjectIdentifier, Scheme> CIPHERS = Map.of(
            NISTObjectIdentifiers.id_aes128_CBC, new Scheme("AES/CBC/PKCS5Padding", 16),
            NISTObjectIdentifiers.id_aes192_CBC, new Scheme("AES/CBC/PKCS5Padding", 24),
            NISTObjectIdentifiers.id_aes256_CBC, new Scheme("AES/CBC/PKCS5Padding", 32),
            NISTObjectIdentifiers.id_aes128_GCM, new Scheme("AES/GCM/NoPadding", 16),
            NISTObjectIdentifiers.id_aes192_GCM, new Scheme("AES/GCM/NoPadding", 24),
            NISTObjectIdentifiers.id_aes256_GCM, new Scheme("AES/GCM/NoPadding", 32),
            PKCSObjectIdentifiers.des_EDE3_CBC, new Scheme("DESede/CBC/PKCS5Padding", 24));

    private Pbes2() {}

    static void checkCost(PBES2Parameters parameters) throws Refusal {
        KeyDerivationFunc function = parameters.getKeyDerivationFunc();
        if (function.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBKDF2)) {
            int _ = WorkBudget.bounded(
                    PBKDF2Params.getInstance(function.getParameters()).getIterationCount());
        } else if (function.getAlgorithm().equals(MiscObjectIdentifiers.id_scrypt)) {
            ScryptParams scrypt = ScryptParams.getInstance(function.getParameters());
            for (BigInteger cost : new BigInteger[] {
                scrypt.getCostParameter(), scrypt.getBlockSize(), scrypt.getParallelizationParameter()
            }) {
                int _ = WorkBudget.bounded(cost);
            }
        }
    }

    @MustBeClosed
    static SecretBytes decrypt(
            KeyDerivation derivation, PBES2Parameters parameters, byte[] encrypted, SecretBytes passphrase)
            throws Refusal, GeneralSecurityException {
        Scheme scheme = CIPHERS.get(parameters.getEncryptionScheme().getAlgorithm());
        if (scheme == null) {
            throw new Refusal(IdentityProblem.UNSUPPORTED);
        }
        AlgorithmParameterSpec spec =
                spec(scheme, parameters.getEncryptionScheme().getParameters());
        try (SecretBytes key = derived(derivation, parameters.getKeyDerivationFunc(), passphrase, scheme.keyLength())) {
            Cipher cipher = Cipher.getInstance(scheme.cipher());
            String algorithm = scheme.cipher().substring(0, scheme.cipher().indexOf('/'));
            cipher.init(Cipher.DECRYPT_MODE, key.lend(bytes -> new SecretKeySpec(bytes, algorithm)), spec);
            return SecretBytes.taking(cipher.doFinal(encrypted));
        }
    }

    private static AlgorithmParameterSpec spec(Scheme scheme, ASN1Encodable parameters) throws Refusal {
        if (!scheme.cipher().contains("GCM")) {
            return new IvParameterSpec(ASN1OctetString.getInstance(parameters).getOctets());
        }
        GCMParameters gcm = GCMParameters.getInstance(parameters);
        if (gcm.getIcvLen() < LEAST_TAG || gcm.getIcvLen() > 16) {
            throw new Refusal(IdentityProblem.UNSUPPORTED);
        }
        return new GCMParameterSpec(8 * gcm.getIcvLen(), gcm.getNonce());
    }

    @MustBeClosed
    private static SecretBytes derived(
            KeyDerivation derivation, KeyDerivationFunc function, SecretBytes passphrase, int length)
            throws Refusal, GeneralSecurityException {
        if (function.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBKDF2)) {
            return pbkdf2(derivation, PBKDF2Params.getInstance(function.getParameters()), passphrase, length);
        }
        if (function.getAlgorithm().equals(MiscObjectIdentifiers.id_scrypt)) {
            ScryptParams scrypt = ScryptParams.getInstance(function.getParameters());
            return derivation.scrypt(
                    passphrase,
                    scrypt.getSalt(),
                    scrypt.getCostParameter(),
                    scrypt.getBlockSize(),
                    scrypt.getParallelizationParameter(),
                    length);
        }
        throw new Refusal(IdentityProblem.UNSUPPORTED);
    }

    /// PBKDF2 as its parameters say, for a key of that length.
    @MustBeClosed
    static SecretBytes pbkdf2(KeyDerivation derivation, PBKDF2Params parameters, SecretBytes passphrase, int length)
            throws Refusal, GeneralSecurityException {
        return derivation.pbkdf2(
                Digests.mac(parameters.getPrf().getAlgorithm()),
                passphrase,
                parameters.getSalt(),
                WorkBudget.bounded(parameters.getIterationCount()),
                length);
    }
}
