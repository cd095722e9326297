package org.waxwing.crypto.gnupg;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.waxwing.crypto.cert.KeyMaterial.SkipReason;
import org.waxwing.crypto.gnupg.PacketWalk.Packet;
import org.waxwing.crypto.gnupg.SExpression.Node;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;

/// Key files that other people's GnuPGs wrote, from 1.4 to 2.5.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForeignKeyFilesTest {
    private static final Map<String, String> CURVES = Map.ofEntries(
            Map.entry("Ed25519", "1.3.6.1.4.1.11591.15.1"),
            Map.entry("Curve25519", "1.3.6.1.4.1.3029.1.5.1"),
            Map.entry("X448", "1.3.101.111"),
            Map.entry("NIST P-256", "1.2.840.10045.3.1.7"),
            Map.entry("brainpoolP256r1", "1.3.36.3.3.2.8.1.1.7"),
            Map.entry("brainpoolP512r1", "1.3.36.3.3.2.8.1.1.13"),
            Map.entry("brainpoolP384r1", "1.3.36.3.3.2.8.1.1.11"));

    private final Path corpora = Path.of(System.getProperty("waxwing.corpora", "corpora"), "openpgp");

    @BeforeAll
    void needsTheCorpora() {
        assumeTrue(Files.isDirectory(corpora), "skipped: no corpora at " + corpora);
    }

    @Test
    void theKeygripOfEveryKeyIsTheNameOfItsFile() {
        int compared = 0;
        for (var entry : GnuPg.files(corpora.resolve("gnupg/privkeys")).entrySet()) {
            Node key = PrivateKeyFile.parse(unarmored(entry.getValue()))
                    .flatMap(node -> node.node(1))
                    .orElseThrow(() -> new AssertionError(entry.getKey()));
            Optional<PublicPart> half = half(key);
            if (half.isPresent()) {
                assertEquals(
                        entry.getKey().substring(0, 40), Keygrip.of(half.get()).hex());
                compared++;
            }
        }
        assertTrue(compared >= 40, "compared " + compared);
    }

    @Test
    void readsEveryKeyOfGnuPgsOwnTests() {
        int unlocked = 0;
        try (Passphrase abc = Passphrase.taking("abc".toCharArray());
                Passphrase a = Passphrase.taking("a".toCharArray())) {
            for (var entry : GnuPg.files(corpora.resolve("gnupg/privkeys")).entrySet()) {
                Octets file = unarmored(entry.getValue());
                Node key =
                        PrivateKeyFile.parse(file).flatMap(node -> node.node(1)).orElseThrow();
                Optional<PublicPart> half = half(key);
                if (half.isPresent() && !key.value("curve").map(Octets::latin1).equals(Optional.of("X448"))) {
                    AgentKey read = AgentKey.read(file, half.get(), new PassphraseTrial(List.of(abc, a)));
                    boolean passphraseUnknown = read.equals(new AgentKey.Missing(SkipReason.WRONG_PASSPHRASE));
                    assertTrue(read instanceof AgentKey.Unlocked || passphraseUnknown, entry.getKey() + " " + read);
                    unlocked += passphraseUnknown ? 0 : 1;
                }
            }
        }
        assertTrue(unlocked >= 25, "unlocked " + unlocked);
    }

    @Test
    void unlocksBothProtectionsOfTheAgent() {
        assertAll(
                () -> unlocks("rnp/keyrings/3", 2),
                () -> unlocks("rnp/test_stream_key_load/g23", 11),
                () -> unlocks("rnp/test_cli_g10_defkey/g10", 2));
    }

    private void unlocks(String home, int expected) {
        Path folder = corpora.resolve(home);
        Map<String, Octets> files = GnuPg.files(folder.resolve("private-keys-v1.d"));
        int unlocked = 0;
        try (Passphrase password = Passphrase.taking("password".toCharArray());
                Passphrase wrong = Passphrase.taking("wrong".toCharArray())) {
            for (Packet key : KeygripTest.keys(GnuPg.read(folder.resolve("pubring.kbx")))) {
                PublicPart half = PublicPart.parse(key.body()).orElseThrow();
                Octets file = files.getOrDefault(Keygrip.of(half).hex() + ".key", Octets.empty());
                if (!file.isEmpty()) {
                    AgentKey read = AgentKey.read(file, half, new PassphraseTrial(List.of(wrong, password)));
                    assertInstanceOf(AgentKey.Unlocked.class, read, home + " " + half + " " + read);
                    unlocked++;
                    assertEquals(
                            new AgentKey.Missing(SkipReason.WRONG_PASSPHRASE),
                            AgentKey.read(file, half, new PassphraseTrial(List.of(wrong))));
                }
            }
        }
        assertEquals(expected, unlocked, home);
    }

    private static Optional<PublicPart> half(Node key) {
        return switch (key.name()) {
            case "rsa" -> Optional.of(new PublicPart.Rsa(number(key, "n"), number(key, "e")));
            case "dsa" ->
                Optional.of(new PublicPart.Dsa(number(key, "p"), number(key, "q"), number(key, "g"), number(key, "y")));
            case "elg" -> Optional.of(new PublicPart.Elgamal(number(key, "p"), number(key, "g"), number(key, "y")));
            case "ecc" -> {
                String name = key.value("curve").orElseThrow().latin1();
                String identifier = Optional.ofNullable(CURVES.get(name)).orElseThrow(() -> new AssertionError(name));
                Octets encoded = Octets.of(encoded(identifier));
                yield Optional.of(new PublicPart.OnCurve(
                        Curve.byIdentifier(encoded).orElseThrow(),
                        key.value("q").orElseThrow()));
            }
            default -> Optional.empty();
        };
    }

    private static byte[] encoded(String identifier) {
        try {
            byte[] whole = new ASN1ObjectIdentifier(identifier).getEncoded();
            return Octets.of(whole).slice(2, whole.length).toByteArray();
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static BigInteger number(Node key, String name) {
        return new BigInteger(1, key.value(name).orElseThrow().toByteArray());
    }

    /// GnuPG's tests keep some of the files in armour.
    private static Octets unarmored(Octets file) {
        String text = file.latin1();
        int begin = text.indexOf("-----BEGIN PGP ARMORED FILE-----");
        if (begin < 0) {
            return file;
        }
        int body = text.indexOf("\n\n", begin) + 2;
        int end = text.indexOf("\n=", body);
        return Octets.of(Base64.getMimeDecoder().decode(text.substring(body, end)));
    }
}
