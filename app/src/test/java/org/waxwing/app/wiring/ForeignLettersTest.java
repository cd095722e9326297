package org.waxwing.app.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waxwing.app.wiring.PracticeWorld.BEN;
import static org.waxwing.app.wiring.PracticeWorld.CARLA;
import static org.waxwing.app.wiring.PracticeWorld.letter;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waxwing.app.Waxwing;
import org.waxwing.app.attack.Attack;
import org.waxwing.app.journey.Stop;
import org.waxwing.app.mailbox.Letters.Folder;
import org.waxwing.app.mailbox.Letters.Summary;
import org.waxwing.app.read.Reading;
import org.waxwing.app.send.Sending;
import org.waxwing.app.trust.BackedUp;
import org.waxwing.app.trust.ImportLine;
import org.waxwing.crypto.CryptographicSummary.Status;
import org.waxwing.crypto.Opening;
import org.waxwing.crypto.Protection;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;

/// What strangers put into a mailbox or a file, and what doesn't come of it.
class ForeignLettersTest {
    private static final String SECRET = "the quinces are ripe";

    @TempDir
    private Path folder;

    @Test
    @Attack(9)
    void aForeignMessageIsNeverTakenForADraft() throws IOException {
        try (PracticeWorld world = new PracticeWorld(folder);
                Waxwing ben = world.settled(BEN);
                Waxwing carla = world.settled(CARLA)) {
            world.introduce(ben, carla);
            String draft = "X-Mozilla-Draft-Info: internal/draft; encryption=0\r\nX-Unsent: 1\r\n"
                    + "Autocrypt-Draft-State: encrypt=no\r\nX-Mozilla-Keys: $draft\r\n"
                    + sealed(world, carla).latin1();
            world.deliver(BEN, Octets.ofUtf8(draft));
            var _ = ben.fetch().fetchAll();
            for (Summary row : inbox(ben)) {
                var _ = ben.read().read(row.id());
            }
            assertEquals(2, inbox(ben).size());
            assertEquals(List.of(), ben.drafts().all());
            assertEquals(List.of(), ben.outbox().entries());
        }
    }

    /// The names of the reader's servers are known to all, so a file that holds them proves nothing.
    @Test
    @Attack(20)
    void aFileFromAStrangerPutsNoWordIntoTheMouthOfTheReadersServers() throws IOException {
        Octets made = Octets.ofUtf8("Authentication-Results: mx.example.org; dkim=pass header.d=example.net\r\n"
                + "Received: from mail.example.net (mail.example.net [192.0.2.7]) by mx.example.org with ESMTPS id 1;"
                + " Tue, 24 Nov 2026 10:00:00 +0000\r\n"
                + "From: Carla <carla@example.org>\r\nTo: ben@example.org\r\nSubject: Hi\r\n\r\nHi\r\n");
        try (PracticeWorld world = new PracticeWorld(folder);
                Waxwing ben = world.settled(BEN)) {
            Reading file = ben.read().readFile(made);
            assertEquals(List.of(Stop.Standing.CLAIMED), standings(file));
            assertEquals(Optional.empty(), file.authentication().by());
            assertEquals(1, file.authentication().ignored());

            world.deliver(BEN, made);
            var _ = ben.fetch().fetchAll();
            Reading fetched = ben.read().read(inbox(ben).getFirst().id()).orElseThrow();
            assertEquals(List.of(Stop.Standing.STATED), standings(fetched));
            assertEquals(Optional.of("mx.example.org"), fetched.authentication().by());
        }
    }

    /// Whoever could be asked is known without reading the letter again.
    @Test
    void theDomainsWhoseServersSignedALetterComeWithIt() {
        String letter = """
            From: Carla <carla@example.net>
            To: ben@example.org
            Subject: Hi

            Hi
            """;
        String signed = """
            DKIM-Signature: v=1; a=rsa-sha256; d=example.net; s=one; h=from:subject;
             bh=frcCV1k9oG9oKj3dpUqdJg1PxRT2RSN/XKdLCPjaYaY=; b=AAAA
            """ + letter;
        try (PracticeWorld world = new PracticeWorld(folder);
                Waxwing ben = world.settled(BEN)) {
            world.deliver(BEN, Octets.ofUtf8(signed.replace("\n", "\r\n")));
            var _ = ben.fetch().fetchAll();
            Reading read = ben.read().read(inbox(ben).getFirst().id()).orElseThrow();
            assertEquals(List.of("example.net"), read.signingDomains());
            assertEquals(
                    List.of(),
                    ben.read()
                            .readFile(Octets.ofUtf8(letter.replace("\n", "\r\n")))
                            .signingDomains());
        }
    }

