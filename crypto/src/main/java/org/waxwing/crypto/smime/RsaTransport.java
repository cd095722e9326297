package org.waxwing.crypto.smime;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.spec.MGF1ParameterSpec;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.IllegalBlockSizeException;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAESOAEPparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/// Content keys under RSA (RFC 3370 §4.2.1, RFC 3560). Whatever is wrong with an entry, a random key comes
/// out of it, so that nobody can ask which of many altered copies was padded well (Bleichenbacher 1998).
final class RsaTransport {
    private static final int MIN_PADDING = 8;

    private RsaTransport() {}

    /// A key of the asked length, always.
    static byte[] open(
            AlgorithmIdentifier algorithm, byte[] encrypted, UnlockedKey key, int length, SecureRandom random)
            throws GeneralSecurityException {
        byte[] instead = new byte[length];
        random.nextBytes(instead);
        try {
            if (algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_RSAES_OAEP)) {
                Cipher cipher = cipher("RSA/ECB/OAEPPadding", key.token());
                cipher.init(Cipher.DECRYPT_MODE, key.key(), oaep(algorithm));
                byte[] opened = cipher.doFinal(encrypted);
                return opened.length == length ? opened : instead;
            }
            if (!algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption)) {
                throw new InvalidAlgorithmParameterException("not RSA");
            }
            return key.token().isPresent() ? onToken(encrypted, key, instead) : inMemory(encrypted, key, instead);
        } catch (BadPaddingException | IllegalBlockSizeException altered) {
            return instead;
        }
    }

    private static byte[] onToken(byte[] encrypted, UnlockedKey key, byte[] instead) throws GeneralSecurityException {
        Cipher cipher = cipher("RSA/ECB/PKCS1Padding", key.token());
        cipher.init(Cipher.DECRYPT_MODE, key.key());
        byte[] opened = cipher.doFinal(encrypted);
        return opened.length == instead.length ? opened : instead;
    }

    private static byte[] inMemory(byte[] encrypted, UnlockedKey key, byte[] instead) throws GeneralSecurityException {
        Cipher cipher = cipher("RSA/ECB/NoPadding", key.token());
        cipher.init(Cipher.DECRYPT_MODE, key.key());
        return unpadded(cipher.doFinal(encrypted), instead);
    }

    /// RFC 8017 §7.2.2, without a branch that depends on the padding: 0, 2, at least eight octets that are
    /// not 0, then 0, then a key of exactly the length that is expected.
    private static byte[] unpadded(byte[] block, byte[] instead) {
        int start = block.length - instead.length;
        if (start < MIN_PADDING + 3) {
            return instead;
        }
        int wrong = block[0] | (block[1] ^ 2) | block[start - 1];
        for (int i = 2; i < start - 1; i++) {
            int octet = block[i] & 0xFF;
            wrong |= (octet - 1) >>> 31;
        }
        int mask = ((wrong | -wrong) >>> 31) - 1;
        byte[] chosen = new byte[instead.length];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = (byte) ((block[start + i] & mask) | (instead[i] & ~mask));
        }
        Arrays.fill(block, (byte) 0);
        return chosen;
    }

    private static OAEPParameterSpec oaep(AlgorithmIdentifier algorithm) throws GeneralSecurityException {
        RSAESOAEPparams parameters = algorithm.getParameters() == null
                ? new RSAESOAEPparams()
                : RSAESOAEPparams.getInstance(algorithm.getParameters());
        if (!parameters.getMaskGenAlgorithm().getAlgorithm().equals(PKCSObjectIdentifiers.id_mgf1)) {
            throw new InvalidAlgorithmParameterException("no such mask");
        }
        AlgorithmIdentifier mask =
                AlgorithmIdentifier.getInstance(parameters.getMaskGenAlgorithm().getParameters());
        byte[] label = ASN1OctetString.getInstance(
                        parameters.getPSourceAlgorithm().getParameters())
                .getOctets();
        return new OAEPParameterSpec(
                hash(parameters.getHashAlgorithm()),
                "MGF1",
                new MGF1ParameterSpec(hash(mask)),
                new PSource.PSpecified(label));
    }

    private static String hash(AlgorithmIdentifier algorithm) throws GeneralSecurityException {
        return HashAlgorithm.of(algorithm.getAlgorithm())
                .map(HashAlgorithm::javaName)
                .orElseThrow(() -> new InvalidAlgorithmParameterException("no such hash"));
    }

    private static Cipher cipher(String name, Optional<Provider> token) throws GeneralSecurityException {
        return token.isPresent() ? Cipher.getInstance(name, token.get()) : Cipher.getInstance(name);
    }
}
