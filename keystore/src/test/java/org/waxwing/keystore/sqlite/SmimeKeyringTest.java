package org.waxwing.keystore.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waxwing.crypto.OpenPgp;
import org.waxwing.crypto.Smime;
import org.waxwing.crypto.cert.Certificate;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.KeyPlace;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.cert.SmimeCertificate;
import org.waxwing.crypto.cert.SmimeSecretKey;
import org.waxwing.crypto.cert.Token;
import org.waxwing.crypto.cert.X509Trust;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.policy.AlgorithmPolicy;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.keystore.Acceptance;
import org.waxwing.keystore.Decision;
import org.waxwing.keystore.Keeping;
import org.waxwing.keystore.Keyring;
import org.waxwing.keystore.Keyrings;
import org.waxwing.keystore.RevocationNote;
import org.waxwing.keystore.attack.Attack;
import org.waxwing.keystore.vault.Vault;

/// X.509 certificates and keys in the keyring.
class SmimeKeyringTest {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final AddrSpec ANNA = AddrSpec.of("anna@waxwing.example");

    private final Smime smime = Smime.with(new SecureRandom());
    private final SmimeCertificate anna = certificate("anna.der");
    private final SmimeCertificate authority = certificate("authority.der");

    @TempDir
    Path profile;

    private Vault vault;
    private Keyring keyring;

    @BeforeEach
    void open() {
        try (Passphrase passphrase = Passphrase.taking("correct horse".toCharArray())) {
            vault = Vault.create(profile.resolve("vault"), passphrase);
        }
        keyring = opened();
    }

    @AfterEach
    void close() {
        keyring.close();
        vault.close();
    }

    private Keyring opened() {
        return Keyrings.open(
                profile.resolve("keyring.db"), vault, OpenPgp.with(new SecureRandom(), AlgorithmPolicy.current()));
    }

    private void again() {
        keyring.close();
        keyring = opened();
    }

