package org.waxwing.keystore.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waxwing.crypto.cert.OpenPgpSecretKey;
import org.waxwing.crypto.cert.UserId;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.keystore.Acceptance;
import org.waxwing.keystore.CertificateEntry;
import org.waxwing.keystore.Decision;
import org.waxwing.keystore.Keeping;
import org.waxwing.keystore.KeyringException;
import org.waxwing.keystore.SecretKeeping;
import org.waxwing.keystore.attack.Attack;
import org.waxwing.keystore.vault.Vault;

/// The keyring as its callers see it, over certificates without mathematics.
final class SqliteKeyringTest {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final AddrSpec ANNA = AddrSpec.of("anna@example.org");

    @TempDir
    Path profile;

    private Vault vault;
    private SqliteKeyring keyring;

    @BeforeEach
    void open() {
        try (Passphrase passphrase = Passphrase.taking("correct horse".toCharArray())) {
            vault = Vault.create(profile.resolve("vault"), passphrase);
        }
        keyring = reopened();
    }

    @AfterEach
    void close() {
        keyring.close();
        vault.close();
    }

    private SqliteKeyring reopened() {
        return SqliteKeyring.open(
                profile.resolve("keyring.db"), vault.box("keyring"), new PaperEngine(), new SecureRandom());
    }

    private void again() {
        keyring.close();
        keyring = reopened();
    }

    @Test
    void remembersAcrossRestarts() {
        PaperCertificate anna = PaperCertificate.number(1, "Anna <anna@example.org>");
        assertEquals(Keeping.TAKEN, keyring.keep(anna, NOW));
        again();
        assertEquals(List.of(new CertificateEntry(anna, Acceptance.UNDECIDED, NOW, false)), keyring.entries());
        assertEquals(Keeping.UNCHANGED, keyring.keep(anna, NOW));
    }

    @Test
    @Attack(52)
    void findsByAddressFingerprintAndKeyIdOfAnyKey() {
        PaperCertificate anna = PaperCertificate.number(1, "Anna <Anna@Example.ORG>");
        assertEquals(
                List.of(Keeping.TAKEN, Keeping.TAKEN),
                keyring.keepAll(List.of(anna, PaperCertificate.number(2, "Ben <ben@example.org>")), NOW));
        assertEquals(List.of(anna), keyring.certificatesFor(ANNA));
        assertEquals(List.of(), keyring.certificatesFor(AddrSpec.of("carla@example.org")));
        anna.keys().forEach(key -> {
            assertEquals(Optional.of(anna), keyring.byFingerprint(key.fingerprint()));
            assertEquals(List.of(anna), keyring.byKeyId(key.keyId()));
        });
    }

    @Test
    @Attack(44)
    void offersTheBetterAcceptedThenTheNewerAndNeverARejectedOne() {
        PaperCertificate[] numbers = new PaperCertificate[6];
        for (int n = 1; n <= 5; n++) {
            numbers[n] = PaperCertificate.number(n, "Anna <anna@example.org>");
            assertEquals(Keeping.TAKEN, keyring.keep(numbers[n], NOW));
        }
        keyring.decide(decision(numbers[1], Acceptance.VERIFIED));
        keyring.decide(decision(numbers[2], Acceptance.ACCEPTED));
        keyring.decide(decision(numbers[5], Acceptance.REJECTED));
        assertEquals(List.of(numbers[1], numbers[2], numbers[4], numbers[3]), keyring.certificatesFor(ANNA));
        assertEquals(Optional.empty(), keyring.byFingerprint(numbers[5].fingerprint()));
        assertEquals(4, keyring.userIds().size());
        assertEquals(5, keyring.entries().size());
    }

    @Test
    void mergesAndLosesNothing() {
        PaperCertificate anna = PaperCertificate.number(1, "Anna <anna@example.org>");
        PaperCertificate more = PaperCertificate.number(1, "Anna <anna@example.net>");
        assertEquals(
                List.of(Keeping.TAKEN, Keeping.MERGED, Keeping.UNCHANGED),
                keyring.keepAll(List.of(anna, more, anna), NOW));
        assertEquals(1, keyring.certificatesFor(ANNA).size());
        assertEquals(1, keyring.certificatesFor(AddrSpec.of("anna@example.net")).size());
        assertEquals(
                List.of(new UserId("Anna <anna@example.net>"), new UserId("Anna <anna@example.org>")),
                keyring.userIds());
    }

    @Test
    @Attack(48)
    void aRevocationStays() {
        PaperCertificate anna = PaperCertificate.number(1, "Anna <anna@example.org>");
        assertEquals(Keeping.TAKEN, keyring.keep(anna.revokedNow(), NOW));
        assertEquals(Keeping.UNCHANGED, keyring.keep(anna, NOW));
        again();
        assertEquals(
                List.of(anna.revokedNow()),
                keyring.entries().stream().map(CertificateEntry::certificate).toList());
    }

