package org.waxwing.crypto.sop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.policy.AlgorithmPolicy;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.crypto.sop.SopInputs.KeyRequest;
import org.waxwing.crypto.sop.SopInputs.Keys;
import org.waxwing.crypto.sop.SopInputs.Mode;
import org.waxwing.crypto.sop.SopInputs.Openers;
import org.waxwing.crypto.sop.SopInputs.Recipients;
import org.waxwing.crypto.sop.SopInputs.Verifiers;
import org.waxwing.crypto.sop.SopInputs.Writing;

class SopKeysTest {
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final Octets TEXT = Octets.ofUtf8("a letter\n");
    private final Sop sop = Sop.with(new SecureRandom(), AlgorithmPolicy.current(), NOW);

    private static <T> T done(SopResult<T> result) {
        return switch (result) {
            case SopResult.Done<T>(T value) -> value;
            case SopResult.Failed<T>(SopFailure failure) -> throw new AssertionError(failure);
        };
    }

    private static void failed(SopFailure expected, SopResult<?> result) {
        assertEquals(expected, assertInstanceOf(SopResult.Failed.class, result).failure());
    }

    private Octets anna() {
        return done(sop.generateKey(KeyRequest.ordinary(List.of("Anna <anna@example.org>")), true));
    }

    private static Keys open(Octets key) {
        return new Keys(List.of(key), List.of());
    }

    @Test
    void everyProfileMakesAKeyThatSignsAndReceives() {
        for (KeyGenerationProfile profile : KeyGenerationProfile.values()) {
            Octets key = done(sop.generateKey(
                    new KeyRequest(List.of("Anna <anna@example.org>"), Optional.empty(), profile, false), true));
            Octets certificate = done(sop.extractCert(key, true));
            for (EncryptionProfile encryption : EncryptionProfile.values()) {
                Writing writing = new Writing(Mode.BINARY, encryption, SopInputs.KeyPurpose.ANY, true);
                Sop.Encrypted sealed =
                        done(sop.encrypt(TEXT, new Recipients(List.of(), List.of(certificate)), open(key), writing));
                Sop.Decrypted found = done(sop.decrypt(
                        sealed.message(),
                        Openers.of(open(key)),
                        new Verifiers(List.of(certificate), Optional.empty(), Optional.empty())));
                assertEquals(TEXT, found.text());
                assertEquals(1, found.verifications().size());
                assertEquals(sealed.sessionKey(), found.sessionKey());
            }
        }
    }

    @Test
    void aPasswordLocksByArgon2InTheNewestProfile() {
        try (Passphrase password = Passphrase.taking("swordfish".toCharArray())) {
            for (EncryptionProfile profile : EncryptionProfile.values()) {
                Sop.Encrypted sealed = done(sop.encrypt(
                        TEXT,
                        new Recipients(List.of(password), List.of()),
                        Keys.none(),
                        new Writing(Mode.BINARY, profile, SopInputs.KeyPurpose.ANY, true)));
                Openers openers = new Openers(Keys.none(), List.of(password), List.of());
                assertEquals(
                        TEXT,
                        done(sop.decrypt(sealed.message(), openers, Verifiers.none()))
                                .text());
            }
        }
    }

    @Test
    void aSessionKeyOpensItsMessageAndNoOther() {
        Octets certificate = done(sop.extractCert(anna(), true));
        Recipients recipients = new Recipients(List.of(), List.of(certificate));
        Sop.Encrypted one = done(sop.encrypt(TEXT, recipients, Keys.none(), Writing.ordinary()));
        Sop.Encrypted other = done(sop.encrypt(TEXT, recipients, Keys.none(), Writing.ordinary()));
        SessionKey read = SessionKey.parse(one.sessionKey().text() + "\n").orElseThrow();
        Openers openers = new Openers(Keys.none(), List.of(), List.of(read));
        Sop.Decrypted found = done(sop.decrypt(one.message(), openers, Verifiers.none()));
        assertEquals(TEXT, found.text());
        assertEquals(one.sessionKey(), found.sessionKey());
        failed(SopFailure.CANNOT_DECRYPT, sop.decrypt(other.message(), openers, Verifiers.none()));
        assertTrue(SessionKey.parse("9:xyz").isEmpty());
        assertEquals("SessionKey[redacted]", read.toString());
    }

    @Test
    void changesThePasswordAndTakesItAway() {
        Octets key = anna();
        try (Passphrase old = Passphrase.taking("swordfish".toCharArray());
                Passphrase fresh = Passphrase.taking("herring".toCharArray())) {
            Octets locked = done(sop.changeKeyPassword(open(key), Optional.of(old), true));
            failed(SopFailure.KEY_IS_PROTECTED, sop.sign(TEXT, open(locked), Mode.BINARY, true));
            failed(SopFailure.KEY_IS_PROTECTED, sop.changeKeyPassword(open(locked), Optional.of(fresh), true));
            Keys held = new Keys(List.of(locked), List.of(fresh, old));
            Octets relocked = done(sop.changeKeyPassword(held, Optional.of(fresh), true));
            assertEquals(
                    key,
                    done(sop.changeKeyPassword(new Keys(List.of(relocked), List.of(fresh)), Optional.empty(), true)));
        }
        assertEquals(key, done(sop.changeKeyPassword(open(key), Optional.empty(), true)));
    }

    @Test
    void aRevokedKeyProvesNothingThatItEverSigned() {
        Octets key = anna();
        Octets signature = done(sop.sign(TEXT, open(key), Mode.BINARY, true)).signatures();
        Octets revoked = done(sop.revokeKey(open(key), true));
        failed(
                SopFailure.NO_SIGNATURE,
                sop.verify(TEXT, signature, new Verifiers(List.of(revoked), Optional.empty(), Optional.empty())));
        failed(
                SopFailure.CERT_CANNOT_ENCRYPT,
                sop.encrypt(TEXT, new Recipients(List.of(), List.of(revoked)), Keys.none(), Writing.ordinary()));
        failed(SopFailure.BAD_DATA, sop.revokeKey(open(done(sop.extractCert(key, true))), true));
    }

    @Test
    void nobodyCanEncryptToAKeyThatOnlySigns() {
        Octets key = done(sop.generateKey(
                new KeyRequest(
                        List.of("Anna <anna@example.org>"), Optional.empty(), KeyGenerationProfile.DEFAULT, true),
                true));
        Octets certificate = done(sop.extractCert(key, true));
        assertFalse(
                done(sop.sign(TEXT, open(key), Mode.TEXT, true)).signatures().isEmpty());
        failed(
                SopFailure.CERT_CANNOT_ENCRYPT,
                sop.encrypt(TEXT, new Recipients(List.of(), List.of(certificate)), Keys.none(), Writing.ordinary()));
    }
}
