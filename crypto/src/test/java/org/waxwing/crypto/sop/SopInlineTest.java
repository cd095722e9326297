package org.waxwing.crypto.sop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.policy.AlgorithmPolicy;
import org.waxwing.crypto.sop.SopInputs.Form;
import org.waxwing.crypto.sop.SopInputs.KeyRequest;
import org.waxwing.crypto.sop.SopInputs.Keys;
import org.waxwing.crypto.sop.SopInputs.Verifiers;

class SopInlineTest {
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private final Sop sop = Sop.with(new SecureRandom(), AlgorithmPolicy.current(), NOW);
    private final Octets key = done(sop.generateKey(KeyRequest.ordinary(List.of("Anna <anna@example.org>")), true));
    private final Keys keys = new Keys(List.of(key), List.of());
    private final Verifiers verifiers =
            new Verifiers(List.of(done(sop.extractCert(key, true))), Optional.empty(), Optional.empty());

    private static <T> T done(SopResult<T> result) {
        return switch (result) {
            case SopResult.Done<T>(T value) -> value;
            case SopResult.Failed<T>(SopFailure failure) -> throw new AssertionError(failure);
        };
    }

    private static void failed(SopFailure expected, SopResult<?> result) {
        assertEquals(expected, assertInstanceOf(SopResult.Failed.class, result).failure());
    }

    private Octets clearsigned(String text) {
        return done(sop.inlineSign(Octets.ofUtf8(text), keys, Form.CLEARSIGNED, true));
    }

    @Test
    void everyFormComesBackAsItWas() {
        for (Form form : Form.values()) {
            for (String text : List.of("", "a", "a\n", "\n", "a\n\n", "-dash\n- dash\nFrom me\n--\n-", "ü\r\nö\r\n")) {
                Octets document = Octets.ofUtf8(text);
                Octets message = done(sop.inlineSign(document, keys, form, true));
                Sop.Verified found = done(sop.inlineVerify(message, verifiers));
                assertEquals(document, found.text(), form + " " + text);
                assertEquals(1, found.verifications().size());
                Sop.Detached apart = done(sop.inlineDetach(message, true));
                assertEquals(document, apart.text());
                assertEquals(
                        1,
                        done(sop.verify(apart.text(), apart.signatures(), verifiers))
                                .size());
            }
        }
    }

    @Test
    void whiteSpaceAtLineEndsIsNotSigned() {
        Octets message = clearsigned("one \t\ntwo\n");
        assertEquals(
                Octets.ofUtf8("one\ntwo\n"),
                done(sop.inlineVerify(message, verifiers)).text());
        Octets padded = Octets.ofUtf8(message.utf8().replace("one\n", "one  \n"));
        assertEquals(
                Octets.ofUtf8("one\ntwo\n"),
                done(sop.inlineVerify(padded, verifiers)).text());
    }

    @Test
    void aChangedTextProvesNothing() {
        Octets message = clearsigned("pay Ben 10\n");
        failed(
                SopFailure.NO_SIGNATURE,
                sop.inlineVerify(Octets.ofUtf8(message.utf8().replace("Ben 10", "Ben 1000")), verifiers));
    }

    @Test
    void refusesWhatIsNotCoveredByTheSignature() {
        String message = clearsigned("pay Ben 10\n").utf8();
        for (String forged : List.of(
                "pay Carla\n" + message,
                message + "pay Carla\n",
                message.replace("Hash: SHA512\n", "Comment: pay Carla\n"),
                message.replace("Hash: SHA512\n", "Hash: SHA512\nNote: pay Carla\n"),
                message.replace("Hash: SHA512\n", "Hash: SHA512\u00a0pay Carla\n"),
                message.replace("Hash: SHA512\n\n", "Hash: SHA512\n"),
                message.replace("pay Ben 10", "-pay Ben 10"),
                message + message,
                message.replace("-----END PGP SIGNATURE-----", ""))) {
            failed(SopFailure.BAD_DATA, sop.inlineVerify(Octets.ofUtf8(forged), verifiers));
        }
    }

    @Test
    void readableTextIsTextAndHasArmour() {
        failed(
                SopFailure.EXPECTED_TEXT,
                sop.inlineSign(Octets.of(new byte[] {(byte) 0xFF}), keys, Form.CLEARSIGNED, true));
        failed(SopFailure.INCOMPATIBLE_OPTIONS, sop.inlineSign(Octets.ofUtf8("a"), keys, Form.CLEARSIGNED, false));
        assertTrue(clearsigned("a\n").utf8().startsWith("-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\na\n"));
    }

    @Test
    void whatIsEncryptedOrUnsignedIsNotVerified() {
        failed(SopFailure.BAD_DATA, sop.inlineVerify(Octets.ofUtf8("hello"), verifiers));
        Octets literal = Octets.of(new byte[] {(byte) 0xCB, 7, 'b', 0, 0, 0, 0, 0, 'a'});
        failed(SopFailure.NO_SIGNATURE, sop.inlineVerify(literal, verifiers));
        failed(SopFailure.BAD_DATA, sop.inlineDetach(literal, true));
        failed(SopFailure.MISSING_ARG, sop.inlineVerify(literal, Verifiers.none()));
    }
}