    @Test
    void takesASecretKeyIntoTheVaultsCare() {
        OpenPgpSecretKey own = PaperEngine.key(PaperCertificate.number(1, "Anna <anna@example.org>"), "old secret");
        assertEquals(new SecretKeeping(Keeping.TAKEN, true), keepSecret(own, "wrong", "old secret"));
        again();
        OpenPgpSecretKey kept = keyring.ownKeys().getFirst();
        try (Passphrase passphrase = keyring.passphraseFor(kept).orElseThrow()) {
            assertEquals(PaperEngine.passphraseOf(kept), passphrase.<String>lend(String::new));
        }
        assertEquals(64, PaperEngine.passphraseOf(kept).length());
        assertTrue(keyring.entries().getFirst().own());
        assertEquals(List.of(kept), keyring.secretKeysFor(0));
        assertEquals(
                List.of(kept),
                keyring.secretKeysFor(own.certificate().keys().getLast().keyId()));
        assertEquals(List.of(), keyring.secretKeysFor(12345));
        assertEquals(new SecretKeeping(Keeping.UNCHANGED, true), keepSecret(own, "old secret"));
        assertEquals(new SecretKeeping(Keeping.UNCHANGED, true), keepSecret(own));
    }

    @Test
    void leavesASecretKeyUnderItsOwnPassphraseUntilThatIsKnown() {
        OpenPgpSecretKey own = PaperEngine.key(PaperCertificate.number(1, "Anna <anna@example.org>"), "old secret");
        assertEquals(new SecretKeeping(Keeping.TAKEN, false), keepSecret(own, "wrong"));
        assertEquals(List.of(own), keyring.ownKeys());
        assertTrue(keyring.passphraseFor(own).isEmpty());
        assertEquals(new SecretKeeping(Keeping.UNCHANGED, false), keepSecret(own));
        assertEquals(new SecretKeeping(Keeping.MERGED, true), keepSecret(own, "old secret"));
        assertEquals(1, keyring.secretKeysFor(0).size());
        assertTrue(keyring.passphraseFor(own).isEmpty());
        keyring.passphraseFor(keyring.ownKeys().getFirst()).orElseThrow().close();
    }

    @Test
    void aPartOfASecretKeyPushesOutNoOther() {
        PaperCertificate anna = PaperCertificate.number(1, "Anna <anna@example.org>");
        assertEquals(new SecretKeeping(Keeping.TAKEN, false), keepSecret(PaperEngine.key(anna, "one")));
        assertEquals(new SecretKeeping(Keeping.MERGED, false), keepSecret(PaperEngine.key(anna, "another")));
        assertEquals(2, keyring.secretKeysFor(0).size());
        assertEquals(1, keyring.ownKeys().size());
    }

    @Test
    void keepsARevocationCertificateForTheDay() {
        PaperCertificate anna = PaperCertificate.number(1);
        assertTrue(keyring.revocation(anna.fingerprint()).isEmpty());
        keyring.keepRevocation(anna.fingerprint(), Octets.ofUtf8("first"));
        keyring.keepRevocation(anna.fingerprint(), Octets.ofUtf8("second"));
        again();
        assertEquals(Optional.of(Octets.ofUtf8("second")), keyring.revocation(anna.fingerprint()));
    }

    @Test
    void theJournalTellsEveryDecisionAndTheLastOneCounts() {
        PaperCertificate anna = PaperCertificate.number(1);
        List<Decision> made = List.of(decision(anna, Acceptance.ACCEPTED), decision(anna, Acceptance.REJECTED));
        keyring.decideAll(made);
        keyring.decide(decision(PaperCertificate.number(2), Acceptance.VERIFIED));
        again();
        assertEquals(made, keyring.decisions(anna.fingerprint()));
        assertEquals(Acceptance.REJECTED, keyring.acceptance(anna.fingerprint()));
        assertEquals(
                Acceptance.UNDECIDED,
                keyring.acceptance(PaperCertificate.number(3).fingerprint()));
        assertTrue(keyring.journalIntact());
    }

    @Test
    void twoOpenKeyringsSeeEachOthersChanges() {
        try (SqliteKeyring other = reopened()) {
            PaperCertificate anna = PaperCertificate.number(1, "Anna <anna@example.org>");
            assertEquals(Keeping.TAKEN, keyring.keep(anna, NOW));
            assertEquals(1, other.certificatesFor(ANNA).size());
            assertEquals(Keeping.MERGED, other.keep(anna.withUserId("Anna <anna@example.net>"), NOW));
            assertEquals(2, keyring.entries().getFirst().certificate().userIds().size());
            other.decide(decision(anna, Acceptance.ACCEPTED));
            keyring.decide(decision(anna, Acceptance.VERIFIED));
            assertEquals(2, other.decisions(anna.fingerprint()).size());
            assertTrue(other.journalIntact());
        }
    }

    @Test
    void refusesAnotherProfilesVault() {
        try (Passphrase passphrase = Passphrase.taking("correct horse".toCharArray());
                Vault other = Vault.create(profile.resolve("other").resolve("vault"), passphrase)) {
            KeyringException refused = assertThrows(
                    KeyringException.class,
                    () -> SqliteKeyring.open(
                            profile.resolve("keyring.db"),
                            other.box("keyring"),
                            new PaperEngine(),
                            new SecureRandom()));
            assertFalse(refused.toString().contains(profile.toString()));
        }
    }

    /// The list is closed in the end, whatever happens.
    @SuppressWarnings("MustBeClosedChecker")
    private SecretKeeping keepSecret(OpenPgpSecretKey key, String... passphrases) {
        List<Passphrase> candidates = List.of(passphrases).stream()
                .map(text -> Passphrase.taking(text.toCharArray()))
                .toList();
        try {
            return keyring.keepSecret(key, candidates, NOW);
        } finally {
            candidates.forEach(Passphrase::close);
        }
    }

    private static Decision decision(PaperCertificate certificate, Acceptance acceptance) {
        return new Decision(certificate.fingerprint(), acceptance, NOW, "compared by telephone, then " + acceptance);
    }
}
