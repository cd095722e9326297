package org.waxwing.keystore.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waxwing.crypto.cert.OpenPgpSecretKey;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.keystore.Acceptance;
import org.waxwing.keystore.CertificateEntry;
import org.waxwing.keystore.Decision;
import org.waxwing.keystore.Keeping;
import org.waxwing.keystore.KeyringException;
import org.waxwing.keystore.attack.Attack;
import org.waxwing.keystore.vault.Vault;
import org.waxwing.keystore.vault.VaultOpening;

/// Somebody with the disk in their hands changes the database, but does not know the passphrase.
final class JournalTamperTest {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    @TempDir
    Path profile;

    private PaperCertificate anna = PaperCertificate.number(1, "Canaryname <canarybox@example.org>");

    @BeforeEach
    void threeDecisions() {
        create().close();
        try (Vault vault = vault();
                SqliteKeyring keyring = keyring(vault)) {
            assertEquals(Keeping.TAKEN, keyring.keep(anna, NOW));
            keyring.decide(decision(Acceptance.ACCEPTED));
            keyring.decide(decision(Acceptance.VERIFIED));
            keyring.decide(decision(Acceptance.REJECTED));
            assertTrue(keyring.journalIntact());
        }
    }

    @Test
    void noticesThatTheLastDecisionWasTakenOut() {
        assertBrokenBy("DELETE FROM trust_event WHERE id = 3");
    }

    @Test
    void noticesThatOneInTheMiddleWasTakenOut() {
        assertBrokenBy("DELETE FROM trust_event WHERE id = 2");
    }

    @Test
    void noticesThatAllWereTakenOut() {
        assertBrokenBy("DELETE FROM trust_event");
    }

    @Test
    void noticesThatTwoWereSwapped() {
        assertBrokenBy(
                "UPDATE trust_event SET id = 9 WHERE id = 2",
                "UPDATE trust_event SET id = 2 WHERE id = 3",
                "UPDATE trust_event SET id = 3 WHERE id = 9");
    }

    @Test
    void noticesThatOneWasEdited() {
        assertBrokenBy("UPDATE trust_event SET sealed = zeroblob(length(sealed)) WHERE id = 3");
    }

    @Test
    @Attack(44)
    void noticesThatOneWasGivenToAnotherCertificate() {
        assertBrokenBy("UPDATE trust_event SET fpr_mac = zeroblob(32) WHERE id = 3");
    }

    @Test
    void noticesThatTheHeadIsGone() throws IOException {
        Files.delete(profile.resolve("keyring.db.head"));
        assertBrokenBy();
    }

    @Test
    void noticesThatTheWholeDatabaseIsGone() throws IOException {
        Files.delete(profile.resolve("keyring.db"));
        assertBrokenBy();
    }

    @Test
    void aNewDecisionDoesNotHideWhatIsMissing() {
        change("DELETE FROM trust_event WHERE id = 3");
        try (Vault vault = vault();
                SqliteKeyring keyring = keyring(vault)) {
            keyring.decide(decision(Acceptance.ACCEPTED));
            keyring.decide(decision(Acceptance.ACCEPTED));
            assertFalse(keyring.journalIntact());
        }
    }

    @Test
    void aDecisionThatCannotBeReadIsARejection() {
        change("DELETE FROM trust_event WHERE id = 3", "UPDATE trust_event SET sealed = x'00' WHERE id = 2");
        try (Vault vault = vault();
                SqliteKeyring keyring = keyring(vault)) {
            assertEquals(Acceptance.REJECTED, keyring.acceptance(anna.fingerprint()));
        }
    }

