package org.waxwing.crypto.smime.path;

import java.security.PublicKey;
import java.security.interfaces.DSAPublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.DefaultSignatureNameFinder;
import org.waxwing.crypto.cert.Objection;

/// Which keys and signatures in certificates still protect.
final class KeyStrength {
    private static final int LEAST_RSA = 2048;
    private static final int MOST_RSA = 16_384;
    private static final int LEAST_EC = 256;

    private KeyStrength() {}

    /// What is wrong with the key: RSA under 2048 bits, DSA, curves under 256 bits.
    static Optional<Objection> ofKey(PathCertificate certificate) {
        PublicKey key = certificate.certificate().getPublicKey();
        return switch (key) {
            case RSAPublicKey rsa
            when rsa.getModulus().bitLength() < LEAST_RSA ->
                weak("RSA " + rsa.getModulus().bitLength());
            case RSAPublicKey rsa
            when rsa.getModulus().bitLength() > MOST_RSA ->
                Optional.of(new Objection.Unsupported("RSA " + rsa.getModulus().bitLength()));
            case DSAPublicKey _ -> weak("DSA");
            case ECPublicKey ec
            when ec.getParams().getOrder().bitLength() < LEAST_EC ->
                weak("EC " + ec.getParams().getOrder().bitLength());
            default -> Optional.empty();
        };
    }

    /// What is wrong with how its issuer signed it: MD5, SHA-1 and older hashes.
    static Optional<Objection> ofSignature(PathCertificate certificate) {
        AlgorithmIdentifier algorithm = certificate.structure().getSignatureAlgorithm();
        String name = PKCSObjectIdentifiers.id_RSASSA_PSS.equals(algorithm.getAlgorithm())
                ? pss(algorithm)
                : new DefaultSignatureNameFinder().getAlgorithmName(algorithm).toUpperCase(Locale.ROOT);
        boolean broken = name.startsWith("MD") || name.startsWith("SHA1") || name.startsWith("RIPEMD128");
        return broken ? weak(name) : Optional.empty();
    }

    private static String pss(AlgorithmIdentifier algorithm) {
        var hash = RSASSAPSSparams.getInstance(algorithm.getParameters())
                .getHashAlgorithm()
                .getAlgorithm();
        return hash.on(NISTObjectIdentifiers.hashAlgs) ? "RSASSA-PSS" : "SHA1WITHRSASSA-PSS";
    }

    private static Optional<Objection> weak(String name) {
        return Optional.of(new Objection.WeakAlgorithm(name));
    }
}
