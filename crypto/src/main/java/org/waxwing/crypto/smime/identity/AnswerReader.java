package org.waxwing.crypto.smime.identity;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.CertificationRequest;
import org.bouncycastle.cert.X509CertificateHolder;
import org.waxwing.crypto.cert.IdentityProblem;
import org.waxwing.crypto.cert.KeyPlace;
import org.waxwing.crypto.cert.SmimeSecretKey;
import org.waxwing.crypto.cert.WaitingKey;
import org.waxwing.crypto.mime.Octets;

/// Takes what a certification authority answers, one file with the certificate and possibly those above it
/// in PEM, PKCS#7 or DER, and finds the key that it is for: one that has been waiting, or one that has a
/// certificate already and gets a newer one.
public final class AnswerReader {
    private AnswerReader() {}

    /// What came of it.
    public sealed interface Outcome {
        /// @param waiting the request that is answered; nothing where the key has a certificate already
        /// @param others every other certificate of the answer, in DER
        record Married(IdentityItem.Identity identity, Optional<WaitingKey> waiting, List<Octets> others)
                implements Outcome {
            public Married {
                others = List.copyOf(others);
            }
        }

        /// None of the certificates is for a key that is here.
        ///
        /// @param certificates how many there were
        record ForAnotherKey(int certificates) implements Outcome {}

        record Refused(IdentityProblem problem) implements Outcome {}
    }

    /// Never throws for what is in the answer.
    ///
    /// @param waiting every key that waits for an answer; looked at first
    /// @param own every key that has a certificate
    public static Outcome take(Octets answer, List<WaitingKey> waiting, List<SmimeSecretKey> own) {
        try (Findings findings = new Findings()) {
            new IdentityFormats(new KeyDerivation(new WorkBudget(() -> false)), Optional.empty())
                    .read(answer.toByteArray(), findings);
            if (findings.certificates().isEmpty()) {
                return new Outcome.Refused(findings.passedOver().stream()
                        .map(IdentityItem.PassedOver::problem)
                        .findFirst()
                        .orElse(
                                findings.keys().isEmpty()
                                        ? IdentityProblem.NOT_RECOGNIZED
                                        : IdentityProblem.NO_CERTIFICATE));
            }
            Marriage marriage = Marriage.of(findings);
            for (WaitingKey key : waiting) {
                Optional<X509CertificateHolder> found = newest(marriage, () -> half(key));
                if (found.isPresent()) {
                    return married(found.get(), key.locked(), Optional.of(key), marriage, findings);
                }
            }
            for (SmimeSecretKey key : own) {
                Optional<X509CertificateHolder> found = newest(marriage, () -> half(key));
                if (found.isPresent() && key.place() instanceof KeyPlace.Held(Octets locked)) {
                    return married(found.get(), locked, Optional.empty(), marriage, findings);
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

    private interface Half {
        PublicHalf get() throws Refusal;
    }

    /// The last to end of the certificates for a key. A key of a kind that isn't known has none.
    private static Optional<X509CertificateHolder> newest(Marriage marriage, Half half) {
        try {
            return marriage.of(half.get()).stream().max(Comparator.comparing(X509CertificateHolder::getNotAfter));
        } catch (Refusal unknown) {
            return Optional.empty();
        }
    }

    private static PublicHalf half(WaitingKey key) throws Refusal {
        return PublicHalf.of(
                CertificationRequest.getInstance(Der.sequence(key.request().toByteArray()))
                        .getCertificationRequestInfo()
                        .getSubjectPublicKeyInfo());
    }

    private static PublicHalf half(SmimeSecretKey key) throws Refusal {
        return PublicHalf.of(
                Der.certificate(key.certificate().encoded().toByteArray()).getSubjectPublicKeyInfo());
    }

    private static Outcome married(
            X509CertificateHolder own,
            Octets locked,
            Optional<WaitingKey> waiting,
            Marriage marriage,
            Findings findings) {
        List<Octets> chain = marriage.chain(own).stream().map(Marriage::der).toList();
        List<Octets> others = findings.certificates().stream()
                .map(Findings.FoundCertificate::certificate)
                .filter(other -> !other.equals(own))
                .map(Marriage::der)
                .toList();
        return new Outcome.Married(new IdentityItem.Identity(Marriage.der(own), chain, locked), waiting, others);
    }
}
