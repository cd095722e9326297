package org.waxwing.crypto.smime.path;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CRL;
import java.security.cert.CRLReason;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.smime.path.IssuerSearch.Chain;

/// Judges revocation by what is handed in (RFC 5280 §6.3), and by nothing else.
final class RevocationJudgement {
    private static final int MAX_LISTS = 64;
    private static final int MAX_LIST_OCTETS = 32 * 1024 * 1024;

    private final PathValidation validation;

    RevocationJudgement(PolicyDemand policies) {
        this.validation = new PathValidation(policies);
    }

    /// What the evidence says of a chain that holds otherwise.
    Revocation judge(Chain chain, List<PathCertificate> others, RevocationEvidence evidence, Instant at) {
        List<CRL> lists = read(evidence.lists());
        if (lists.isEmpty()) {
            return new Revocation.NotChecked();
        }
        if (validation.holdsUnrevoked(chain, others, lists, at)) {
            return new Revocation.Good();
        }
        return revoked(chain, lists, at).<Revocation>map(revoked -> revoked).orElseGet(Revocation.NotChecked::new);
    }

    private static Optional<Revocation.Revoked> revoked(Chain chain, List<CRL> lists, Instant at) {
        List<PathCertificate> path = chain.path();
        for (int i = path.size() - 1; i >= 0; i--) {
            PathCertificate issuer =
                    i + 1 < path.size() ? path.get(i + 1) : chain.anchor().certificate();
            for (CRL list : lists) {
                if (list instanceof X509CRL crl && by(crl, issuer)) {
                    X509CRLEntry entry = crl.getRevokedCertificate(path.get(i).certificate());
                    if (entry != null && !entry.getRevocationDate().toInstant().isAfter(at)) {
                        CRLReason reason =
                                Optional.ofNullable(entry.getRevocationReason()).orElse(CRLReason.UNSPECIFIED);
                        return Optional.of(
                                new Revocation.Revoked(entry.getRevocationDate().toInstant(), reason));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean by(X509CRL crl, PathCertificate issuer) {
        if (!X500Name.getInstance(crl.getIssuerX500Principal().getEncoded()).equals(issuer.subject())) {
            return false;
        }
        try {
            crl.verify(issuer.certificate().getPublicKey(), PathCertificate.PROVIDER);
            return true;
        } catch (GeneralSecurityException | RuntimeException notItsKey) {
            // A list is a stranger's bytes until its signature holds.
            return false;
        }
    }

    private static List<CRL> read(List<Octets> lists) {
        return lists.stream()
                .limit(MAX_LISTS)
                .filter(list -> list.length() <= MAX_LIST_OCTETS)
                .map(RevocationJudgement::read)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<CRL> read(Octets list) {
        try {
            return Optional.of(CertificateFactory.getInstance("X.509", PathCertificate.PROVIDER)
                    .generateCRL(new ByteArrayInputStream(list.toByteArray())));
        } catch (GeneralSecurityException | RuntimeException malformed) {
            // An unreadable list says nothing; what it would have said stays unchecked.
            return Optional.empty();
        }
    }
}
