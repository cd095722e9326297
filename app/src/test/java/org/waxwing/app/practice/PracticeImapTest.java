package org.waxwing.app.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.waxwing.app.attack.Attack;
import org.waxwing.crypto.mime.Octets;

final class PracticeImapTest {
    private static final String LETTER = String.join(
            "\r\n",
            "From: \"Anna, A.\" <anna@practice.example>",
            "To: ben@practice.example",
            "Subject: [...]",
            "Message-ID:",
            " <7@practice.example>",
            "",
            "bare\nline\0\u00ff ",
            "");

    private final OfficeFixture fixture = new OfficeFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    private static Octets bytes(String latin1) {
        return Octets.of(latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void expect(RawClient client, String answer) throws IOException {
        assertEquals(answer, client.read(answer.length()));
    }

    @Test
    void givesTheExactBytesAndLeavesThemUnread() throws IOException {
        fixture.ben.deliver(bytes(LETTER));
        try (RawClient client = fixture.imapOf(fixture.ben)) {
            List<String> selected = client.command("a SELECT inbox");
            assertTrue(selected.contains("* 1 EXISTS"), selected.toString());
            assertTrue(selected.getLast().startsWith("a OK [READ-WRITE]"));
            client.say("b UID FETCH 1:* (FLAGS RFC822.SIZE BODY.PEEK[])");
            String head = "* 1 FETCH (UID 1 FLAGS () RFC822.SIZE " + LETTER.length() + " BODY[] {" + LETTER.length()
                    + "}\r\n";
            expect(client, head + LETTER + ")\r\nb OK done\r\n");
            client.say("c UID FETCH 1 BODY.PEEK[]<6.8>");
            expect(client, "* 1 FETCH (UID 1 BODY[]<6> {8}\r\n\"Anna, A)\r\nc OK done\r\n");
            assertEquals(
                    List.of(
                            "* 1 FETCH (UID 1 BODY[HEADER.FIELDS (MESSAGE-ID)] {38}",
                            "Message-ID:",
                            " <7@practice.example>",
                            "",
                            ")",
                            "d OK done"),
                    client.command("d UID FETCH 1 (BODY.PEEK[HEADER.FIELDS (Message-Id)])"));
            assertEquals(
                    List.of(
                            "* 1 FETCH (ENVELOPE (NIL \"[...]\" ((\"Anna, A.\" NIL \"anna\" \"practice.example\")) "
                                    + "((\"Anna, A.\" NIL \"anna\" \"practice.example\")) "
                                    + "((\"Anna, A.\" NIL \"anna\" \"practice.example\")) "
                                    + "((NIL NIL \"ben\" \"practice.example\")) NIL NIL NIL \"<7@practice.example>\"))",
                            "e OK done"),
                    client.command("e FETCH 1 ENVELOPE"));
            client.say("f FETCH 1 BODY[TEXT]");
            expect(client, "* 1 FETCH (BODY[TEXT] {14}\r\nbare\nline\0\u00ff \r\n FLAGS (\\Seen))\r\nf OK done\r\n");
        }
    }

    @Test
    void searchesStoresAndExpunges() throws IOException {
        fixture.ben.deliver(bytes(LETTER));
        fixture.ben.deliver(bytes("Subject: two\r\n\r\n"));
        fixture.ben.deliver(bytes("Subject: three\r\n\r\n"));
        try (RawClient client = fixture.imapOf(fixture.ben)) {
            var _ = client.command("a SELECT INBOX");
            assertEquals(
                    "* SEARCH 1",
                    client.command("b UID SEARCH HEADER Message-ID <7@practice.example>")
                            .getFirst());
            assertEquals(
                    "* SEARCH 2 3",
                    client.command("c UID SEARCH UID 2:* UNSEEN").getFirst());
            assertEquals(
                    "* SEARCH 3",
                    client.command("d SEARCH NOT OR 1 SUBJECT \"TWO\"").getFirst());
            assertEquals("* SEARCH", client.command("e SEARCH SEEN").getFirst());
            assertEquals(
                    "* SEARCH 1 2 3",
                    client.command("f SEARCH SINCE 1-Jan-2020 (ALL)").getFirst());
            assertEquals(
                    "* 2 FETCH (UID 2 FLAGS (\\Deleted))",
                    client.command("g UID STORE 2 +FLAGS (\\Deleted)").getFirst());
            assertEquals(List.of("* 2 EXPUNGE", "h OK done"), client.command("h EXPUNGE"));
            assertEquals("* SEARCH 1 3", client.command("i UID SEARCH ALL").getFirst());
            assertTrue(client.command("j STATUS INBOX (MESSAGES UIDNEXT UNSEEN)")
                    .getFirst()
                    .equals("* STATUS \"INBOX\" (MESSAGES 2 UIDNEXT 4 UNSEEN 2)"));
        }
    }

    @Test
    void keepsWhatIsAppendedByteForByte() throws IOException {
        try (RawClient client = fixture.imapOf(fixture.ben)) {
            assertEquals(
                    List.of(
                            "* LIST (\\HasNoChildren) \"/\" \"INBOX\"",
                            "* LIST (\\HasNoChildren \\Sent) \"/\" \"Sent\"",
                            "a OK done"),
                    client.command("a LIST \"\" \"*\""));
            client.say("b APPEND Sent (\\Seen) \"23-Nov-2026 09:00:00 +0100\" {" + LETTER.length() + "}");
            assertEquals("+ go on", client.line().orElseThrow());
            client.sayRaw(LETTER + "\r\n");
            assertTrue(client.line().orElseThrow().matches("b OK \\[APPENDUID [0-9]+ 1] done"));
            client.sayRaw("c APPEND Sent {3+}\r\nx\ny\r\n");
            assertTrue(client.line().orElseThrow().startsWith("c OK [APPENDUID "));
            assertTrue(client.command("d EXAMINE Sent").contains("* 2 EXISTS"));
            assertTrue(client.command("e UID FETCH 1 (INTERNALDATE)")
                    .getFirst()
                    .contains("INTERNALDATE \"23-Nov-2026 08:00:00 +0000\""));
            assertTrue(client.command("f STORE 1 FLAGS (\\Deleted)").getLast().startsWith("f NO "));
            assertTrue(client.command("g APPEND Nowhere {1+}\r\nx").getLast().startsWith("g NO [TRYCREATE]"));
        }
        assertEquals(List.of(bytes(LETTER), bytes("x\ny")), fixture.ben.sent());
    }

    @Test
    void tellsAWaitingClientOfANewLetter() throws IOException {
        try (RawClient client = fixture.imapOf(fixture.ben)) {
            var _ = client.command("a SELECT INBOX");
            client.say("b IDLE");
            assertEquals("+ waiting", client.line().orElseThrow());
            fixture.ben.deliver(bytes(LETTER));
            assertEquals("* 1 EXISTS", client.line().orElseThrow());
            client.say("DONE");
            assertEquals("b OK done", client.line().orElseThrow());
        }
    }

    @Test
    void signsNobodyInBeforeTls() throws IOException {
        try (RawClient client = fixture.imap()) {
            assertTrue(client.command("a CAPABILITY").getFirst().contains("STARTTLS LOGINDISABLED"));
            assertTrue(
                    client.command("b LOGIN anna@practice.example x").getLast().startsWith("b NO [PRIVACYREQUIRED]"));
            assertTrue(client.command("c AUTHENTICATE PLAIN").getLast().startsWith("c NO [PRIVACYREQUIRED]"));
            assertTrue(client.command("d SELECT INBOX").getLast().startsWith("d BAD "));
            assertEquals("e OK go ahead", client.command("e STARTTLS").getLast());
            client.startTls();
            assertTrue(client.command("f AUTHENTICATE PLAIN " + OfficeFixture.plain(fixture.anna))
                    .getLast()
                    .startsWith("f OK "));
            assertFalse(client.command("g CAPABILITY").getFirst().contains("STARTTLS"));
        }
        try (RawClient client = fixture.imap()) {
            client.sayRaw("a STARTTLS\r\nb NOOP\r\n");
            assertEquals("* BYE bytes before TLS", client.line().orElseThrow());
            assertTrue(client.line().isEmpty());
        }
    }

    @Test
    void refusesAWrongPassword() throws IOException {
        try (RawClient client = fixture.imap()) {
            var _ = client.command("a STARTTLS");
            client.startTls();
            assertTrue(client.command("b LOGIN anna@practice.example wrong")
                    .getLast()
                    .startsWith("b NO [AUTHENTICATIONFAILED]"));
            assertTrue(client.command("c LOGIN nobody \"\"").getLast().startsWith("c NO [AUTHENTICATIONFAILED]"));
            client.say("d AUTHENTICATE PLAIN");
            assertEquals("+ ", client.line().orElseThrow());
            client.say("not base64");
            assertTrue(client.line().orElseThrow().startsWith("d NO [AUTHENTICATIONFAILED]"));
        }
    }

    @Test
    void answersNonsenseWithBadAndGoesOn() throws IOException {
        try (RawClient client = fixture.imapOf(fixture.ben)) {
            var _ = client.command("a SELECT INBOX");
            for (String nonsense : List.of(
                    "b FETCH",
                    "b FETCH 1",
                    "b FETCH x FLAGS",
                    "b FETCH 1 (FLAGS",
                    "b FETCH 1 ((((((((((FLAGS))))))))))",
                    "b FETCH 1 BODY[1.2]",
                    "b SEARCH",
                    "b SEARCH " + "NOT ".repeat(10_000) + "ALL")) {
                assertTrue(client.command(nonsense).getLast().startsWith("b BAD "), nonsense);
            }
            assertEquals("c OK done", client.command("c NOOP").getLast());
        }
    }

    @Test
    @Attack(59)
    void refusesLiteralsThatAreTooLargeWithoutWaitingForThem() throws IOException {
        try (RawClient client = fixture.imap()) {
            assertTrue(client.command("a LOGIN {5000}").getLast().startsWith("a BAD [TOOBIG]"));
            assertTrue(client.command("b LOGIN {99999999999}").getLast().startsWith("b BAD "));
            assertTrue(client.command("c LOGIN {-1}").getLast().startsWith("c BAD "));
            client.say("d LOGIN {5000+}");
            assertEquals("* BYE that literal is too large", client.line().orElseThrow());
        }
        try (RawClient client = fixture.imapOf(fixture.ben)) {
            assertTrue(client.command("a APPEND INBOX {2147483647}").getLast().startsWith("a BAD [TOOBIG]"));
            client.sayRaw("b ".concat("x".repeat(100_000)));
            assertEquals("* BYE line too long", client.line().orElseThrow());
        }
    }
}
