package org.waxwing.app.cli.letter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.waxwing.app.attack.Attack;
import org.waxwing.app.cli.letter.LetterReport.Attachment;
import org.waxwing.app.cli.letter.LetterReport.Header;
import org.waxwing.app.cli.letter.LetterReport.Note;
import org.waxwing.app.cli.letter.LetterReport.Status;
import org.waxwing.app.cli.terminal.Terminal;
import org.waxwing.app.journey.Authentication;
import org.waxwing.app.journey.Journey;
import org.waxwing.app.journey.Stop;
import org.waxwing.crypto.Opening;
import org.waxwing.crypto.dkim.DkimVerdict;

/// The contract of `app/docs/open-json.md`.
class LetterJsonTest {
    private static final Way UNTOLD =
            new Way(Journey.none(Journey.Content.SEALED), Authentication.none(), Optional.empty());

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Terminal terminal =
            new Terminal(InputStream.nullInputStream(), out, out, Map.of(), _ -> Optional.empty());

    @Test
    void hasEveryMemberInItsOrder() throws IOException {
        LetterJson.print(terminal, report("Trip budget", "The numbers.\n"), UNTOLD);
        assertEquals("""
            {"file":"trip.eml","status":"confidential","confidentiality":"encrypted","authenticity":"verified",\
            "signer":"AB","confirmedBy":null,"from":"anna@chem.example",\
            "headers":{"Subject":{"value":"Trip budget","protection":"signed-and-encrypted"}},\
            "body":"The numbers.\\n",\
            "attachments":[{"name":"budget.ods","type":"text/plain","size":3}],"errant":1,\
            "notes":["from-mismatch"],"layers":[],"differences":[],"covered":null,\
            "journey":{"stops":[],"omitted":0,"content":"sealed","sentence":"Even if every stop used TLS, each server \
            could read a postcard. This letter was sealed, so none could."},\
            "authentication":{"by":null,"results":[],"ignored":0,"dkim":null}}
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
                        List.of(ReportNotes.ofReason(Opening.Reason.NO_KEY))),
                UNTOLD);
        assertEquals("""
            {"file":"x.eml","status":"unopenable","confidentiality":null,"authenticity":null,"signer":null,"confirmedBy":null,\
            "from":null,"headers":{},"body":"","attachments":[],"errant":0,"notes":["no-key"],\
            "layers":[],"differences":[],"covered":null,\
            "journey":{"stops":[],"omitted":0,"content":"sealed","sentence":"Even if every stop used TLS, each server \
            could read a postcard. This letter was sealed, so none could."},\
            "authentication":{"by":null,"results":[],"ignored":0,"dkim":null}}
            """, out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aHostileLetterStaysOneAsciiLine() throws IOException {
        LetterJson.print(terminal, report("\u001b[2J\u0000\u009b\"},\n\u202e\ud800😀", "\u0000\n\u2028"), UNTOLD);
        byte[] line = out.toByteArray();
        for (int i = 0; i < line.length - 1; i++) {
            assertTrue(line[i] >= 0x20 && line[i] < 0x7F, "byte " + i);
        }
        assertTrue(out.toString(StandardCharsets.US_ASCII)
                .contains("\\u001B[2J\\u0000\\u009B\\\"},\\n\\u202E\\uFFFD\\uD83D\\uDE00"));
    }

    @Test
    void aHugeBodyIsWritten() throws IOException {
        LetterJson.print(terminal, report("Hi", "é".repeat(5_000_000)), UNTOLD);
        assertTrue(out.size() > 30_000_000);
    }

    @Test
    void tellsEachStop() throws IOException {
        Stop stop = new Stop(
                Optional.of("mx.example"),
                Optional.of("relay.example"),
                Optional.of("ESMTPS"),
                new Stop.Tls.Stated(Optional.of("TLS 1.3")),
                Optional.of(Instant.parse("2026-11-24T10:00:00Z")),
                Optional.of(Duration.ofSeconds(-6)),
                Stop.Standing.CLAIMED);
        Way way = new Way(new Journey(List.of(stop), 0, Journey.Content.OPEN), Authentication.none(), Optional.empty());
        LetterJson.print(terminal, report("Hi", ""), way);
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("""
            {"by":"mx.example","from":"relay.example","with":"ESMTPS","tls":"stated","tlsVersion":"TLS 1.3",\
            "at":"2026-11-24T10:00:00Z","delay":-6,"standing":"claimed"}\
            """));
        WayPage.print(terminal, way);
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("the clocks disagree by 6 s"));
    }

    @Test
    void tellsWhoVouches() throws IOException {
        DkimVerdict passed = new DkimVerdict(
                Optional.of("chem.example"),
                Optional.of("two.2026"),
                Optional.of("rsa-sha256"),
                DkimVerdict.Result.PASS,
                DkimVerdict.Relation.OTHER,
                Optional.of(new DkimVerdict.Coverage(true, List.of("Subject"), List.of("Content-Type"))));
        Way way = new Way(UNTOLD.journey(), UNTOLD.authentication(), Optional.of(List.of(passed)));
        LetterJson.print(terminal, report("Hi", ""), way);
        assertTrue(out.toString(StandardCharsets.UTF_8).endsWith("""
            "dkim":[{"domain":"chem.example","selector":"two.2026","result":"pass","algorithm":"rsa-sha256",\
            "aligned":false,"relation":"other","covers":"part","uncovered":["Subject","Content-Type"],"sentence":"The server of chem.example vouches \
            that only a part of this letter passed through it unchanged since. Anybody on the way may have added text \
            to it. It doesn't vouch for: Subject. It doesn't vouch for how the text is shown (Content-Type): words may \
            have been hidden or brought out on the way. The sender's address is of another domain. That says nothing about \
            who could read it, and not who wrote it."}]}}
            """), out.toString(StandardCharsets.UTF_8));
    }

    /// co.example may be a domain under which strangers have names.
    @Test
    void doesNotTakeADomainAboveForTheSendersOwn() throws IOException {
        DkimVerdict above = new DkimVerdict(
                Optional.of("co.example"),
                Optional.of("two.2026"),
                Optional.of("rsa-sha256"),
                DkimVerdict.Result.PASS,
                DkimVerdict.Relation.ABOVE,
                Optional.of(DkimVerdict.Coverage.WHOLE));
        Way way = new Way(UNTOLD.journey(), UNTOLD.authentication(), Optional.of(List.of(above)));
        LetterJson.print(terminal, report("Hi", ""), way);
        String json = out.toString(StandardCharsets.UTF_8);
        assertTrue(json.contains("\"aligned\":false,\"relation\":\"above\","), json);
        assertTrue(json.contains("of a domain below it, which may be somebody else's."), json);
    }

    @Test
    void everyResultOfAServersSignatureHasItsOwnSentence() {
        Set<String> sentences = new HashSet<>();
        for (DkimVerdict.Result result : DkimVerdict.Result.values()) {
            for (Optional<String> domain : List.of(Optional.of("chem.example"), Optional.<String>empty())) {
                DkimVerdict verdict = new DkimVerdict(
                        domain,
                        Optional.empty(),
                        Optional.empty(),
                        result,
                        DkimVerdict.Relation.SAME,
                        Optional.empty());
                String sentence = VoucherWords.sentence(verdict);
                assertTrue(sentence.endsWith("."), sentence);
                assertEquals(result == DkimVerdict.Result.PASS, sentence.contains("vouches that"), sentence);
                sentences.add(sentence);
            }
        }
        assertTrue(sentences.size() >= DkimVerdict.Result.values().length);
    }

    @Test
    @Attack(53)
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
                List.of(new Header("Subject", subject, "signed-and-encrypted", subject)),
                body,
                List.of(new Attachment("budget.ods", "text/plain", 3)),
                1,
                List.of(Note.fact("from-mismatch", "Check the sender.")));
    }
}
