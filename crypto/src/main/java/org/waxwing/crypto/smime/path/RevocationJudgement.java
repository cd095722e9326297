package org.waxwing.crypto.smime.path;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CRL;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.smime.path.IssuerSearch.Chain;

/// Judges revocation by what is handed in (RFC 5280 §6.3), and by nothing else.
final class RevocationJudgement {
    private static final int MAX_LISTS = 64;
    private static final int MAX_ANSWERS = 64;
    private static final int MAX_LIST_OCTETS = 32 * 1024 * 1024;

    private final PathValidation validation;

    RevocationJudgement(PolicyDemand policies) {
        this.validation = new PathValidation(policies);
    }

    /// What the evidence says of a chain that holds otherwise. Good when the answers cover the chain from
    /// its end up to a place, and the lists from there to the anchor.
    Revocation judge(Chain chain, List<PathCertificate> others, RevocationEvidence evidence, Instant at) {
        List<Revocation> answered = answers(chain, evidence.answers(), at);
        Optional<Revocation> revoked =
                answered.stream().filter(Revocation.Revoked.class::isInstance).findFirst();
        if (evidence.isEmpty() || revoked.isPresent()) {
            return revoked.orElseGet(Revocation.NotChecked::new);
        }
        int covered = 0;
        while (covered < answered.size() && answered.get(covered) instanceof Revocation.Good) {
            covered++;
        }
        List<CRL> lists = read(evidence.lists());
        List<PathCertificate> rest = chain.path().subList(covered, chain.path().size());
        // Validation goes first: a list may take back what an older one said.
        return rest.isEmpty() || validation.holdsUnrevoked(new Chain(rest, chain.anchor()), others, lists, at)
                ? new Revocation.Good()
                : revoked(chain, lists, at).<Revocation>map(found -> found).orElseGet(Revocation.NotChecked::new);
    }

    /// What the answers say of each certificate of the path.
    private static List<Revocation> answers(Chain chain, List<Octets> octets, Instant at) {
        List<StatusAnswer> answers = octets.stream()
                .limit(MAX_ANSWERS)
                .flatMap(one -> StatusAnswer.read(one).stream())
                .toList();
        List<Revocation> found = new ArrayList<>();
        for (int i = 0; i < chain.path().size(); i++) {
            PathCertificate one = chain.path().get(i);
            PathCertificate issuer = issuer(chain, i);
            List<Revocation> said = answers.stream()
                    .flatMap(answer -> answer.of(one, issuer, at).stream())
                    .toList();
            found.add(said.stream()
                    .filter(Revocation.Revoked.class::isInstance)
                    .findFirst()
                    .orElse(said.isEmpty() ? new Revocation.NotChecked() : said.getFirst()));
        }
        return found;
    }

    private static PathCertificate issuer(Chain chain, int place) {
        List<PathCertificate> path = chain.path();
        return place + 1 < path.size() ? path.get(place + 1) : chain.anchor().certificate();
    }

    private static Optional<Revocation.Revoked> revoked(Chain chain, List<CRL> lists, Instant at) {
        List<PathCertificate> path = chain.path();
        for (int i = path.size() - 1; i >= 0; i--) {
            PathCertificate issuer = issuer(chain, i);
            for (CRL list : lists) {
                if (list instanceof X509CRL crl && by(crl, issuer)) {
                    X509CRLEntry entry = crl.getRevokedCertificate(path.get(i).certificate());
                    if (entry != null && !entry.getRevocationDate().toInstant().isAfter(at)) {
                        return Optional.of(new Revocation.Revoked(
                                entry.getRevocationDate().toInstant(), RevocationReasons.of(entry)));
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
