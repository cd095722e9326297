package org.waxwing.keystore.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.waxwing.crypto.OpenPgp;
import org.waxwing.crypto.cert.KeyChange;
import org.waxwing.crypto.cert.KeyChanging;
import org.waxwing.crypto.cert.KeyPlan;
import org.waxwing.crypto.cert.LockStrength;
import org.waxwing.crypto.cert.Objection.Purpose;
import org.waxwing.crypto.cert.OpenPgpSecretKey;
import org.waxwing.crypto.cert.Relocking;
import org.waxwing.crypto.cert.UserId;
import org.waxwing.crypto.policy.AlgorithmPolicy;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.keystore.Keeping;
import org.waxwing.keystore.Keyring;
import org.waxwing.keystore.KeyringException;
import org.waxwing.keystore.Keyrings;
import org.waxwing.keystore.PassphraseCare;
import org.waxwing.keystore.vault.Vault;

/// Keys that their owner changes, over the real mathematics.
final class ChangedKeyTest {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private final OpenPgp openPgp = OpenPgp.with(new SecureRandom(), AlgorithmPolicy.current());

    @TempDir
    Path profile;

    private Vault vault;
    private Keyring keyring;
    private OpenPgpSecretKey asItCame;

    @BeforeEach
    void open() {
        try (Passphrase passphrase = words("correct horse")) {
            vault = Vault.create(profile.resolve("vault"), passphrase);
        }
        keyring = Keyrings.open(profile.resolve("keyring.db"), vault, openPgp);
        try (Passphrase lock = words("made")) {
            KeyPlan plan = KeyPlan.ordinary(new UserId("Anna <anna@example.org>"), Optional.of(Duration.ofDays(1095)));
            asItCame = openPgp.generate(plan, lock, LockStrength.RANDOM_SECRET, NOW)
                    .key();
            assertEquals(Keeping.TAKEN, keyring.keepSecret(asItCame, Optional.of(lock), NOW));
        }
    }

    @AfterEach
    void close() {
        keyring.close();
        vault.close();
    }

    @SuppressWarnings("MustBeClosedChecker")
    private static Passphrase words(String text) {
        return Passphrase.taking(text.toCharArray());
    }

    private OpenPgpSecretKey own() {
        assertEquals(1, keyring.secretKeysFor(0).size(), "one row");
        return keyring.ownKeys().getFirst();
    }

    private OpenPgpSecretKey changed(OpenPgpSecretKey key, KeyChange change) {
        try (Passphrase passphrase = keyring.passphraseFor(key).orElseThrow()) {
            return assertInstanceOf(
                            KeyChanging.Changed.class, openPgp.change(key, change, Optional.of(passphrase), NOW))
                    .key();
        }
    }

    @Test
    void aChangeOutlivesARestartAndTheVaultStillKnowsThePassphrase() {
        OpenPgpSecretKey before = own();
        OpenPgpSecretKey after = changed(before, new KeyChange.AddSubkey(Purpose.ENCRYPT, Optional.empty()));
        keyring.keepChanged(before, after, PassphraseCare.AS_BEFORE, NOW);
        keyring.close();
        keyring = Keyrings.open(profile.resolve("keyring.db"), vault, openPgp);
        assertEquals(after, own());
        assertEquals(3, own().certificate().keys().size());
        try (Passphrase known = keyring.passphraseFor(own()).orElseThrow();
                Passphrase next = words("another")) {
            assertInstanceOf(Relocking.Relocked.class, openPgp.relock(own(), known, next), "every part opens");
        }
    }

    @Test
    void anOldBackupBringsNothingBack() {
        OpenPgpSecretKey before = own();
        OpenPgpSecretKey after = changed(before, new KeyChange.Validity(Optional.empty()));
        keyring.keepChanged(before, after, PassphraseCare.AS_BEFORE, NOW);
        try (Passphrase lock = words("made")) {
            assertEquals(Keeping.UNCHANGED, keyring.keepSecret(asItCame, Optional.of(lock), NOW));
        }
        assertEquals(Optional.empty(), own().certificate().expires());
    }

    @Test
    void aChangeOfWhatSomebodyElseChangedMeanwhileIsRefusedWhole() {
        OpenPgpSecretKey before = own();
        OpenPgpSecretKey one = changed(before, new KeyChange.AddUserId(new UserId("<anna@chem.example>")));
        OpenPgpSecretKey other = changed(before, new KeyChange.Validity(Optional.empty()));
        keyring.keepChanged(before, one, PassphraseCare.AS_BEFORE, NOW);
        assertThrows(KeyringException.class, () -> keyring.keepChanged(before, other, PassphraseCare.AS_BEFORE, NOW));
        assertEquals(one, own(), "nothing of it was kept");
    }

    @Test
    void aChangeThatWouldLoseAPartIsRefused() {
        OpenPgpSecretKey before = own();
        OpenPgpSecretKey more = changed(before, new KeyChange.AddSubkey(Purpose.SIGN, Optional.empty()));
        keyring.keepChanged(before, more, PassphraseCare.AS_BEFORE, NOW);
        assertThrows(
                IllegalArgumentException.class, () -> keyring.keepChanged(more, before, PassphraseCare.AS_BEFORE, NOW));
        assertEquals(more, own());
    }

    @Test
    void aKeyUnderItsOwnPassphraseLeavesTheVaultsCareAndComesBack() {
        OpenPgpSecretKey before = own();
        try (Passphrase known = keyring.passphraseFor(before).orElseThrow();
                Passphrase next = words("only Anna knows")) {
            OpenPgpSecretKey after = assertInstanceOf(Relocking.Relocked.class, openPgp.relock(before, known, next))
                    .key();
            keyring.keepChanged(before, after, PassphraseCare.THE_PERSON, NOW);
            assertTrue(keyring.passphraseFor(own()).isEmpty());
            assertTrue(keyring.keepSecret(own(), List.of(next), NOW).inVaultCare());
        }
        try (Passphrase again = keyring.passphraseFor(own()).orElseThrow()) {
            assertTrue(!again.isEmpty());
        }
    }
}
