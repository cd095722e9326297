package org.waxwing.crypto.smime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.openpgp.bulk.SealedSpool;
import org.waxwing.crypto.smime.SignerFinding.Mathematics;
import org.waxwing.crypto.sop.FileSpool;

/// What is too much for memory waits in a spool: sealed there, and gone where it isn't proven.
final class HeldInASpoolTest {
    private static final int FITS = 1000;
    private static final String WORDS = "The garden gate is open. ";
    private static final Octets TEXT = Octets.ofUtf8(WORDS.repeat(20_000));

    @TempDir
    private Path folder;

    private final SecureRandom random = new SecureRandom();
    private final SmimeEngine engine = new SmimeEngine(random);
    private final SmimeFolk folk = new SmimeFolk();
    private final UnlockedIdentity anna = folk.person("Anna", "RSA", "2048");

    @Test
    void aProvenTextLiesSealedUntilItIsClosed() throws IOException {
        for (SmimeCapabilities capabilities : List.of(SmimeCapabilities.unknown(), SmimeCapabilities.ours())) {
            FileSpool spool = new FileSpool(folder);
            Octets message = encrypted(TEXT, capabilities);
            HeldContent content = assertInstanceOf(Unsealing.Unsealed.class, open(message, spool, Long.MAX_VALUE))
                    .content();
            assertEquals(TEXT, read(content));
            assertEquals(TEXT, read(content), "as often as wanted");
            assertThrows(IllegalStateException.class, content::octets);
            Path file = spool.opened().getFirst();
            assertEquals(1, spool.opened().size());
            assertTrue(Files.size(file) >= TEXT.length());
            assertFalse(Octets.of(Files.readAllBytes(file)).latin1().contains(WORDS.strip()));
            content.close();
            assertFalse(Files.exists(file));
        }
    }

    @Test
    void aLittleNeverLeavesMemory() throws IOException {
        FileSpool spool = new FileSpool(folder);
        Octets little = TEXT.slice(0, FITS);
        Unsealing unsealing = open(encrypted(little, SmimeCapabilities.ours()), spool, Long.MAX_VALUE);
        assertEquals(
                little,
                assertInstanceOf(Unsealing.Unsealed.class, unsealing).content().octets());
        assertEquals(List.of(), spool.opened());
    }

    @Test
    void whatIsNotProvenIsGone() throws IOException {
        Octets message = encrypted(TEXT, SmimeCapabilities.ours());
        List<Octets> bad = new ArrayList<>();
        for (int fromEnd : new int[] {1, 16, 17, 400_000}) {
            byte[] changed = message.toByteArray();
            changed[changed.length - fromEnd] ^= 1;
            bad.add(Octets.of(changed));
        }
        bad.add(message.slice(0, message.length() - 1));
        bad.add(message.slice(0, message.length() / 2));
        FileSpool spool = new FileSpool(folder);
        for (Octets changed : bad) {
            assertInstanceOf(Unsealing.NotIntact.class, open(changed, spool, Long.MAX_VALUE));
        }
        assertTrue(spool.opened().size() >= bad.size());
        assertNothingLies();
    }

    @Test
    void moreThanTheLimitIsGone() throws IOException {
        for (SmimeCapabilities capabilities : List.of(SmimeCapabilities.unknown(), SmimeCapabilities.ours())) {
            FileSpool spool = new FileSpool(folder);
            Octets message = encrypted(TEXT, capabilities);
            assertInstanceOf(Unsealing.TooLarge.class, open(message, spool, TEXT.length() / 2));
            assertFalse(spool.opened().isEmpty());
            assertNothingLies();
        }
    }

    @Test
    void aChangedSpoolIsNotRead() throws IOException {
        FileSpool spool = new FileSpool(folder);
        Octets message = encrypted(TEXT, SmimeCapabilities.ours());
        try (HeldContent content = assertInstanceOf(Unsealing.Unsealed.class, open(message, spool, Long.MAX_VALUE))
                .content()) {
            Path file = spool.opened().getFirst();
            byte[] sealed = Files.readAllBytes(file);
            for (int at : new int[] {0, sealed.length / 2, sealed.length - 1}) {
                byte[] changed = sealed.clone();
                changed[at] ^= 1;
                Files.write(file, changed);
                assertThrows(IOException.class, () -> read(content));
            }
            Files.write(file, Octets.of(sealed).slice(0, sealed.length - 20).toByteArray());
            assertThrows(IOException.class, () -> read(content));
        }
        assertNothingLies();
    }

    @Test
    void aSignedTextStaysInTheMessageThatIsHeld() throws IOException {
        ByteArrayOutputStream signed = new ByteArrayOutputStream();
        assertTrue(engine.signOpaque(TEXT.stream(), anna, SmimeFolk.NOW, signed));
        FileSpool spool = new FileSpool(folder);
        Octets message = encrypted(Octets.of(signed.toByteArray()), SmimeCapabilities.ours());
        try (HeldContent outer = assertInstanceOf(Unsealing.Unsealed.class, open(message, spool, Long.MAX_VALUE))
                .content()) {
            SignedReading.Read read = assertInstanceOf(SignedReading.Read.class, engine.openSigned(outer, List.of()));
            assertEquals(Mathematics.HOLDS, read.signers().getFirst().mathematics());
            assertEquals(TEXT, read(read.content()));
            assertEquals(TEXT, read(read.content()), "as often as wanted");
            assertThrows(IllegalStateException.class, () -> read.content().octets());
            read.content().close();
            assertEquals(1, spool.opened().size(), "nothing is kept twice");
        }
        assertNothingLies();
    }

    @Test
    void aSignedTextInMemoryIsTakenOutWhole() throws IOException {
        ByteArrayOutputStream signed = new ByteArrayOutputStream();
        assertTrue(engine.signOpaque(TEXT.stream(), anna, SmimeFolk.NOW, signed));
        Octets message = Octets.of(signed.toByteArray());
        SignedReading.Read read =
                assertInstanceOf(SignedReading.Read.class, engine.openSigned(HeldContent.of(message), List.of()));
        assertEquals(TEXT, read.content().octets());
        assertInstanceOf(
                SignedReading.Malformed.class,
                engine.openSigned(HeldContent.of(message.slice(0, message.length() / 2)), List.of()));
    }

    private void assertNothingLies() throws IOException {
        try (var files = Files.list(folder)) {
            assertEquals(List.of(), files.toList());
        }
    }

    private Unsealing open(Octets message, FileSpool spool, long limit) throws IOException {
        Holding holding = new Holding(Optional.of(new SealedSpool.Beyond(spool, random)), FITS, limit, FITS);
        return engine.decrypt(message::stream, OwnKeys.of(List.of(anna)), holding);
    }

    private Octets encrypted(Octets text, SmimeCapabilities capabilities) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertInstanceOf(
                Sealing.Sealed.class, engine.encrypt(text, List.of(SmimeFolk.recipient(anna, capabilities)), out));
        return Octets.of(out.toByteArray());
    }

    private static Octets read(HeldContent content) throws IOException {
        try (InputStream in = content.open()) {
            return Octets.readAll(in);
        }
    }
}
