package org.waxwing.crypto.smime;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.SecureRandom;
import java.security.spec.MGF1ParameterSpec;
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
    private RsaTransport() {}

    /// A key of the asked length, always.
    static byte[] open(
            AlgorithmIdentifier algorithm, byte[] encrypted, UnlockedKey key, int length, SecureRandom random)
            throws GeneralSecurityException {
        byte[] instead = new byte[length];
        random.nextBytes(instead);
        try {
            boolean padded = algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_RSAES_OAEP);
            if (!padded && !algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption)) {
                throw new InvalidAlgorithmParameterException("not RSA");
            }
            Optional<OAEPParameterSpec> oaep = padded ? Optional.of(oaep(algorithm)) : Optional.empty();
            if (key.token().isPresent()) {
                return TokenTransport.open(encrypted, key.token().get(), oaep, instead);
            }
            return oaep.isPresent()
                    ? withOaep(encrypted, key, oaep.get(), instead)
                    : withPkcs1(encrypted, key, instead);
        } catch (BadPaddingException | IllegalBlockSizeException altered) {
            return instead;
        }
    }

    private static byte[] withOaep(byte[] encrypted, UnlockedKey key, OAEPParameterSpec parameters, byte[] instead)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
        cipher.init(Cipher.DECRYPT_MODE, key.key(), parameters);
        byte[] opened = cipher.doFinal(encrypted);
        return opened.length == instead.length ? opened : instead;
    }

    private static byte[] withPkcs1(byte[] encrypted, UnlockedKey key, byte[] instead) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("RSA/ECB/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, key.key());
        return RsaPadding.withoutPkcs1(cipher.doFinal(encrypted), instead);
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
}
