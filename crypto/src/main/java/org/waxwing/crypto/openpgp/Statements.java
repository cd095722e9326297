package org.waxwing.crypto.openpgp;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.policy.AlgorithmPolicy;

/// Which of several statements about one part counts at an instant (RFC 9580 §5.2.3.10).
final class Statements {
    /// How far the clocks of two honest computers may be apart.
    static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    private final AlgorithmPolicy policy;
    private final Instant at;

    Statements(AlgorithmPolicy policy, Instant at) {
        this.policy = policy;
        this.at = at;
    }

    Instant latest() {
        return at.plus(CLOCK_TOLERANCE);
    }

    /// The newest acceptable statement made by then, if it is in force. Before the first statement there
    /// is none: what nobody had said yet didn't hold. Merging keeps old statements, so letters signed
    /// before the owner renewed the key stay proven.
    Optional<SelfSignature> current(List<SelfSignature> statements) {
        return affirming(statements)
                .filter(this::isAcceptable)
                .filter(statement -> !statement.created().isAfter(latest()))
                .max(Comparator.comparing(SelfSignature::created))
                .filter(statement -> statement.inForce(at));
    }

    private static Stream<SelfSignature> affirming(List<SelfSignature> statements) {
        return statements.stream().filter(statement -> !statement.isRevocation());
    }

    private boolean isAcceptable(SelfSignature statement) {
        return Algorithms.acceptsSelfSignature(policy, statement.hash(), statement.created());
    }

    /// Whether the subkey agreed to be bound, in a way that counts and is in force.
    boolean isBackSigned(SelfSignature binding) {
        return binding.back().stream()
                .anyMatch(back -> back.inForce(at)
                        && !back.created().isAfter(latest())
                        && Algorithms.acceptsSelfSignature(policy, back.hash(), back.created()));
    }

    /// Why no statement counts: a weak hash is all that there is, or the first one is still to come.
    Optional<Objection> absence(List<SelfSignature> statements) {
        if (affirming(statements).anyMatch(this::isAcceptable)) {
            return affirming(statements)
                    .filter(this::isAcceptable)
                    .map(SelfSignature::created)
                    .min(Comparator.naturalOrder())
                    .filter(first -> first.isAfter(latest()))
                    .map(Objection.NotYetValid::new);
        }
        return affirming(statements)
                .findFirst()
                .map(statement -> new Objection.WeakAlgorithm(Algorithms.hashName(statement.hash())));
    }

    /// The revocation of a key that is in force. A hard one always is. A soft one is from its date on,
    /// until it expires or until its owner says something newer about the key: who can sign for a key that
    /// was only laid aside may take it up again.
    ///
    /// @param standing when the newest statement about the key was made that counts then
    Optional<Objection.Revoked> revocation(List<SelfSignature> statements, Optional<Instant> standing) {
        return statements.stream()
                .filter(SelfSignature::isRevocation)
                .filter(statement -> statement.hardRevocation() || isSoftlyRevoking(statement, standing))
                .map(statement -> new Objection.Revoked(statement.created(), statement.hardRevocation()))
                .min(Comparator.comparing((Objection.Revoked revoked) -> !revoked.hard())
                        .thenComparing(Objection.Revoked::since));
    }

    private boolean isSoftlyRevoking(SelfSignature revocation, Optional<Instant> standing) {
        return !revocation.created().isAfter(at)
                && revocation.inForce(at)
                && standing.filter(revocation.created()::isBefore).isEmpty();
    }

    /// Whether a user id is certified: its newest statement is no revocation. What was revoked may be
    /// certified again, whatever the reason was: a name can't be stolen like a key.
    boolean isCertified(UserIdComponent userId) {
        Optional<SelfSignature> certification = current(userId.signatures());
        return certification.isPresent()
                && userId.signatures().stream()
                        .filter(SelfSignature::isRevocation)
                        .noneMatch(
                                revocation -> isSoftlyRevoking(revocation, certification.map(SelfSignature::created)));
    }
}