    private SmimeCertificate certificate(String name) {
        try (var in = SmimeKeyringTest.class.getResourceAsStream(name)) {
            return smime.certificate(Octets.of(in.readAllBytes())).orElseThrow();
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Test
    void remembersACertificateAcrossRestarts() {
        assertEquals(Keeping.TAKEN, keyring.smime().keep(anna, NOW));
        assertEquals(Keeping.UNCHANGED, keyring.smime().keep(anna, NOW));
        again();
        assertEquals(List.<Certificate>of(anna), keyring.certificatesFor(ANNA));
        assertEquals(Optional.<Certificate>of(anna), keyring.byFingerprint(anna.fingerprint()));
        assertEquals(NOW, keyring.smime().entries().getFirst().firstSeen());
    }

    @Test
    @Attack(61)
    void nothingOfACertificateLiesInTheClear() throws IOException {
        Keeping _ = keyring.smime().keep(anna, NOW);
        keyring.close();
        String file =
                Octets.of(Files.readAllBytes(profile.resolve("keyring.db"))).latin1();
        assertFalse(file.contains("anna"));
        assertFalse(file.contains("waxwing.example"));
        keyring = opened();
    }

    @Test
    void aKeyIsInTheVaultsCareWithItsChain() {
        SmimeSecretKey key = new SmimeSecretKey(anna, List.of(authority.encoded()), Octets.ofUtf8("locked"));
        try (Passphrase passphrase = Passphrase.taking("0123".toCharArray())) {
            assertEquals(Keeping.TAKEN, keyring.smime().keepSecret(key, passphrase, NOW));
        }
        again();
        assertEquals(List.of(key), keyring.smimeKeys());
        try (Passphrase known = keyring.passphraseFor(key).orElseThrow()) {
            assertEquals("0123", known.<String>lend(String::new));
        }
        assertTrue(keyring.smime().entries().getFirst().own());
        assertTrue(keyring.trust().accepted().contains(anna.fingerprint()));
    }

    @Test
    void aKeyOnATokenIsTheirsUntilTheTokenIsForgotten() {
        SmimeSecretKey key = new SmimeSecretKey(anna, List.of(authority.encoded()), onToken("/usr/lib/cards.so"));
        assertEquals(Keeping.TAKEN, keyring.smime().keepOnToken(key, NOW));
        again();
        assertEquals(List.of(key), keyring.smimeKeys());
        assertEquals(Optional.empty(), keyring.passphraseFor(key));
        assertEquals(key.token(), keyring.smime().entries().getFirst().token());
        assertTrue(keyring.trust().accepted().contains(anna.fingerprint()));

        SmimeSecretKey moved = new SmimeSecretKey(anna, List.of(), onToken("/usr/lib/other.so"));
        assertEquals(Keeping.UNCHANGED, keyring.smime().keepOnToken(moved, NOW));
        assertEquals(List.of(moved), keyring.smimeKeys());
        keyring.smime().forget(key.token().orElseThrow());
        assertEquals(List.of(moved), keyring.smimeKeys(), "another token was forgotten");
        keyring.smime().forget(moved.token().orElseThrow());
        again();
        assertEquals(List.of(), keyring.smimeKeys());
        assertFalse(keyring.smime().entries().getFirst().own());
        assertEquals(List.<Certificate>of(anna), keyring.certificatesFor(ANNA), "the certificate stays");
    }

    @Test
    void aKeyThatIsHeldHereGoesBeforeItsCopyOnAToken() {
        SmimeSecretKey held = new SmimeSecretKey(anna, List.of(), Octets.ofUtf8("locked"));
        try (Passphrase passphrase = Passphrase.taking("0123".toCharArray())) {
            Keeping _ = keyring.smime().keepSecret(held, passphrase, NOW);
        }
        SmimeSecretKey copy = new SmimeSecretKey(anna, List.of(), onToken("/usr/lib/cards.so"));
        assertEquals(Keeping.UNCHANGED, keyring.smime().keepOnToken(copy, NOW));
        assertEquals(List.of(held), keyring.smimeKeys());
        assertThrows(
                IllegalArgumentException.class,
                () -> keyring.smime().keepOnToken(held, NOW),
                "a key that lies on no token");
    }

    @Test
    @Attack(61)
    void nothingOfATokenLiesInTheClear() throws IOException {
        SmimeSecretKey key = new SmimeSecretKey(anna, List.of(), onToken("/usr/lib/cards.so"));
        Keeping _ = keyring.smime().keepOnToken(key, NOW);
        keyring.close();
        String file =
                Octets.of(Files.readAllBytes(profile.resolve("keyring.db"))).latin1();
        for (String secret : List.of("cards.so", "staff card", "0461c2f1")) {
            assertFalse(file.contains(secret), secret);
        }
        keyring = opened();
    }

    private static KeyPlace onToken(String library) {
        return new KeyPlace.OnToken(
                new Token(library, "Anna's staff card", "0461c2f1"), Octets.of(new byte[] {0x45, (byte) 0x80}));
    }

    @Test
    void anAuthorityCountsOnceThePersonTrustsIt() {
        Keeping _ = keyring.smime().keep(authority, NOW);
        assertEquals(List.of(authority.encoded()), keyring.trust().intermediates());
        assertEquals(List.of(), keyring.trust().authorities());
        decide(authority.fingerprint(), Acceptance.ACCEPTED);
        assertEquals(List.of(authority.encoded()), keyring.trust().authorities());
        assertEquals(List.of(), keyring.smimeCertificates());
    }

    /// Whoever made the key for Anna may have kept it.
    @Test
    void theKeyOfAnAuthorityIsNoWordForWhomItConfirms() {
        SmimeSecretKey key = new SmimeSecretKey(authority, List.of(), Octets.ofUtf8("locked"));
        try (Passphrase passphrase = Passphrase.taking("0123".toCharArray())) {
            Keeping _ = keyring.smime().keepSecret(key, passphrase, NOW);
        }
        assertEquals(List.of(), keyring.trust().authorities());
        decide(authority.fingerprint(), Acceptance.VERIFIED);
        assertEquals(List.of(), keyring.trust().authorities());
        assertEquals(
                Set.<Fingerprint>of(authority.fingerprint()), keyring.trust().accepted());
        decide(authority.fingerprint(), Acceptance.ACCEPTED);
        assertEquals(List.of(authority.encoded()), keyring.trust().authorities(), "the person said so");
    }

    @Test
    void remembersWhatAnAuthoritySaidLast() {
        Objection.Revoked held = new Objection.Revoked(NOW.minusSeconds(60), false);
        keyring.smime().noteRevocation(new RevocationNote(authority.fingerprint(), NOW, Optional.empty()));
        keyring.smime().noteRevocation(new RevocationNote(anna.fingerprint(), NOW, Optional.of(held)));
        again();
        assertEquals(Map.of(anna.fingerprint(), held), keyring.trust().revoked());
        keyring.smime().noteRevocation(new RevocationNote(anna.fingerprint(), NOW.plusSeconds(1), Optional.empty()));
        again();
        assertEquals(Map.of(), keyring.trust().revoked());
        assertEquals(
                List.of(NOW, NOW.plusSeconds(1)),
                keyring.smime().revocations().stream()
                        .map(RevocationNote::asked)
                        .toList());
    }

    @Test
    @Attack(44)
    void aRejectedCertificateIsNotOffered() {
        Keeping _ = keyring.smime().keep(anna, NOW);
        decide(anna.fingerprint(), Acceptance.REJECTED);
        assertEquals(List.of(), keyring.certificatesFor(ANNA));
        assertEquals(Optional.empty(), keyring.byFingerprint(anna.fingerprint()));
        assertTrue(keyring.trust().rejected().contains(anna.fingerprint()));
    }

    @Test
    void aKeyringOfTheReleaseBeforeKeepsWhatItHad() {
        keyring.close();
        try (Database database = Database.open(profile.resolve("keyring.db"))) {
            database.commit(transaction -> {
                transaction.execute("DROP TABLE smime_token_key");
                transaction.execute("DROP TABLE smime_waiting");
                transaction.execute("DROP TABLE smime_revocation");
                transaction.execute("DROP TABLE smime_capabilities");
                transaction.execute("DROP TABLE smime_key");
                transaction.execute("DROP TABLE smime_address");
                transaction.execute("DROP TABLE smime_cert");
                transaction.execute("PRAGMA user_version = 2");
            });
        }
        keyring = opened();
        assertEquals(Keeping.TAKEN, keyring.smime().keep(anna, NOW));
        assertTrue(keyring.journalIntact());
    }

    @Test
    void remembersTheLatestCapabilitiesOfACertificate() {
        Set<String> first = Set.of("2.16.840.1.101.3.4.1.42");
        Set<String> later = Set.of("2.16.840.1.101.3.4.1.42", "2.16.840.1.101.3.4.1.46");
        keyring.smime().noteCapabilities(anna.fingerprint(), first, NOW);
        assertEquals(Set.of(), keyring.smime().capabilities(anna.fingerprint()), "of an unknown certificate");
        Keeping _ = keyring.smime().keep(anna, NOW);
        keyring.smime().noteCapabilities(anna.fingerprint(), later, NOW);
        keyring.smime().noteCapabilities(anna.fingerprint(), first, NOW.minusSeconds(60));
        again();
        assertEquals(later, keyring.smime().capabilities(anna.fingerprint()));
        keyring.smime().noteCapabilities(anna.fingerprint(), first, NOW.plusSeconds(60));
        assertEquals(first, keyring.smime().capabilities(anna.fingerprint()));
    }

    @Test
    void aKeyringWithoutCapabilitiesGetsAPlaceForThem() {
        Keeping _ = keyring.smime().keep(anna, NOW);
        keyring.close();
        try (Database database = Database.open(profile.resolve("keyring.db"))) {
            database.commit(transaction -> {
                transaction.execute("DROP TABLE smime_token_key");
                transaction.execute("DROP TABLE smime_waiting");
                transaction.execute("DROP TABLE smime_revocation");
                transaction.execute("DROP TABLE smime_capabilities");
                transaction.execute("PRAGMA user_version = 3");
            });
        }
        keyring = opened();
        keyring.smime().noteCapabilities(anna.fingerprint(), Set.of("1.2.3"), NOW);
        assertEquals(Set.of("1.2.3"), keyring.smime().capabilities(anna.fingerprint()));
    }

    @Test
    void trustIsReadAgainOnlyWhenSomethingWasChanged() {
        Keeping _ = keyring.smime().keep(authority, NOW);
        X509Trust before = keyring.trust();
        assertSame(before, keyring.trust());
        assertEquals(List.of(), keyring.certificatesFor(ANNA));
        assertSame(before, keyring.trust(), "reading changes nothing");

        decide(authority.fingerprint(), Acceptance.ACCEPTED);
        X509Trust decided = keyring.trust();
        assertEquals(List.of(authority.encoded()), decided.authorities());
        assertSame(decided, keyring.trust());
        Objection.Revoked revoked = new Objection.Revoked(NOW, true);
        keyring.smime().noteRevocation(new RevocationNote(anna.fingerprint(), NOW, Optional.of(revoked)));
        assertEquals(Map.of(anna.fingerprint(), revoked), keyring.trust().revoked());
    }

    @Test
    void whatAnotherConnectionDecidedCountsAtOnce() {
        Keeping _ = keyring.smime().keep(authority, NOW);
        assertEquals(List.of(), keyring.trust().authorities());
        try (Keyring other = opened()) {
            other.decide(new Decision(authority.fingerprint(), Acceptance.ACCEPTED, NOW, "said elsewhere"));
            assertEquals(List.of(authority.encoded()), keyring.trust().authorities());
            other.decide(new Decision(authority.fingerprint(), Acceptance.REJECTED, NOW, "and taken back"));
        }
        assertEquals(List.of(), keyring.trust().authorities());
        assertTrue(keyring.trust().rejected().contains(authority.fingerprint()));
    }

    private void decide(Fingerprint fingerprint, Acceptance acceptance) {
        keyring.decide(new Decision(fingerprint, acceptance, NOW, "said in a test"));
    }
}
