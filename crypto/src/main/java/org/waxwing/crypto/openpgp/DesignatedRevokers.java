package org.waxwing.crypto.openpgp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.openpgp.PGPSignature;
import org.waxwing.crypto.cert.Certificate;
import org.waxwing.crypto.cert.CertificateSource;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.cert.SmimeCertificate;

/// Revocations by those whom a key's owner named for it (RFC 9580 §5.2.3.23). One counts where the
/// revoker's certificate is at hand and the mathematics holds. Otherwise it counts nothing: anybody can
/// write the name of a revoker.
final class DesignatedRevokers {
    /// So many revocations are checked for each certificate.
    private static final int MAX_CHECKED = 64;

    private final CertificateReader reader;
    private final CertificateSource certificates;

    DesignatedRevokers(CertificateReader reader, CertificateSource certificates) {
        this.reader = reader;
        this.certificates = certificates;
    }

    /// The certificate with the revocations that hold.
    ParsedCertificate consulted(ParsedCertificate certificate) {
        Set<Fingerprint> revokers = certificate.designatedRevokers();
        if (revokers.isEmpty()) {
            return certificate;
        }
        SignedPart part = SignedPart.primary(certificate.primary().key());
        List<RawPacket> claims = certificate.primary().others().reversed().stream()
                .limit(MAX_CHECKED)
                .toList();
        List<SelfSignature> holding = new ArrayList<>();
        for (Fingerprint revoker : revokers) {
            key(revoker).ifPresent(key -> {
                Verifier verifier = new Verifier(key.key());
                claims.forEach(claim -> revocation(claim, key, part, verifier).ifPresent(holding::add));
            });
        }
        return certificate.revokedBy(holding);
    }

    private Optional<KeyComponent> key(Fingerprint revoker) {
        Optional<Certificate> found = certificates.byFingerprint(revoker);
        return found.flatMap(certificate -> switch (certificate) {
                    case OpenPgpCertificate openPgp -> reader.parsed(openPgp);
                    case SmimeCertificate _ -> Optional.<ParsedCertificate>empty();
                })
                .flatMap(parsed -> parsed.keyComponents().stream()
                        .filter(key -> key.fingerprint().equals(revoker))
                        .findFirst());
    }

    private static Optional<SelfSignature> revocation(
            RawPacket claim, KeyComponent revoker, SignedPart part, Verifier verifier) {
        return SignaturePeek.of(claim)
                .filter(peek -> peek.type() == PGPSignature.KEY_REVOCATION
                        && peek.version() == revoker.key().getVersion()
                        && !peek.strangeCritical()
                        && peek.algorithm() == revoker.key().getAlgorithm()
                        && peek.mayBeBy(
                                revoker.fingerprint().hex(), revoker.key().getKeyID())
                        && Algorithms.isHashEverAcceptable(peek.hash()))
                .flatMap(peek -> part.digest(claim, peek).filter(digest -> SignedPart.fits(digest, peek)))
                .flatMap(digest -> Bcpg.signature(claim).filter(read -> verifier.holds(read, part, digest)))
                .flatMap(read -> Bcpg.attempt(() -> SelfSignature.of(claim, read, List.of())));
    }
}