    @Test
    void aDamagedCertificateHidesNoOther() {
        PaperCertificate ben = PaperCertificate.number(2, "Ben <ben@example.org>");
        try (Vault vault = vault();
                SqliteKeyring keyring = keyring(vault)) {
            assertEquals(Keeping.TAKEN, keyring.keep(ben, NOW));
            assertEquals(0, keyring.unreadableEntries());
        }
        change(
                "UPDATE cert_raw SET sealed = zeroblob(length(sealed)) WHERE cert_id = 1",
                "UPDATE uid SET sealed = zeroblob(length(sealed)) WHERE cert_id = 1");
        try (Vault vault = vault();
                SqliteKeyring keyring = keyring(vault)) {
            assertEquals(
                    List.of(ben),
                    keyring.entries().stream()
                            .map(CertificateEntry::certificate)
                            .toList());
            assertEquals(1, keyring.unreadableEntries());
            assertEquals(ben.userIds(), keyring.userIds());
            assertThrows(KeyringException.class, () -> keyring.entry(anna.fingerprint()));
        }
    }

    /// A crash between the commit and the head leaves the head behind, which is no tampering.
    @Test
    void aHeadThatIsBehindCatchesUp() throws IOException {
        Path head = profile.resolve("keyring.db.head");
        byte[] behind = Files.readAllBytes(head);
        try (Vault vault = vault();
                SqliteKeyring keyring = keyring(vault)) {
            keyring.decide(decision(Acceptance.ACCEPTED));
        }
        Files.write(head, behind);
        try (Vault vault = vault();
                SqliteKeyring keyring = keyring(vault)) {
            assertTrue(keyring.journalIntact());
        }
        assertBrokenBy("DELETE FROM trust_event WHERE id = 4");
    }

    /// Names, addresses, fingerprints, evidence and passphrases lie nowhere in the profile.
    @Test
    @Attack(61)
    void nothingPrivateLiesInTheProfile() throws IOException {
        OpenPgpSecretKey own = PaperEngine.key(anna, "canarysecret");
        try (Vault vault = vault();
                SqliteKeyring keyring = keyring(vault);
                Passphrase passphrase = Passphrase.taking("canarysecret".toCharArray())) {
            assertTrue(keyring.keepSecret(own, List.of(passphrase), NOW).inVaultCare());
            keyring.keepRevocation(anna.fingerprint(), Octets.ofUtf8("canaryrevocation"));
            assertNoCanary();
        }
        assertNoCanary();
    }

    private void assertNoCanary() throws IOException {
        try (Stream<Path> files = Files.walk(profile)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = Octets.of(Files.readAllBytes(file)).latin1();
                for (String canary : List.of(
                        "anary",
                        "correct horse",
                        "example.org",
                        anna.fingerprint().hex(),
                        "telephone")) {
                    assertFalse(bytes.contains(canary), file.getFileName() + " holds " + canary);
                }
            }
        }
    }

    private void assertBrokenBy(String... changes) {
        change(changes);
        try (Vault vault = vault();
                SqliteKeyring keyring = keyring(vault)) {
            assertFalse(keyring.journalIntact());
        }
        try (Vault vault = vault();
                SqliteKeyring keyring = keyring(vault)) {
            assertFalse(keyring.journalIntact(), "it stays broken");
        }
    }

    private void change(String... changes) {
        try (Database database = Database.open(profile.resolve("keyring.db"))) {
            database.commit(transaction -> Stream.of(changes).forEach(transaction::execute));
        }
    }

    private Vault create() {
        try (Passphrase passphrase = Passphrase.taking("correct horse".toCharArray())) {
            return Vault.create(profile.resolve("vault"), passphrase);
        }
    }

    private Vault vault() {
        try (Passphrase passphrase = Passphrase.taking("correct horse".toCharArray())) {
            return switch (Vault.open(profile.resolve("vault"), passphrase)) {
                case VaultOpening.Open(Vault open) -> open;
                case VaultOpening other -> throw new AssertionError(other.toString());
            };
        }
    }

    private SqliteKeyring keyring(Vault vault) {
        return SqliteKeyring.open(
                profile.resolve("keyring.db"), vault.box("keyring"), new PaperEngine(), new SecureRandom());
    }

    private Decision decision(Acceptance acceptance) {
        return new Decision(anna.fingerprint(), acceptance, NOW, "compared by telephone");
    }
}
