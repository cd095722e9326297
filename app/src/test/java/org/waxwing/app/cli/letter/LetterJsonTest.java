package org.waxwing.app.cli.letter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waxwing.app.cli.letter.LetterReport.Attachment;
import org.waxwing.app.cli.letter.LetterReport.Header;
import org.waxwing.app.cli.letter.LetterReport.Note;
import org.waxwing.app.cli.letter.LetterReport.Status;
import org.waxwing.app.cli.terminal.Terminal;
import org.waxwing.crypto.Opening;

/// The contract of `app/docs/open-json.md`.
class LetterJsonTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Terminal terminal =
            new Terminal(InputStream.nullInputStream(), out, out, Map.of(), _ -> Optional.empty());

    @Test
    void hasEveryMemberInItsOrder() throws IOException {
        LetterJson.print(terminal, report("Trip budget", "The numbers.\n"));
        assertEquals("""
            {"file":"trip.eml","status":"confidential","confidentiality":"encrypted","authenticity":"verified",\
            "signer":"AB","from":"anna@chem.example",\
            "headers":{"Subject":{"value":"Trip budget","protection":"signed-and-encrypted"}},\
            "body":"The numbers.\\n",\
            "attachments":[{"name":"budget.ods","type":"text/plain","size":3}],"errant":1,\
            "notes":["from-mismatch"]}
            """, out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void whatIsUnknownIsNull() throws IOException {
        LetterJson.print(
                terminal,
                new LetterReport(
                        "x.eml",
                        Status.UNOPENABLE,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        "",
                        List.of(),
                        0,
                        List.of(ReportNotes.ofReason(Opening.Reason.NO_KEY))));
        assertEquals("""
            {"file":"x.eml","status":"unopenable","confidentiality":null,"authenticity":null,"signer":null,\
            "from":null,"headers":{},"body":"","attachments":[],"errant":0,"notes":["no-key"]}
            """, out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aHostileLetterStaysOneAsciiLine() throws IOException {
        LetterJson.print(terminal, report("\u001b[2J\u0000\u009b\"},\n\u202e\ud800😀", "\u0000\n\u2028"));
        byte[] line = out.toByteArray();
        for (int i = 0; i < line.length - 1; i++) {
            assertTrue(line[i] >= 0x20 && line[i] < 0x7F, "byte " + i);
        }
        assertTrue(out.toString(StandardCharsets.US_ASCII)
                .contains("\\u001B[2J\\u0000\\u009B\\\"},\\n\\u202E\\uFFFD\\uD83D\\uDE00"));
    }

    @Test
    void aHugeBodyIsWritten() throws IOException {
        LetterJson.print(terminal, report("Hi", "é".repeat(5_000_000)));
        assertTrue(out.size() > 30_000_000);
    }

    @Test
    void thePageMakesEverythingSafe() throws IOException {
        LetterPage.print(terminal, "Sealed for you.", report("\u001b[2JHi", "text\u001b[8m\n"));
        String page = out.toString(StandardCharsets.UTF_8);
        assertTrue(page.startsWith("Sealed for you.\n"));
        assertEquals(-1, page.indexOf('\u001b'));
    }

    private static LetterReport report(String subject, String body) {
        return new LetterReport(
                "trip.eml",
                Status.CONFIDENTIAL,
                Optional.of("encrypted"),
                Optional.of("verified"),
                Optional.of("AB"),
                Optional.of("anna@chem.example"),
                List.of(new Header("Subject", subject, "signed-and-encrypted")),
                body,
                List.of(new Attachment("budget.ods", "text/plain", 3)),
                1,
                List.of(Note.fact("from-mismatch", "Check the sender.")));
    }
}
