package org.waxwing.crypto.smime.identity;

import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.CertificationRequest;
import org.bouncycastle.cert.X509CertificateHolder;
import org.waxwing.crypto.cert.IdentityProblem;
import org.waxwing.crypto.mime.Octets;

/// Takes what a certification authority answers, one file with the certificate and possibly those above it
/// in PEM, PKCS#7 or DER, and finds the key that has been waiting for it.
public final class AuthorityAnswer {
    private AuthorityAnswer() {}

    /// What came of it.
    public sealed interface Outcome {
        /// @param complete whether the chain reaches a certificate that signed itself or is missing only
        ///   that; otherwise the authority's certificates are still to be got, or readers can't build the
        ///   path
        record Married(IdentityItem.Identity identity, boolean complete) implements Outcome {}

        /// None of the certificates is for a key that waits here.
        ///
        /// @param certificates how many there were
        record ForAnotherKey(int certificates) implements Outcome {}

        record Refused(IdentityProblem problem) implements Outcome {}
    }

    /// @param waiting every key that waits for an answer
    public static Outcome take(Octets answer, List<WaitingKey> waiting) {
        try (Findings findings = new Findings()) {
            new IdentityFormats(new KeyDerivation(new WorkBudget(() -> false)), Optional.empty())
                    .read(answer.toByteArray(), findings);
            if (findings.certificates().isEmpty()) {
                return new Outcome.Refused(IdentityProblem.NO_CERTIFICATE);
            }
            Marriage marriage = Marriage.of(findings);
            for (WaitingKey key : waiting) {
                PublicHalf half = PublicHalf.of(CertificationRequest.getInstance(
                                Der.sequence(key.request().toByteArray()))
                        .getCertificationRequestInfo()
                        .getSubjectPublicKeyInfo());
                Optional<X509CertificateHolder> own = newest(marriage.of(half));
                if (own.isPresent()) {
                    return married(key, own.get(), marriage.chain(own.get()));
                }
            }
            return new Outcome.ForAnotherKey(findings.certificates().size());
        } catch (Refusal refusal) {
            return new Outcome.Refused(refusal.problem());
        } catch (RuntimeException | StackOverflowError | AssertionError broken) {
            // The edge for hostile files, as in IdentityReader.
            return new Outcome.Refused(IdentityProblem.MALFORMED);
        }
    }

    private static Optional<X509CertificateHolder> newest(List<X509CertificateHolder> certificates) {
        return certificates.stream().max(java.util.Comparator.comparing(X509CertificateHolder::getNotAfter));
    }

    private static Outcome married(WaitingKey key, X509CertificateHolder own, List<X509CertificateHolder> chain) {
        boolean selfSigned = own.getIssuer().equals(own.getSubject());
        return new Outcome.Married(
                new IdentityItem.Identity(
                        Marriage.der(own), chain.stream().map(Marriage::der).toList(), key.locked()),
                selfSigned || !chain.isEmpty());
    }
}
