package org.waxwing.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waxwing.crypto.Person.ANNA;
import static org.waxwing.crypto.Person.BEN;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.CryptographicSummary.Status;
import org.waxwing.crypto.attack.Attack;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.cert.SealingProblem;
import org.waxwing.crypto.mime.AttachedFile;
import org.waxwing.crypto.mime.Mailbox;
import org.waxwing.crypto.mime.MimeParser;
import org.waxwing.crypto.mime.MimeParsing;
import org.waxwing.crypto.mime.MimePart;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.smime.CmsLayers;

/// What goes out, seen by a relay and by its reader.
class SealingTest {
    private static final AttachedFile FILE =
            new AttachedFile("Bäume\r\nBcc: x.pdf", "application/pdf", Octets.of(new byte[] {0, 1, 13, 10, 13, -1}));

    @Test
    void whatAnnaSealsBenReads() {
        var opened = BensDesk.opened(sealed(letter("Größe?", "Grüße,\nAnna "), Protection.SIGNED_AND_ENCRYPTED));
        assertEquals(Status.CONFIDENTIAL, opened.summary().status());
        assertEquals("Größe?", opened.payload().fields().subject());
        assertEquals("Grüße,\nAnna ", opened.payload().content().text());
        assertEquals(
                FILE.content(),
                opened.payload().content().attachments().getFirst().content());
        assertEquals(
                "Bäume Bcc_ x.pdf",
                opened.payload().content().attachments().getFirst().name());
        assertEquals(List.of(), opened.payload().notes());
    }

    @Test
    @Attack(41)
    void theRelaySeesNoSubjectAndNoText() {
        String outside = header(sealed(letter("Größe?", "Grüße"), Protection.SIGNED_AND_ENCRYPTED));
        assertTrue(outside.contains("Subject: [...]\r\n"));
        assertTrue(outside.contains("From: \"Anna\" <anna@waxwing.example>\r\n"));
        assertTrue(outside.contains("Content-Type: multipart/encrypted;\r\n protocol=\"application/pgp-encrypted\""));
        assertFalse(outside.contains("gr"));
        assertFalse(outside.contains("HP-Outer"));
    }

    @Test
    void thePayloadCarriesBothMarksAndWhatStoodOutside() {
        var opened = BensDesk.opened(sealed(letter("Secret", "hi"), Protection.SIGNED_AND_ENCRYPTED));
        String payload = opened.payload().bytes().utf8();
        assertTrue(payload.contains("hp=\"cipher\";\r\n protected-headers=\"v1\""), payload);
        assertTrue(payload.contains("\r\nHP-Outer: Subject: [...]\r\n"));
        assertTrue(payload.contains("\r\nSubject: Secret\r\n"));
        assertTrue(payload.contains("hp-legacy-display=\"1\""));
        assertTrue(payload.contains("\r\n\r\nSubject: Secret\r\n\r\nhi"));
    }

    @Test
    void aSignedLetterIsReadableByEverybody() {
        Octets message = sealed(letter("Open", "hi"), Protection.SIGNED);
        assertTrue(header(message).contains("Subject: Open\r\n"));
        assertTrue(header(message).contains("micalg=\"pgp-sha512\""));
        var opened = BensDesk.opened(message);
        assertEquals(Status.VERIFIED, opened.summary().status());
        assertTrue(opened.payload().bytes().utf8().contains("hp=\"clear\""));
        assertEquals(List.of(), opened.payload().notes());
    }

    @Test
    void aSignedLetterChangedOnTheWayIsUnprotected() {
        Octets message = sealed(letter("Open", "pay 10"), Protection.SIGNED);
        Octets changed = Octets.ofUtf8(message.utf8().replace("pay 10", "pay 99"));
        assertEquals(Status.UNPROTECTED, BensDesk.status(changed));
    }

    @Test
    void aSignedLetterSavedWithBareLineFeedsStillHolds() {
        Octets message = sealed(letter("Open", "a\nb"), Protection.SIGNED);
        assertEquals(
                Status.VERIFIED, BensDesk.status(Octets.ofUtf8(message.utf8().replace("\r\n", "\n"))));
    }

    @Test
    @Attack(58)
    void nothingThatGoesOutHasABareCarriageReturnOrLineFeed() {
        for (Protection protection : Protection.values()) {
            String message = sealed(letter("a\r\nBcc: eve@evil.example\rx\ny", "a\rb\nc\r\n.\r\nFrom d"), protection)
                    .latin1();
            assertFalse(message.replace("\r\n", "").contains("\r"));
            assertFalse(message.replace("\r\n", "").contains("\n"));
            assertFalse(message.contains("\r\nBcc:"));
        }
    }

    @Test
    @Attack(10)
    void fieldsOfAForeignDraftDecideNothingAndGoNowhere() {
        String file = """
            From: anna@waxwing.example
            To: ben@waxwing.example
            Subject: Plan
            Autocrypt-Draft-State: encrypt=no; sign=no
            X-Mozilla-Draft-Info: internal/draft; encryption=0; attachKey=0
            X-Enigmail-Draft-Status: N00000
            X-Draft-Info: clear

            The secret
            """;
        Letter letter = Letter.parse(Octets.ofUtf8(file)).orElseThrow();
        String message = sealed(letter, Protection.SIGNED_AND_ENCRYPTED).latin1();
        assertTrue(message.contains("multipart/encrypted"), message);
        assertFalse(letter.root().raw().latin1().toLowerCase(Locale.ROOT).contains("draft"));
    }

