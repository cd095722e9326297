package org.waxwing.crypto.smime.path;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.util.Properties;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.mime.Octets;

/// One X.509 certificate (RFC 5280 §4.1), read once. Two are equal when their octets are.
///
/// Bouncy Castle reads it, for the platform's reader keeps its own keys for ML-KEM and knows fewer curves.
public final class PathCertificate {
    /// The largest signatures and keys of 2026 fit four times.
    static final int MAX_OCTETS = 256 * 1024;

    /// Never registered: what is not asked by name is the platform's.
    static final Provider PROVIDER = new BouncyCastleProvider();

    private static final String UNSAFE_MODULUS = "org.bouncycastle.rsa.allow_unsafe_mod";

    private final Octets encoded;
    private final X509CertificateHolder structure;
    private final X509Certificate certificate;
    private final CertificateExtensions extensions;
    private final Fingerprint.X509Sha256 fingerprint;

    private PathCertificate(
            Octets encoded,
            X509CertificateHolder structure,
            X509Certificate certificate,
            CertificateExtensions extensions) {
        this.encoded = encoded;
        this.structure = structure;
        this.certificate = certificate;
        this.extensions = extensions;
        this.fingerprint = new Fingerprint.X509Sha256(HexFormat.of().formatHex(sha256(encoded)));
    }

    /// The certificate in these octets: DER, version 3 or older, 256 KiB at most; nothing when it can't be
    /// read, when its key or a name in it is larger than any real one, or when one of the extensions that
    /// matter is malformed or stands there twice.
    public static Optional<PathCertificate> read(Octets der) {
        if (der.length() > MAX_OCTETS) {
            return Optional.empty();
        }
        byte[] bytes = der.toByteArray();
        try {
            X509CertificateHolder structure = new X509CertificateHolder(bytes);
            if (!(Bounds.hold(structure.getSubject())
                    && Bounds.hold(structure.getIssuer())
                    && Bounds.hold(structure.getSubjectPublicKeyInfo()))) {
                return Optional.empty();
            }
            X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509", PROVIDER)
                    .generateCertificate(new ByteArrayInputStream(bytes));
            CertificateExtensions extensions = CertificateExtensions.of(Optional.ofNullable(structure.getExtensions()));
            boolean consistent = structure
                    .toASN1Structure()
                    .getSignatureAlgorithm()
                    .equals(structure.toASN1Structure().getTBSCertificate().getSignature());
            return consistent && keyReadable(certificate)
                    ? Optional.of(new PathCertificate(der, structure, certificate, extensions))
                    : Optional.empty();
        } catch (GeneralSecurityException | IOException | RuntimeException malformed) {
            // The edge: a parser meets a stranger's bytes here, and throws whatever it likes.
            return Optional.empty();
        }
    }

    /// Reads the key once and for all. Bouncy Castle would look for the factors of each RSA modulus,
    /// which takes longer than all else here; whether a key is good is its authority's matter and
    /// `KeyStrength`'s.
    @SuppressWarnings("NullAway") // Bouncy Castle answers null for an algorithm that it doesn't know.
    private static boolean keyReadable(X509Certificate certificate) {
        boolean _ = Properties.setThreadOverride(UNSAFE_MODULUS, true);
        try {
            return certificate.getPublicKey() != null;
        } finally {
            boolean _ = Properties.removeThreadOverride(UNSAFE_MODULUS);
        }
    }

    public Octets encoded() {
        return encoded;
    }

    public Fingerprint.X509Sha256 fingerprint() {
        return fingerprint;
    }

    /// In the form that Bouncy Castle's CMS wants.
    public X509CertificateHolder structure() {
        return structure;
    }

    /// In the form that the platform's signatures and ciphers want.
    public X509Certificate certificate() {
        return certificate;
    }

    CertificateExtensions extensions() {
        return extensions;
    }

    public X500Name subject() {
        return structure.getSubject();
    }

    public X500Name issuer() {
        return structure.getIssuer();
    }

    public Instant notBefore() {
        return structure.getNotBefore().toInstant();
    }

    public Instant notAfter() {
        return structure.getNotAfter().toInstant();
    }

    /// Whether it names itself as its issuer. That it signed itself is another matter.
    public boolean isSelfIssued() {
        return subject().equals(issuer());
    }

    /// Whether the issuer's key made its signature.
    boolean isSignedBy(PathCertificate issuer) {
        try {
            certificate.verify(issuer.certificate.getPublicKey(), PROVIDER);
            return true;
        } catch (GeneralSecurityException | RuntimeException notItsKey) {
            // Keys and signatures are a stranger's bytes as well.
            return false;
        }
    }

    private static byte[] sha256(Octets octets) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(octets.toByteArray());
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java has SHA-256", absent);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PathCertificate that && encoded.equals(that.encoded);
    }

    @Override
    public int hashCode() {
        return fingerprint.hashCode();
    }

    /// The fingerprint: a name in it may be a person's.
    @Override
    public String toString() {
        return "PathCertificate[" + fingerprint.hex() + "]";
    }
}
