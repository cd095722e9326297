package org.waxwing.app.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waxwing.app.trust.Card;
import org.waxwing.app.trust.SealChanging;
import org.waxwing.app.trust.SealEnd;
import org.waxwing.crypto.OpenPgp;
import org.waxwing.crypto.Smime;
import org.waxwing.crypto.cert.KeyChange;
import org.waxwing.crypto.cert.KeyChanging.Reason;
import org.waxwing.crypto.cert.KeyMaterial.Item;
import org.waxwing.crypto.cert.RevocationReason;
import org.waxwing.crypto.cert.SmimeCertificate;
import org.waxwing.crypto.cert.SmimeSecretKey;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Mailbox;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.policy.AlgorithmPolicy;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.keystore.Keeping;
import org.waxwing.keystore.Keyring;
import org.waxwing.keystore.Keyrings;
import org.waxwing.keystore.vault.Vault;

/// The years of a seal: made, warned of, prolonged, handed out, ended.
final class SealLifeTest {
    private static final Instant BIRTH = Instant.parse("2026-03-01T12:00:00Z");
    private static final Mailbox ANNA = new Mailbox("Anna Weber", AddrSpec.of("anna@chem.example"));
    private final OpenPgp openPgp = OpenPgp.with(new SecureRandom(), AlgorithmPolicy.current());

    @TempDir
    Path folder;

    private Instant now = BIRTH;
    private Vault vault;
    private Keyring keyring;
    private KeyringSeals seals;

    @BeforeEach
    void open() {
        try (Passphrase passphrase = Passphrase.taking("correct horse".toCharArray())) {
            vault = Vault.create(folder.resolve("vault"), passphrase);
        }
        keyring = Keyrings.open(folder.resolve("keyring.db"), vault, openPgp);
        seals = new KeyringSeals(
                keyring,
                openPgp,
                Smime.with(new SecureRandom()),
                new CertificateChoice(keyring, Smime.with(new SecureRandom())),
                keyring,
                new SecureRandom(),
                () -> now);
    }

    @AfterEach
    void close() {
        keyring.close();
        vault.close();
    }

    private static Card changed(SealChanging changing) {
        return assertInstanceOf(SealChanging.Changed.class, changing).card();
    }

    @Test
    void aSealLivesThreeYearsWarnsInTimeAndIsProlongedInOneStep() {
        Card made = seals.make(ANNA);
        Instant end = BIRTH.plus(SealEnd.LIFE);
        assertEquals(Optional.of(end), SealEnd.of(made));
        assertEquals(List.of(), seals.ending());
        now = end.minus(Duration.ofDays(59));
        assertEquals(1, seals.ending().size());
        now = end.plus(Duration.ofDays(5));
        assertEquals(1, seals.ending().size(), "also when it has ended");
        Card prolonged = changed(seals.prolong(made.fingerprint()));
        assertEquals(Optional.of(now.plus(SealEnd.LIFE)), SealEnd.of(prolonged));
        assertTrue(prolonged.usability().canEncrypt() && prolonged.usability().canSign());
        assertEquals(List.of(), seals.ending());
        Octets handedOut = seals.publicCard(made.fingerprint()).orElseThrow();
        assertEquals(
                Optional.of(now.plus(SealEnd.LIFE)),
                assertInstanceOf(
                                Item.CertificateFound.class,
                                openPgp.read(handedOut).items().getFirst())
                        .certificate()
                        .expires(),
                "the card for others says so too");
    }

    @Test
    void nobodyIsWarnedOfASealThatABetterOneReplaces() {
        Card old = seals.make(ANNA);
        now = BIRTH.plus(SealEnd.LIFE).plusSeconds(1);
        assertEquals(old.fingerprint(), seals.ending().getFirst().fingerprint());
        assertTrue(seals.make(ANNA).usability().canSign());
        assertEquals(List.of(), seals.ending());
    }

    @Test
    void aSealThatEndedForGoodCanNotBeProlonged() {
        Card made = seals.make(ANNA);
        now = BIRTH.plusSeconds(60);
        Card ended = changed(seals.change(made.fingerprint(), new KeyChange.Revoke(RevocationReason.RETIRED, "")));
        assertTrue(!ended.usability().canEncrypt());
        assertEquals(new SealChanging.Refused(Reason.REVOKED), seals.prolong(made.fingerprint()));
        now = BIRTH.plus(SealEnd.LIFE);
        assertEquals(List.of(), seals.ending());
    }

    @Test
    void aCertificateWarnsInTimeToGetANewOne() throws IOException {
        SmimeSecretKey ben = keep("ben.der");
        Instant end = ben.certificate().expires().orElseThrow();
        now = end.minus(Duration.ofDays(61));
        assertEquals(List.of(), seals.ending());
        now = end.minus(Duration.ofDays(59));
        Card ending = seals.ending().getFirst();
        assertEquals(ben.fingerprint(), ending.fingerprint());
        assertTrue(SealEnd.isIssuers(ending));
        SmimeSecretKey next = keep("ben-next.der");
        assertEquals(List.of(), seals.ending(), "a new one is there");
        now = next.certificate().expires().orElseThrow();
        assertEquals(
                List.of(next.fingerprint()),
                seals.ending().stream().map(Card::fingerprint).toList());
    }

    private SmimeSecretKey keep(String name) throws IOException {
        try (var in = SealLifeTest.class.getResourceAsStream(name);
                Passphrase passphrase = Passphrase.taking("0123".toCharArray())) {
            SmimeCertificate certificate = Smime.with(new SecureRandom())
                    .certificate(Octets.of(in.readAllBytes()))
                    .orElseThrow();
            SmimeSecretKey key = new SmimeSecretKey(certificate, List.of(), Octets.ofUtf8("locked"));
            assertEquals(Keeping.TAKEN, keyring.smime().keepSecret(key, passphrase, now));
            return key;
        }
    }

    @Test
    void aSealUnderItsOwnPassphraseIsNotChangedByTheVaultAlone() {
        Card made = seals.make(ANNA);
        try (Passphrase own = Passphrase.taking("only Anna knows".toCharArray())) {
            assertEquals(
                    made.fingerprint(),
                    changed(seals.lockWith(made.fingerprint(), own)).fingerprint());
        }
        assertEquals(new SealChanging.Locked(), seals.prolong(made.fingerprint()));
    }

    @Test
    void theWebKeyDirectoryHasBothMethodsAndTheWholeCard() throws IOException {
        assertEquals("iy9q119eutrkn8s1mk4r39qejnbu3n5q", WebKeyDirectory.hash("Joe.Doe"), "the draft's example");
        Card made = seals.make(ANNA);
        List<Path> written = seals.writeWebKeyDirectory(folder.resolve("web"), made.fingerprint());
        String name = WebKeyDirectory.hash("anna");
        Path advanced = folder.resolve("web/openpgpkey.chem.example/.well-known/openpgpkey/chem.example");
        Path direct = folder.resolve("web/chem.example/.well-known/openpgpkey");
        assertEquals(
                List.of(
                        advanced.resolve("hu").resolve(name),
                        direct.resolve("hu").resolve(name)),
                written);
        for (Path method : List.of(advanced, direct)) {
            assertEquals(0, Files.size(method.resolve("policy")));
            Octets card = Octets.of(Files.readAllBytes(method.resolve("hu").resolve(name)));
            assertEquals(
                    keyring.entry(made.fingerprint())
                            .orElseThrow()
                            .certificate()
                            .encoded(),
                    card);
        }
    }
}
