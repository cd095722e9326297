package org.waxwing.crypto.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.OpenPgp;
import org.waxwing.crypto.Opener;
import org.waxwing.crypto.Opening;
import org.waxwing.crypto.Opening.Reason;
import org.waxwing.crypto.Smime;
import org.waxwing.crypto.attack.Attack;
import org.waxwing.crypto.cert.CertificateSource;
import org.waxwing.crypto.cert.SecretKeySource;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.policy.AlgorithmPolicy;

/// Letters that are made to cost are opened, or are refused for what is too much of them. What they cost
/// measures `packaging/acceptance/hostile-letters.sh`.
class HostileLettersTest {
    private static final int SIZE = 3 << 20;
    private static final Set<String> DEEP = Set.of(
            "10,000 multiparts in each other", "10,000 letters in each other", "60 multiparts around one long text");
    private static final Set<String> LONG_HEADERS = Set.of(
            "one field without end",
            "one line without end",
            "fields without end",
            "a long header of many fields",
            "header protection of many different fields");

    private final Opener opener =
            Opener.with(OpenPgp.with(new SecureRandom(), AlgorithmPolicy.current()), Smime.with(new SecureRandom()));

    @Test
    @Attack(59)
    void eachIsOpenedOrRefusedForWhatIsTooMuch() {
        HostileLetters.all().forEach((name, letter) -> assertEquals(expected(name), outcome(letter.apply(SIZE)), name));
    }

    private static Optional<Reason> expected(String name) {
        if (DEEP.contains(name)) {
            return Optional.of(Reason.TOO_DEEP);
        }
        if (LONG_HEADERS.contains(name)) {
            return Optional.of(Reason.LONG_HEADER);
        }
        return switch (name) {
            case "parts without end" -> Optional.of(Reason.TOO_MANY_PARTS);
            case "60 letters in each other, each encoded",
                    "packed zeros",
                    "packed zeros, packed again",
                    "packed twelve times" -> Optional.of(Reason.UNPACKS_TOO_FAR);
            default -> Optional.empty();
        };
    }

    private Optional<Reason> outcome(Octets letter) {
        Opening opening = opener.open(
                letter,
                SecretKeySource.of(List.of()),
                CertificateSource.none(),
                _ -> Optional.empty(),
                Instant.parse("2026-11-24T12:00:00Z"));
        return switch (opening) {
            case Opening.Unopenable(Reason reason) -> Optional.of(reason);
            case Opening.Opened _, Opening.Unproven _, Opening.Locked _ -> Optional.empty();
        };
    }

    @Test
    void theNamesTellWhatIsExpected() {
        Set<String> known = new TreeSet<>(DEEP);
        known.addAll(LONG_HEADERS);
        known.removeAll(HostileLetters.all().keySet());
        assertEquals(Set.of(), known);
    }
}
