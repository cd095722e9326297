package org.waxwing.crypto.smime.path;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.X509ObjectIdentifiers;

/// How large a stranger's keys and names may be. A key chooses the numbers that are computed with, those of
/// some kinds as soon as it is read; names are compared part by part, each with all of the other's.
public final class Bounds {
    private static final int MOST_MODULUS = 16_384;
    private static final int MOST_EXPONENT = 256;

    /// Octets: those of DSA with 3072 bits fit, and a curve that is written out.
    private static final int MOST_PARAMETERS = 1_024;

    private static final int MOST_NAME_PARTS = 100;

    private static final List<ASN1ObjectIdentifier> RSA = List.of(
            PKCSObjectIdentifiers.rsaEncryption,
            PKCSObjectIdentifiers.id_RSASSA_PSS,
            PKCSObjectIdentifiers.id_RSAES_OAEP,
            X509ObjectIdentifiers.id_ea_rsa);

    private Bounds() {}

    /// Whether computing with the key takes about as long as with any real one.
    public static boolean hold(SubjectPublicKeyInfo key) {
        try {
            ASN1ObjectIdentifier algorithm = key.getAlgorithm().getAlgorithm();
            Optional<ASN1Encodable> parameters =
                    Optional.ofNullable(key.getAlgorithm().getParameters());
            if (parameters.isPresent() && parameters.get().toASN1Primitive().getEncoded().length > MOST_PARAMETERS) {
                return false;
            }
            if (!RSA.contains(algorithm)) {
                return true;
            }
            RSAPublicKey rsa = RSAPublicKey.getInstance(key.parsePublicKey());
            return rsa.getModulus().bitLength() <= MOST_MODULUS
                    && rsa.getPublicExponent().bitLength() <= MOST_EXPONENT;
        } catch (IOException | RuntimeException malformed) {
            // The edge: what can't be read can't be computed with.
            return false;
        }
    }

    /// Whether the name has as few parts as those that are compared, and each is text: comparing fails where one
    /// says that it is UTF-8 and isn't.
    public static boolean hold(X500Name name) {
        if (name.getRDNs().length > MOST_NAME_PARTS) {
            return false;
        }
        try {
            int _ = name.hashCode();
            return true;
        } catch (RuntimeException noText) {
            // The edge: Bouncy Castle reads a name's text when it is compared for the first time.
            return false;
        }
    }
}
