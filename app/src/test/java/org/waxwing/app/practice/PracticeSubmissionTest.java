package org.waxwing.app.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.waxwing.app.account.TlsMode;
import org.waxwing.app.attack.Attack;
import org.waxwing.crypto.mime.Octets;

final class PracticeSubmissionTest {
    private final OfficeFixture fixture = new OfficeFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void carriesALetterAndKeepsTheExactBytes() throws IOException {
        String letter = String.join(
                "\r\n",
                "From: anna@practice.example",
                "Message-ID: <1@practice.example>",
                "",
                ".dot",
                "..two",
                "\u00e4\u00ff\0 trailing blank ",
                "",
                "");
        try (RawClient client = fixture.smtpOf(fixture.anna)) {
            assertEquals("250 2.1.0 ok", client.ask("MAIL FROM:<anna@practice.example> BODY=8BITMIME SIZE=100"));
            assertEquals("250 2.1.5 ok", client.ask("RCPT TO:<Ben@practice.example>"));
            assertTrue(client.ask("DATA").startsWith("354 "));
            client.sayRaw(letter.replace("\r\n.", "\r\n..") + ".\r\n");
            assertEquals("250 2.0.0 taken as 1", client.reply().getLast());
            assertEquals("221 2.0.0 good day", client.ask("QUIT"));
        }
        RelayedLetter relayed = fixture.office.relayed("<1@practice.example>").orElseThrow();
        assertEquals(letter, relayed.bytes().latin1());
        assertTrue(relayed.tls().startsWith("TLSv1.3 "), relayed.tls());
        String delivered = fixture.ben.inbox().getFirst().latin1();
        assertTrue(delivered.endsWith(letter));
        String trace = String.join(
                "\r\n",
                "(?s)Received: from \\[127\\.0\\.0\\.1] \\(\\[127\\.0\\.0\\.1]\\)",
                "\t\\(using TLSv1\\.3 with cipher TLS_[A-Z0-9_]+\\)",
                "\tby localhost \\(Waxwing practice post office\\) with ESMTPSA id 1;",
                "\t[A-Z][a-z]{2}, [0-9]{1,2} [A-Z][a-z]{2} [0-9: ]+ \\+0000",
                "From: .*");
        assertTrue(delivered.matches(trace), delivered);
    }

    @Test
    void takesPipelinedCommandsUnderImplicitTls() throws IOException {
        try (RawClient client = new RawClient(fixture.office.submission(TlsMode.IMPLICIT))) {
            var _ = client.reply();
            client.sayRaw("EHLO x\r\nAUTH LOGIN\r\n" + OfficeFixture.base64("anna@practice.example") + "\r\n"
                    + OfficeFixture.base64(OfficeFixture.passwordOf(fixture.anna)) + "\r\n"
                    + "MAIL FROM:<anna@practice.example>\r\nRCPT TO:<ben@practice.example>\r\n"
                    + "RCPT TO:<carla@practice.example>\r\nDATA\r\n");
            assertEquals("250 AUTH PLAIN LOGIN", client.reply().getLast());
            assertEquals("334 VXNlcm5hbWU6", client.reply().getLast());
            assertEquals("334 UGFzc3dvcmQ6", client.reply().getLast());
            assertEquals("235 2.7.0 welcome", client.reply().getLast());
            assertEquals("250 2.1.0 ok", client.reply().getLast());
            assertEquals("250 2.1.5 ok", client.reply().getLast());
            assertEquals(
                    "550 5.1.1 nobody here has this address", client.reply().getLast());
            assertTrue(client.reply().getLast().startsWith("354 "));
            client.sayRaw("A: b\r\n\r\nhello\r\n.\r\n");
            assertEquals("250 2.0.0 taken as 1", client.reply().getLast());
        }
        assertEquals(1, fixture.ben.inbox().size());
    }

    @Test
    void offersNoSignInBeforeTlsAndRefusesOne() throws IOException {
        try (RawClient client = fixture.smtp()) {
            client.say("EHLO x");
            List<String> offer = client.reply();
            assertFalse(offer.stream().anyMatch(line -> line.contains("AUTH")), offer.toString());
            assertTrue(offer.contains("250 STARTTLS"));
            assertTrue(client.ask("AUTH PLAIN " + OfficeFixture.plain(fixture.anna))
                    .startsWith("538 "));
            assertTrue(client.ask("MAIL FROM:<anna@practice.example>").startsWith("530 "));
        }
    }

