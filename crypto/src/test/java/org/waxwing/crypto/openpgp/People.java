package org.waxwing.crypto.openpgp;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.cert.LockStrength;
import org.waxwing.crypto.cert.NewKey;
import org.waxwing.crypto.cert.OpenPgpSecretKey;
import org.waxwing.crypto.cert.PassphraseSource;
import org.waxwing.crypto.cert.UserId;
import org.waxwing.crypto.policy.AlgorithmPolicy;
import org.waxwing.crypto.secret.Passphrase;

/// Everyone in the tests of this package, and the day on which they live.
final class People {
    static final Instant BIRTH = Instant.parse("2026-03-01T12:00:00Z");
    static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    static final OpenPgpEngine ENGINE = new OpenPgpEngine(new SecureRandom(), AlgorithmPolicy.current());
    static final NewKey ANNA_NEW = born("Anna <anna@example.org>");
    static final OpenPgpSecretKey ANNA = ANNA_NEW.key();
    static final OpenPgpSecretKey BEN = born("Ben <ben@example.org>").key();
    static final OpenPgpSecretKey CARLA = born("Carla <carla@example.org>").key();

    private People() {}

    private static NewKey born(String owner) {
        try (Passphrase lock = passphrase()) {
            return ENGINE.generate(
                    new UserId(owner), lock, LockStrength.RANDOM_SECRET, BIRTH, Optional.of(Duration.ofDays(730)));
        }
    }

    @SuppressWarnings("MustBeClosedChecker")
    static Passphrase passphrase() {
        return Passphrase.taking("correct horse".toCharArray());
    }

    static PassphraseSource everyone() {
        return _ -> Optional.of(passphrase());
    }

    static PassphraseSource nobody() {
        return _ -> Optional.empty();
    }

    static List<OpenPgpSecretKey> all() {
        return List.of(ANNA, BEN, CARLA);
    }
}
