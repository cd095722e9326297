package org.waxwing.crypto.sop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.policy.AlgorithmPolicy;
import org.waxwing.crypto.sop.SopInputs.KeyPurpose;
import org.waxwing.crypto.sop.SopInputs.KeyRequest;
import org.waxwing.crypto.sop.SopInputs.Keys;
import org.waxwing.crypto.sop.SopInputs.Mode;
import org.waxwing.crypto.sop.SopInputs.Openers;
import org.waxwing.crypto.sop.SopInputs.Recipients;
import org.waxwing.crypto.sop.SopInputs.Verifiers;
import org.waxwing.crypto.sop.SopInputs.Writing;
import org.waxwing.crypto.sop.SopStreams.Held;
import org.waxwing.crypto.sop.SopStreams.Source;

/// What passes by is treated as what is at hand.
class SopStreamsTest {
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BEYOND_MEMORY = (9 << 20) + 17;

    @TempDir
    Path folder;

    private final Sop sop = Sop.with(RANDOM, AlgorithmPolicy.current(), NOW);
    private final Octets key = done(sop.generateKey(KeyRequest.ordinary(List.of("Anna <anna@example.org>")), true));
    private final Keys keys = new Keys(List.of(key), List.of());
    private final Octets certificate = done(sop.extractCert(key, true));
    private final Recipients recipients = new Recipients(List.of(), List.of(certificate));
    private final Verifiers verifiers = new Verifiers(List.of(certificate), Optional.empty(), Optional.empty());

    private static <T> T done(SopResult<T> result) {
        return switch (result) {
            case SopResult.Done<T>(T value) -> value;
            case SopResult.Failed<T>(SopFailure failure) -> throw new AssertionError(failure);
        };
    }

    private FileSpool spool() {
        return new FileSpool(folder);
    }

    private static SopStreams streams(FileSpool spool) {
        return SopStreams.with(RANDOM, AlgorithmPolicy.current(), NOW, spool);
    }

    private static Octets text(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return Octets.of(bytes);
    }

    private static Writing writing(EncryptionProfile profile, boolean armored) {
        return new Writing(Mode.BINARY, profile, KeyPurpose.ANY, armored);
    }

    private Octets encrypted(Octets text, Writing writing, boolean lengthKnown) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Source source = lengthKnown ? new Source(text.stream(), text.length()) : Source.of(text.stream());
        SessionKey _ = done(streams(spool()).encrypt(source, out, recipients, keys, writing));
        return Octets.of(out.toByteArray());
    }

    private static Octets content(Held held) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        held.writeTo(out);
        return Octets.of(out.toByteArray());
    }

    @Test
    void whatIsWrittenPassingByIsReadBothWays() throws IOException {
        for (int length : List.of(0, 1, 511, 65_535, 65_536, 65_537, 300_000)) {
            for (EncryptionProfile profile : List.of(EncryptionProfile.RFC4880, EncryptionProfile.RFC9580)) {
                for (boolean flag : List.of(true, false)) {
                    Octets text = text(length);
                    Octets message = encrypted(text, writing(profile, flag), flag);
                    Sop.Decrypted atHand = done(sop.decrypt(message, Openers.of(keys), verifiers));
                    assertEquals(text, atHand.text(), profile + " " + length);
                    assertEquals(1, atHand.verifications().size());
                    try (Held held = done(streams(spool()).decrypt(message.stream(), Openers.of(keys), verifiers))) {
                        assertEquals(text, content(held));
                        assertEquals(atHand.verifications(), held.verifications());
                        assertEquals(atHand.sessionKey(), held.sessionKey());
                    }
                }
            }
        }
    }

    @Test
    void muchTextWaitsSealedAndIsDiscarded() throws IOException {
        byte[] zeros = new byte[BEYOND_MEMORY];
        Octets message = encrypted(Octets.of(zeros), writing(EncryptionProfile.RFC4880, false), false);
        FileSpool spool = spool();
        try (Held held = done(streams(spool).decrypt(message.stream(), Openers.of(keys), verifiers))) {
            assertEquals(1, held.verifications().size());
            Path file = spool.opened().getFirst();
            byte[] sealed = Files.readAllBytes(file);
            assertTrue(sealed.length > zeros.length);
            assertFalse(Arrays.equals(new byte[64], Arrays.copyOfRange(sealed, 4096, 4160)), "it lies in the clear");
            assertEquals(Octets.of(zeros), content(held));
            sealed[sealed.length / 2] ^= 1;
            Files.write(file, sealed);
            assertThrows(IOException.class, () -> content(held));
        }
        assertFalse(Files.exists(spool.opened().getFirst()));
    }

    @Test
    void nothingComesOutOfWhatWasChangedOnTheWay() throws IOException {
        for (EncryptionProfile profile : List.of(EncryptionProfile.RFC4880, EncryptionProfile.RFC9580)) {
            byte[] message = encrypted(text(BEYOND_MEMORY), writing(profile, false), true)
                    .toByteArray();
            for (int at : List.of(400, message.length / 2, message.length - 70_000, message.length - 1)) {
                byte[] changed = message.clone();
                changed[at] ^= 1;
                assertNotEquals(SopFailure.UNSPECIFIED_FAILURE, refused(changed));
                assertEquals(SopFailure.BAD_DATA, refused(Arrays.copyOf(message, at)));
            }
            assertEquals(SopFailure.BAD_DATA, refused(Arrays.copyOf(message, message.length + 1)));
            byte[] followed = Arrays.copyOf(message, message.length + 8);
            System.arraycopy(new byte[] {(byte) 0xCB, 6, 'b', 0, 0, 0, 0, 0}, 0, followed, message.length, 8);
            assertEquals(SopFailure.BAD_DATA, refused(followed));
        }
    }

    private SopFailure refused(byte[] message) throws IOException {
        FileSpool spool = spool();
        SopResult<Held> result = streams(spool).decrypt(Octets.of(message).stream(), Openers.of(keys), verifiers);
        spool.opened().forEach(file -> assertFalse(Files.exists(file), "text was left behind"));
        SopFailure failure = assertInstanceOf(SopResult.Failed.class, result).failure();
        SopResult<Sop.Decrypted> atHand = sop.decrypt(Octets.of(message), Openers.of(keys), verifiers);
        assertEquals(failure, assertInstanceOf(SopResult.Failed.class, atHand).failure());
        return failure;
    }

    @Test
    void signsAndVerifiesWhatPassesBy() throws IOException {
        Octets document = text(200_000);
        SopStreams streams = streams(spool());
        Sop.Signatures made = done(streams.sign(Source.of(document.stream()), keys, true));
        assertEquals("pgp-sha512", made.micalg());
        List<Verification> valid = done(streams.verify(document.stream(), made.signatures(), verifiers));
        assertEquals(done(sop.verify(document, made.signatures(), verifiers)), valid);
        assertInstanceOf(
                SopResult.Failed.class,
                streams.verify(document.slice(1, document.length()).stream(), made.signatures(), verifiers));
    }
}
