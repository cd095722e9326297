package org.waxwing.app.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waxwing.app.wiring.PracticeWorld.BEN;
import static org.waxwing.app.wiring.PracticeWorld.CARLA;
import static org.waxwing.app.wiring.PracticeWorld.letter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waxwing.app.Waxwing;
import org.waxwing.app.attack.Attack;
import org.waxwing.app.mailbox.Letters.Folder;
import org.waxwing.app.mailbox.Letters.LetterId;
import org.waxwing.app.mailbox.Letters.Summary;
import org.waxwing.app.read.Finding;
import org.waxwing.app.read.Reading;
import org.waxwing.app.send.Sending;
import org.waxwing.app.trust.Card;
import org.waxwing.app.trust.ImportLine;
import org.waxwing.app.trust.Readiness;
import org.waxwing.app.trust.Standing;
import org.waxwing.crypto.Opening;
import org.waxwing.crypto.Protection;
import org.waxwing.crypto.mime.Octets;

/// What this computer remembers when a letter is opened.
class RememberingTest {
    private static final Finding THREAD_WAS_SEALED = new Finding.ThreadWasSealed();

    @TempDir
    private Path folder;

    @Test
    @Attack(40)
    void aClearLetterInASealedThreadIsToldSo() throws IOException {
        try (PracticeWorld world = new PracticeWorld(folder);
                Waxwing ben = world.settled(BEN);
                Waxwing carla = world.settled(CARLA)) {
            world.introduce(ben, carla);
            send(carla, Protection.SIGNED_AND_ENCRYPTED);
            var _ = ben.fetch().fetchAll();
            Summary sealed = ben.letters().page(inbox(ben), Optional.empty(), 5).getFirst();
            String thread = messageId(ben.read().read(sealed.id()).orElseThrow());

            assertEquals(List.of(THREAD_WAS_SEALED), clear(ben, "In-Reply-To: " + thread + "\r\n"));
            assertEquals(
                    List.of(THREAD_WAS_SEALED),
                    clear(ben, "References: " + thread + " <other@example.org>\r\nIn-Reply-To: <x@example.org>\r\n"));
            // The very letter, in clear in the place of the sealed one.
            assertEquals(List.of(THREAD_WAS_SEALED), clear(ben, "Message-ID: " + thread + "\r\n"));
            assertEquals(List.of(), clear(ben, "In-Reply-To: <other@example.org>\r\n"));
            assertEquals(List.of(), ben.read().read(sealed.id()).orElseThrow().findings());
            // Who sent the sealed letter knows of it too.
            assertEquals(List.of(THREAD_WAS_SEALED), clear(carla, "In-Reply-To: " + thread + "\r\n"));
            assertNowhere(thread);
        }
    }

    @Test
    @Attack(40)
    void aThreadThatWasNeverSealedSaysNothing() throws IOException {
        try (PracticeWorld world = new PracticeWorld(folder);
                Waxwing ben = world.settled(BEN);
                Waxwing carla = world.settled(CARLA)) {
            world.introduce(ben, carla);
            send(carla, Protection.SIGNED);
            var _ = ben.fetch().fetchAll();
            Summary signed = ben.letters().page(inbox(ben), Optional.empty(), 5).getFirst();
            Reading reading = ben.read().read(signed.id()).orElseThrow();
            assertEquals(List.of(), reading.findings());
            assertEquals(List.of(), clear(ben, "In-Reply-To: " + messageId(reading) + "\r\n"));
        }
    }

    @Test
    @Attack(45)
    void aCardInOnesOwnNameFromAFileIsToldAndNotSealedFor() throws IOException {
        try (PracticeWorld world = new PracticeWorld(folder);
                Waxwing ben = world.settled(BEN);
                Waxwing eve = world.created("Eve")) {
            Card forged = forged(eve);
            Card own = ben.seals().own().getFirst();
            Path file = Files.write(folder.resolve("ben.asc"), card(eve, forged).toByteArray());
            List<ImportLine> lines = ben.people().bringIn(List.of(file), List.of());
            assertEquals(2, lines.size());
            assertEquals(new ImportLine.InYourName("ben.asc", forged.fingerprint(), BEN.address()), lines.getLast());
            assertEquals(own.fingerprint(), sealedFor(ben));
            // Once it is compared it is a key of another computer of his.
            ben.people().decide(forged.fingerprint(), Standing.CHECKED, "compared");
            assertInstanceOf(Readiness.Ready.class, ben.people().readiness(BEN.address()));
            // His own card says nothing.
            Files.write(file, card(ben, own).toByteArray());
            assertEquals(1, ben.people().bringIn(List.of(file), List.of()).size());
        }
    }

    @Test
    @Attack(45)
    void aLetterThatHandsOutAKeyInOnesOwnNameIsToldSo() throws IOException {
        try (PracticeWorld world = new PracticeWorld(folder);
                Waxwing ben = world.settled(BEN);
                Waxwing eve = world.created("Eve")) {
            Card forged = forged(eve);
            List<Finding> told = List.of(new Finding.CertificateInYourName(BEN.address(), forged.fingerprint()));
            String armoured = card(eve, forged).latin1();
            assertEquals(told, findings(ben, attached("application/pgp-keys", armoured)));
            assertEquals(told, findings(ben, autocrypt(armoured) + "\r\nHi\r\n"));
            String own = card(ben, ben.seals().own().getFirst()).latin1();
            assertEquals(List.of(), findings(ben, autocrypt(own) + "\r\nHi\r\n"));
            assertEquals(List.of(), findings(ben, "Autocrypt: addr=ben@example.org; keydata=!\r\n\r\nHi\r\n"));
            assertEquals(1, ben.seals().own().size());
            assertEquals(List.of(), ben.people().cards());
        }
    }