    @Test
    void refusesWordsThatWereSaidBeforeTls() throws IOException {
        try (RawClient client = fixture.smtp()) {
            String _ = client.ask("EHLO x");
            client.sayRaw("STARTTLS\r\nMAIL FROM:<ben@practice.example>\r\n");
            assertEquals("500 5.5.2 bytes before TLS", client.reply().getLast());
            assertTrue(client.line().isEmpty());
        }
    }

    @Test
    void refusesAWrongPasswordAndAnAddressOfSomebodyElse() throws IOException {
        try (RawClient client = fixture.smtp()) {
            String _ = client.ask("EHLO x");
            String _ = client.ask("STARTTLS");
            client.startTls();
            String _ = client.ask("EHLO x");
            assertTrue(client.ask("AUTH PLAIN " + OfficeFixture.base64("\0anna@practice.example\0wrong"))
                    .startsWith("535 "));
            assertTrue(client.ask("MAIL FROM:<anna@practice.example>").startsWith("530 "));
            assertTrue(client.ask("AUTH PLAIN !!!").startsWith("501 "));
            assertTrue(client.ask("AUTH CRAM-MD5").startsWith("504 "));
            assertTrue(client.ask("AUTH PLAIN " + OfficeFixture.plain(fixture.anna))
                    .startsWith("235 "));
            assertTrue(client.ask("MAIL FROM:<ben@practice.example>").startsWith("553 "));
        }
    }

    @Test
    @Attack(58)
    void refusesABareLineEndInALetterAndIsNotFooledByIt() throws IOException {
        for (String smuggled : List.of("a\n.\nMAIL FROM:<x@y.example>\r\n", "a\r.\rb\r\n", ".\rX\n.\r\n", "a\r\r\n")) {
            try (RawClient client = fixture.smtpOf(fixture.anna)) {
                String _ = client.ask("MAIL FROM:<anna@practice.example>");
                String _ = client.ask("RCPT TO:<ben@practice.example>");
                String _ = client.ask("DATA");
                client.sayRaw("A: b\r\n\r\n" + smuggled + ".\r\n");
                assertEquals(
                        "550 5.6.11 a bare CR or LF in the letter",
                        client.reply().getLast());
                assertEquals("250 2.0.0 ok", client.ask("NOOP"));
            }
        }
        assertEquals(List.of(), fixture.ben.inbox());
    }

    @Test
    void endsALineWithoutEndAndAClientOfManyMistakes() throws IOException {
        try (RawClient client = fixture.smtp()) {
            client.sayRaw("X".repeat(20_000));
            assertEquals("500 5.5.2 line too long", client.reply().getLast());
        }
        try (RawClient client = fixture.smtp()) {
            client.sayRaw("EHLO x\nQUIT\n");
            assertEquals("500 5.5.2 a line ends in CR LF", client.reply().getLast());
        }
        try (RawClient client = fixture.smtp()) {
            for (int i = 0; i < 10; i++) {
                assertEquals("500 5.5.2 unknown command", client.ask("GET / HTTP/1.1"));
            }
            assertEquals("500 5.5.2 unknown command", client.ask("\0\u00ff"));
            assertEquals("421 4.7.0 too many mistakes", client.reply().getLast());
        }
    }

    @Test
    void refusesALetterThatAnnouncesTooMuch() throws IOException {
        try (RawClient client = fixture.smtpOf(fixture.anna)) {
            assertTrue(client.ask("MAIL FROM:<anna@practice.example> SIZE=99999999999")
                    .startsWith("552 "));
            assertTrue(client.ask("MAIL FROM:<anna@practice.example> RET=FULL").startsWith("555 "));
            assertTrue(client.ask("MAIL FROM:anna@practice.example").startsWith("501 "));
            assertTrue(client.ask("RCPT TO:<ben@practice.example>").startsWith("503 "));
            assertTrue(client.ask("DATA").startsWith("503 "));
        }
    }

    @Test
    void keepsALetterOfManyMegabytesByteForByte() throws IOException {
        String letter =
                "A: b\r\n\r\n" + "0123456789abcdef".repeat(60).concat("\r\n").repeat(5_000);
        try (RawClient client = fixture.smtpOf(fixture.anna)) {
            String _ = client.ask("MAIL FROM:<anna@practice.example>");
            String _ = client.ask("RCPT TO:<ben@practice.example>");
            String _ = client.ask("DATA");
            client.sayRaw(letter + ".\r\n");
            assertEquals("250 2.0.0 taken as 1", client.reply().getLast());
        }
        assertEquals(Octets.ofUtf8(letter), fixture.office.relayed().getFirst().bytes());
    }
}
