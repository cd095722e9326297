package org.waxwing.crypto.sop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

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

class SopTest {
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final Octets TEXT = Octets.ofUtf8("first line\nsecond line\n");
    private final Sop sop = Sop.with(new SecureRandom(), AlgorithmPolicy.current(), NOW);
    private final Octets key = done(sop.generateKey(KeyRequest.ordinary(List.of("Anna <anna@example.org>")), true));
    private final Octets certificate = done(sop.extractCert(key, true));
    private final Keys keys = new Keys(List.of(key), List.of());
    private final Verifiers verifiers = new Verifiers(List.of(certificate), Optional.empty(), Optional.empty());

    private static <T> T done(SopResult<T> result) {
        return switch (result) {
            case SopResult.Done<T>(T value) -> value;
            case SopResult.Failed<T>(SopFailure failure) -> throw new AssertionError(failure);
        };
    }

    private static void failed(SopFailure expected, SopResult<?> result) {
        assertEquals(expected, assertInstanceOf(SopResult.Failed.class, result).failure());
    }

    private static Openers byPassword(Passphrase... passwords) {
        return new Openers(Keys.none(), List.of(passwords), List.of());
    }

    @Test
    void signsAndVerifiesTextAndBytes() {
        for (Mode mode : Mode.values()) {
            Sop.Signatures made = done(sop.sign(TEXT, keys, mode, true));
            assertEquals("pgp-sha512", made.micalg());
            List<Verification> valid = done(sop.verify(TEXT, made.signatures(), verifiers));
            assertEquals(1, valid.size());
            assertEquals(
                    "2026-03-02T12:00:00Z " + valid.getFirst().key().hex() + " "
                            + valid.getFirst().certificate().hex() + " mode:"
                            + (mode == Mode.TEXT ? "text" : "binary"),
                    valid.getFirst().line());
            failed(SopFailure.NO_SIGNATURE, sop.verify(Octets.ofUtf8("other"), made.signatures(), verifiers));
        }
    }

    @Test
    void encryptsForKeysAndForPasswords() {
        try (Passphrase password = Passphrase.taking("swordfish".toCharArray());
                Passphrase wrong = Passphrase.taking("herring".toCharArray())) {
            Octets message = done(sop.encrypt(
                            TEXT, new Recipients(List.of(password), List.of(certificate)), keys, Writing.ordinary()))
                    .message();
            Sop.Decrypted byKey = done(sop.decrypt(message, Openers.of(keys), verifiers));
            assertEquals(TEXT, byKey.text());
            assertEquals(1, byKey.verifications().size());
            assertEquals(
                    TEXT,
                    done(sop.decrypt(message, byPassword(wrong, password), Verifiers.none()))
                            .text());
            failed(SopFailure.CANNOT_DECRYPT, sop.decrypt(message, byPassword(wrong), Verifiers.none()));
        }
    }

    @Test
    void asksForThePasswordOfALockedKey() {
        try (Passphrase password = Passphrase.taking("swordfish".toCharArray())) {
            Octets locked = done(sop.generateKey(
                    new KeyRequest(
                            List.of("Ben <ben@example.org>"),
                            Optional.of(password),
                            KeyGenerationProfile.DEFAULT,
                            false),
                    false));
            failed(
                    SopFailure.KEY_IS_PROTECTED,
                    sop.sign(TEXT, new Keys(List.of(locked), List.of()), Mode.BINARY, true));
            Sop.Signatures made = done(sop.sign(TEXT, new Keys(List.of(locked), List.of(password)), Mode.BINARY, true));
            assertFalse(made.signatures().isEmpty());
        }
    }

    @Test
    void namesWhatIsWrongByTheNumbersOfTheDraft() {
        failed(SopFailure.MISSING_ARG, sop.sign(TEXT, Keys.none(), Mode.BINARY, true));
        failed(SopFailure.BAD_DATA, sop.extractCert(TEXT, true));
        failed(SopFailure.BAD_DATA, sop.verify(TEXT, TEXT, verifiers));
        failed(
                SopFailure.EXPECTED_TEXT,
                sop.sign(Octets.of(new byte[] {(byte) 0xFF, (byte) 0xFE}), keys, Mode.TEXT, true));
        assertEquals(41, SopFailure.BAD_DATA.exitCode());
    }

    @Test
    void armourComesOffAndGoesOn() {
        Octets binary = done(sop.dearmor(certificate));
        assertEquals(certificate, done(sop.armor(binary)));
        assertEquals(certificate, done(sop.armor(certificate)));
    }

    @Test
    void aMessageThatIsOnlySignedIsNoEncryptedOne() {
        Octets signed = done(sop.sign(TEXT, keys, Mode.BINARY, false)).signatures();
        byte[] literal = Octets.ofUtf8("\u0000b\0\0\0\0\0hello").toByteArray();
        literal[0] = (byte) (literal.length - 1);
        byte[] message = new byte[signed.length() + literal.length + 1];
        System.arraycopy(signed.toByteArray(), 0, message, 0, signed.length());
        message[signed.length()] = (byte) 0xCB;
        System.arraycopy(literal, 0, message, signed.length() + 1, literal.length);
        failed(SopFailure.BAD_DATA, sop.decrypt(Octets.of(message), Openers.of(keys), verifiers));
    }
}