    @Test
    @Attack(27)
    void whatIsWrittenHereIsPlainText() {
        String quoted = "> <style>@media (width > 9px) {.b {display: none}}</style><p class=b>I owe you nothing</p>";
        Letter letter = letter("Re: Debts", quoted);
        String written = letter.root().raw().latin1();
        assertTrue(written.contains("text/plain") && !written.contains("text/html"), written);
        assertTrue(written.contains("<style>"), "what is quoted is seen by who sends it");
    }

    @Test
    @Attack(10)
    @Attack(41)
    void aLetterFromAFileKeepsItsFilesAndLosesItsTraces() {
        String file = """
            Received: from x
            Bcc: carla@elsewhere.example
            User-Agent: y
            From: anna@waxwing.example
            To: ben@waxwing.example
            Subject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?=
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: 8bit

            Grüße\s
            --b
            Content-Type: application/x
            Content-Transfer-Encoding: base64

            AAEC/w==
            --b--
            """;
        Letter letter = Letter.parse(Octets.ofUtf8(file)).orElseThrow();
        assertEquals(
                "carla@elsewhere.example",
                letter.recipientsBcc().getFirst().address().text());
        for (Protection protection : Protection.values()) {
            Octets message = sealed(letter, protection);
            var opened = BensDesk.opened(message);
            assertEquals("Grüße", opened.payload().fields().subject());
            assertEquals("Grüße ", opened.payload().content().text());
            assertEquals(
                    Octets.of(new byte[] {0, 1, 2, -1}),
                    opened.payload().content().attachments().getFirst().content());
            assertTrue(opened.payload().fields().messageId().orElseThrow().endsWith("@waxwing.example>"));
            assertTrue(opened.payload().fields().date().isPresent());
            String everything = message.latin1() + opened.payload().bytes().latin1();
            assertFalse(everything.contains("carla") || everything.contains("Received") || everything.contains("User"));
            assertFalse(opened.payload().bytes().latin1().chars().anyMatch(c -> c > 0x7E));
        }
    }

    @Test
    void htmlLettersGetTheirLegacyDisplayAndLoseItAgain() {
        String file = """
            From: anna@waxwing.example
            To: ben@waxwing.example
            Subject: Secret
            Content-Type: multipart/alternative; boundary=b

            --b

            plain
            --b
            Content-Type: text/html

            <html><body><p>rich</p></body></html>
            --b--
            """;
        var opened = BensDesk.opened(
                sealed(Letter.parse(Octets.ofUtf8(file)).orElseThrow(), Protection.SIGNED_AND_ENCRYPTED));
        assertTrue(opened.payload().bytes().utf8().contains("header-protection-legacy-display"));
        assertEquals("plain", opened.payload().content().text());
        String html = opened.payload().content().html().orElseThrow();
        assertTrue(html.contains("rich") && !html.contains("Secret"), html);
    }

    @Test
    void aSignerWhoIsNotInFromIsRefused() {
        SealingPlan plan = new SealingPlan(Protection.SIGNED, BEN.secretKey(), List.of());
        Sealing.Refused refused = assertInstanceOf(
                Sealing.Refused.class, sealer().seal(letter("a", "b"), plan, _ -> Optional.empty(), BensDesk.NOW));
        assertEquals(
                List.of(new SealingProblem.SignerUnusable(BEN.fingerprint(), List.of(new Objection.NotBoundToFrom()))),
                refused.problems());
    }

    @Test
    void sealingForNobodyIsRefused() {
        SealingPlan plan = new SealingPlan(Protection.SIGNED_AND_ENCRYPTED, ANNA.secretKey(), List.of());
        assertEquals(
                new Sealing.Refused(List.of(new SealingProblem.NoRecipients())),
                sealer().seal(letter("a", "b"), plan, _ -> Optional.empty(), BensDesk.NOW));
    }

    @Test
    void aPostcardIsAnOrdinaryMessage() {
        Octets bytes = DeliberateCleartext.of(letter("Hi", "text"), CleartextConsent.thePersonChosePostcard())
                .bytes();
        var opened = BensDesk.opened(bytes);
        assertEquals("Hi", opened.payload().fields().subject());
        assertEquals("text", opened.payload().content().text());
        assertTrue(bytes.utf8().contains("\r\nMIME-Version: 1.0\r\n"));
    }

    private static Letter letter(String subject, String text) {
        return Letter.of(new Letter.Content(
                new Mailbox("Anna", ANNA.address()),
                List.of(Mailbox.of(BEN.address())),
                List.of(),
                subject,
                BensDesk.NOW,
                "<1@waxwing.example>",
                Optional.empty(),
                List.of(),
                text,
                List.of(FILE)));
    }

    private static Sealer sealer() {
        return new Sealer(new PretendEngine(), new CmsLayers(new SecureRandom()), new SecureRandom());
    }

    private static Octets sealed(Letter letter, Protection protection) {
        SealingPlan plan = new SealingPlan(protection, ANNA.secretKey(), List.of(BEN, ANNA));
        Sealing sealing = sealer().seal(letter, plan, _ -> Optional.empty(), BensDesk.NOW);
        return assertInstanceOf(Sealing.Sealed.class, sealing).message().bytes();
    }

    private static String header(Octets message) {
        MimePart root = ((MimeParsing.Parsed) MimeParser.parse(message)).root();
        return root.header().raw().latin1();
    }
}
