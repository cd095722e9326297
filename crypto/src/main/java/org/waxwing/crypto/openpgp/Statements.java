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

    /// The newest acceptable statement made by then. Where all are younger the oldest counts: who extends
    /// a key's life with GnuPG replaces the old statements, and letters signed before stay proven.
    Optional<SelfSignature> current(List<SelfSignature> statements) {
        List<SelfSignature> acceptable =
                affirming(statements).filter(this::isAcceptable).toList();
        Optional<SelfSignature> newest = acceptable.stream()
                .filter(statement -> !statement.created().isAfter(latest()))
                .max(Comparator.comparing(SelfSignature::created));
        return newest.or(() -> acceptable.stream().min(Comparator.comparing(SelfSignature::created)))
                .filter(statement -> statement.inForce(at));
    }

    private static Stream<SelfSignature> affirming(List<SelfSignature> statements) {
        return statements.stream().filter(statement -> !statement.isRevocation());
    }

    private boolean isAcceptable(SelfSignature statement) {
        return Algorithms.isHashStrong(statement.hash())
                || statement.created().isBefore(policy.sha1SelfSignaturesUntil());
    }

    /// Whether a weak hash is all that there is.
    Optional<Objection> weakness(List<SelfSignature> statements) {
        if (affirming(statements).anyMatch(this::isAcceptable)) {
            return Optional.empty();
        }
        return affirming(statements)
                .findFirst()
                .map(statement -> new Objection.WeakAlgorithm(Algorithms.hashName(statement.hash())));
    }

    /// The revocation of a key that is in force: a hard one always, a soft one from its date on. What a
    /// key's owner revoked stays revoked.
    Optional<Objection.Revoked> revocation(List<SelfSignature> statements) {
        return statements.stream()
                .filter(SelfSignature::isRevocation)
                .filter(statement ->
                        statement.hardRevocation() || !statement.created().isAfter(at))
                .map(statement -> new Objection.Revoked(statement.created(), statement.hardRevocation()))
                .min(Comparator.comparing((Objection.Revoked revoked) -> !revoked.hard())
                        .thenComparing(Objection.Revoked::since));
    }

    /// Whether a user id is certified: its newest statement is no revocation.
    boolean isCertified(UserIdComponent userId) {
        Optional<SelfSignature> certification = current(userId.signatures());
        return certification.isPresent()
                && userId.signatures().stream()
                        .filter(SelfSignature::isRevocation)
                        .filter(revocation -> !revocation.created().isAfter(at))
                        .noneMatch(revocation -> !revocation
                                .created()
                                .isBefore(certification.get().created()));
    }
}