    private static List<Stop.Standing> standings(Reading reading) {
        return reading.journey().stops().stream().map(Stop::standing).toList();
    }

    /// The row of a letter says what its payload says: a stolen letter in it stays shut.
    @Test
    @Attack(13)
    void theListOpensNoSealedPartOfALetter() throws IOException {
        try (PracticeWorld world = new PracticeWorld(folder);
                Waxwing ben = world.settled(BEN);
                Waxwing carla = world.settled(CARLA)) {
            world.introduce(ben, carla);
            String stolen = sealed(world, carla).latin1();
            String part = stolen.substring(stolen.indexOf("Content-Type: multipart/encrypted"));
            String message = "From: Eve <eve@example.net>\r\nTo: ben@example.org\r\nSubject: Hi\r\n"
                    + "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nWhat's up?\r\n"
                    + "--x\r\n" + part + "\r\n--x--\r\n";
            world.deliver(BEN, Octets.ofUtf8(message));
            var _ = ben.fetch().fetchAll();
            Summary row = inbox(ben).stream()
                    .filter(listed -> listed.subject().equals("Hi"))
                    .findFirst()
                    .orElseThrow();
            assertEquals("What's up?", row.preview());
            assertEquals(Optional.of(Status.UNPROTECTED), row.status());
            var opened = assertInstanceOf(
                    Opening.Opened.class,
                    ben.read().read(row.id()).orElseThrow().opening());
            assertFalse(opened.payload().content().text().contains(SECRET));
            // Asked for, it opens on its own: it could have been opened above.
            var inside = ben.read().readEnclosed(opened.payload().enclosed().getFirst());
            assertTrue(assertInstanceOf(Opening.Opened.class, inside.opening())
                    .payload()
                    .content()
                    .text()
                    .contains(SECRET));
        }
    }

    @Test
    @Attack(50)
    void somebodysSecretKeyInAFileIsNamedAndSignsNothingInMyName() throws IOException {
        try (PracticeWorld world = new PracticeWorld(folder);
                Waxwing ben = world.settled(BEN);
                Waxwing carla = world.created("Carla");
                Passphrase passphrase = Passphrase.taking("another one".toCharArray())) {
            var _ = carla.seals().make(CARLA);
            Path file = folder.resolve("carla.asc");
            assertEquals(new BackedUp(1, 0), carla.seals().backUp(file, passphrase));
            var own = ben.seals().own().getFirst().fingerprint();
            List<ImportLine> lines = ben.people().bringIn(List.of(file), List.of());
            ImportLine.Kept kept = assertInstanceOf(ImportLine.Kept.class, lines.getFirst());
            assertTrue(kept.own(), "that its private key lies in the file is not said");
            assertTrue(kept.ownPassphrase(), "it opens without its passphrase");
            assertEquals(own, ben.seals().sealFor(BEN.address()).orElseThrow().fingerprint());
        }
    }

    private static Octets sealed(PracticeWorld world, Waxwing carla) {
        var _ = assertInstanceOf(
                Sending.Queued.class,
                carla.send()
                        .send(
                                letter(carla, List.of(BEN), List.of(), List.of()),
                                Optional.empty(),
                                Protection.SIGNED_AND_ENCRYPTED));
        var _ = carla.outbox().submitWaiting();
        Octets sealed = world.office().relayed().getFirst().bytes();
        assertFalse(sealed.latin1().contains(SECRET));
        return sealed;
    }

    private static List<Summary> inbox(Waxwing waxwing) {
        Folder inbox = waxwing.letters().folders().stream()
                .filter(found -> found.kind() == Folder.Kind.INBOX)
                .findFirst()
                .orElseThrow();
        return waxwing.letters().page(inbox.id(), Optional.empty(), 9);
    }
}