    /// Keys cost of the time of the letter that brings them, and reading them is stopped like opening it.
    @Test
    @Attack(59)
    void whoStopsWaitingStopsTheReadingOfKeysInALetter() throws IOException {
        try (PracticeWorld world = new PracticeWorld(folder);
                Waxwing ben = world.settled(BEN);
                Waxwing eve = world.created("Eve")) {
            String armoured = card(eve, forged(eve)).latin1().repeat(20);
            LetterId file = delivered(world, ben, attached("application/octet-stream", armoured));
            LetterId keys = delivered(world, ben, attached("application/pgp-keys", armoured));
            int without = asked(ben, file);
            int whole = asked(ben, keys);
            // A key, a name and a subkey, and what signs them.
            assertTrue(whole > without + 20 * 6, () -> whole + " times asked, " + without + " without keys");
            AtomicInteger asked = new AtomicInteger();
            assertEquals(
                    Optional.of(new Opening.Unopenable(Opening.Reason.CANCELLED)),
                    ben.read().read(keys, () -> asked.incrementAndGet() >= whole, Reading::opening));
        }
    }

    /// How often it is asked whether somebody waits still.
    private static int asked(Waxwing reader, LetterId id) {
        AtomicInteger asked = new AtomicInteger();
        Reading reading = reader.read()
                .read(id, () -> asked.incrementAndGet() < 0, read -> read)
                .orElseThrow();
        assertInstanceOf(Opening.Opened.class, reading.opening());
        return asked.get();
    }

    private static LetterId delivered(PracticeWorld world, Waxwing ben, String rest) {
        world.deliver(BEN, Octets.ofUtf8("From: Carla <carla@example.org>\r\nTo: ben@example.org\r\n" + rest));
        var _ = ben.fetch().fetchAll();
        return ben.letters().page(inbox(ben), Optional.empty(), 5).getFirst().id();
    }

    private static String attached(String type, String armoured) {
        return "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nHi\r\n--b\r\n" + "Content-Type: " + type
                + "\r\n\r\n" + armoured + "\r\n--b--\r\n";
    }

    private static Card forged(Waxwing eve) {
        var _ = eve.seals().make(BEN);
        return eve.seals().own().getFirst();
    }

    private static Octets card(Waxwing owner, Card card) {
        return owner.seals().publicCard(card.fingerprint()).orElseThrow();
    }

    private static Object sealedFor(Waxwing ben) {
        return assertInstanceOf(Readiness.Ready.class, ben.people().readiness(BEN.address()))
                .certificate();
    }

    /// As Autocrypt Level 1 §2.1 has it: the key without its armour.
    private static String autocrypt(String armoured) {
        StringBuilder data = new StringBuilder();
        armoured.lines()
                .dropWhile(line -> !line.isBlank())
                .filter(line -> !line.startsWith("-----") && !line.startsWith("="))
                .forEach(data::append);
        String whole = Base64.getEncoder().encodeToString(Base64.getDecoder().decode(data.toString()));
        return "Autocrypt: addr=ben@example.org; keydata=" + whole.replaceAll("(.{70})", "\r\n $1") + "\r\n";
    }

    private static List<Finding> clear(Waxwing reader, String fields) {
        return findings(reader, fields + "Subject: Re: the harvest\r\n\r\nSend the keys to the shed to me.\r\n");
    }

    private static List<Finding> findings(Waxwing reader, String rest) {
        Reading reading = reader.read()
                .readFile(Octets.ofUtf8("From: Carla <carla@example.org>\r\nTo: ben@example.org\r\n" + rest));
        assertInstanceOf(Opening.Opened.class, reading.opening());
        return reading.findings();
    }

    private static void send(Waxwing from, Protection protection) {
        var _ = assertInstanceOf(
                Sending.Queued.class,
                from.send().send(letter(from, List.of(BEN), List.of(), List.of()), Optional.empty(), protection));
        var _ = from.outbox().submitWaiting();
    }

    private static String messageId(Reading reading) {
        return assertInstanceOf(Opening.Opened.class, reading.opening())
                .payload()
                .fields()
                .messageId()
                .orElseThrow();
    }

    private static org.waxwing.app.mailbox.Letters.FolderId inbox(Waxwing waxwing) {
        return waxwing.letters().folders().stream()
                .filter(found -> found.kind() == Folder.Kind.INBOX)
                .findFirst()
                .orElseThrow()
                .id();
    }

    /// Neither whole nor without its brackets.
    private void assertNowhere(String messageId) throws IOException {
        byte[] wanted = messageId.substring(1, messageId.length() - 1).getBytes(StandardCharsets.UTF_8);
        String text = new String(wanted, StandardCharsets.ISO_8859_1);
        for (String name : List.of("Ben", "Carla")) {
            try (var files = Files.walk(folder.resolve(name))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                    assertFalse(bytes.contains(text), () -> "it stands in " + file.getFileName());
                }
            }
        }
    }
}
