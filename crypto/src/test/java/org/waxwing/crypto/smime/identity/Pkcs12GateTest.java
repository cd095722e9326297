package org.waxwing.crypto.smime.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.attack.Attack;
import org.waxwing.crypto.cert.IdentityProblem;
import org.waxwing.crypto.cert.LockStrength;
import org.waxwing.crypto.openpgp.gate.Corpora;
import org.waxwing.crypto.openpgp.gate.Tally;
import org.waxwing.crypto.secret.Passphrase;

/// The PKCS#12 files of other programs: each well-formed one is read whole, with each of its keys beside
/// its certificate; each bad one is refused before it costs anything.
final class Pkcs12GateTest {
    private static final Map<String, String> DEVIATIONS = Map.of(
            "gnupg-cms/cms/samplekeys/cryptlib-key.p12",
            "nobody wrote its passphrase down",
            "gnupg-cms/cms/samplekeys/edward.tester@demo.gnupg.com.p12",
            "the key's padding is wrong: its certificate is read, the key is named as locked (so does openssl)",
            "gnupg-cms/cms/samplekeys/t5793-test.pfx",
            "its integrity code doesn't fit its passphrase (openssl refuses it as well)",
            "made-here/p12/utf8.p12",
            "nobody wrote its passphrase down");

    /// Files without a private key, or whose certificate is elsewhere.
    private static final String NO_IDENTITY = "no-cert|no-key";

    private final IdentityReader reader = new IdentityReader(new SecureRandom());

    @BeforeEach
    void needsTheCorpora() {
        Corpora.needed();
    }

    @Test
    void readsWhatOtherProgramsWrite() {
        Map<String, String> passphrases = passphrasesOfGnuPg();
        Tally tally = new Tally("PKCS#12 files read", DEVIATIONS);
        for (Path file : Corpora.files("../smime")) {
            String name = file.toString().replaceAll(".*/smime/", "");
            if ((name.endsWith(".p12") || name.endsWith(".pfx")) && !name.contains("/bomb") && !name.contains("/bad")) {
                tally.check(name, readsWhole(file, name, passphrases.getOrDefault(name, passphrase(name))));
            }
        }
        tally.conclude(470);
    }

    @Test
    @Attack(49)
    void refusesTheBadOnesAndTheBombsAtOnce() {
        Tally tally = new Tally("PKCS#12 files refused");
        for (Path file : Corpora.files("../smime")) {
            String name = file.toString().replaceAll(".*/smime/", "");
            if (name.contains("/bomb") && name.endsWith(".p12")) {
                tally.check(name, refusal(file, "pw") == IdentityProblem.TOO_COSTLY);
            } else if (name.contains("/bad") && name.endsWith(".p12")) {
                tally.check(name, refusal(file, "") == IdentityProblem.MALFORMED);
            }
        }
        tally.conclude(5);
    }

    @Test
    void tellsAWrongPassphraseFromABrokenFile() {
        Path file = Corpora.smime("rfc9216/alice.p12");
        assertEquals(IdentityProblem.WRONG_PASSPHRASE, refusal(file, "bob"));
        assertEquals(IdentityProblem.PASSPHRASE_NEEDED, problem(read(file, Optional.empty(), false)));
        assertEquals(IdentityProblem.CANCELLED, problem(read(file, Optional.of("alice"), true)));
    }

    private boolean readsWhole(Path file, String name, String passphrase) {
        return switch (read(file, Optional.of(passphrase), false)) {
            case IdentityReading.Refused _ -> false;
            case IdentityReading.Read read ->
                read.items().stream().noneMatch(IdentityItem.PassedOver.class::isInstance)
                        && (name.replaceAll(NO_IDENTITY, "").length() < name.length()
                                || !read.identities().isEmpty());
        };
    }

    private IdentityProblem refusal(Path file, String passphrase) {
        return problem(read(file, Optional.of(passphrase), false));
    }

    private static IdentityProblem problem(IdentityReading reading) {
        assertTrue(reading instanceof IdentityReading.Refused, "it was read");
        return ((IdentityReading.Refused) reading).problem();
    }

    private IdentityReading read(Path file, Optional<String> passphrase, boolean cancelled) {
        try (Passphrase own = Passphrase.taking(passphrase.orElse("").toCharArray());
                Passphrase lock = Passphrase.taking("lock".toCharArray())) {
            return reader.read(
                    Corpora.file(file),
                    passphrase.map(_ -> own),
                    new IdentityReader.Locking(lock, LockStrength.RANDOM_SECRET),
                    () -> cancelled);
        }
    }

    private static String passphrase(String name) {
        String file = name.replaceAll(".*/", "");
        return switch (name.substring(0, name.indexOf('/'))) {
            case "made-here" -> file.equals("empty.p12") ? "" : file.startsWith("rfc9216") ? "alice" : "pw";
            case "mimekit" -> "no.secret";
            case "protected-headers-draft" -> "bob";
            case "rfc9216" -> file.replace(".p12", "");
            case "bc-mail-test" -> "";
            case "pyca" ->
                file.contains("no-pwd") || file.equals("no-password.p12")
                        ? ""
                        : file.contains("name") ? "password" : "cryptography";
            case String _ -> "password";
        };
    }

    /// What the list beside GnuPG's files says.
    private static Map<String, String> passphrasesOfGnuPg() {
        String folder = "gnupg-cms/cms/samplekeys/";
        Map<String, String> passphrases = new HashMap<>();
        String name = "";
        for (String line : List.of(
                Corpora.file(Corpora.smime(folder + "Description-p12")).utf8().split("\n", -1))) {
            if (line.startsWith("Name: ")) {
                name = folder + line.substring(6).strip();
            } else if (line.startsWith("Pass: ")) {
                passphrases.put(name, line.substring(6).strip());
            }
        }
        return passphrases;
    }
}
