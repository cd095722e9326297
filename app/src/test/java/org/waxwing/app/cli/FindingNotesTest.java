package org.waxwing.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waxwing.app.attack.Attack;
import org.waxwing.app.cli.letter.LetterPage;
import org.waxwing.app.cli.letter.LetterReport;
import org.waxwing.app.cli.letter.ReadingReport;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.terminal.Terminal;
import org.waxwing.app.cli.words.VerdictWords;
import org.waxwing.app.read.Finding;
import org.waxwing.app.read.Reading;
import org.waxwing.crypto.Opening;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Octets;

/// What this computer remembers, and why it opened nothing, as a terminal and a script are told.
class FindingNotesTest {
    private static final String FINGERPRINT = "0228F35E858E8002C865E8E3C4F90F274B604167";

    private final Reading clear =
            new FakeReading().readFile(Octets.ofUtf8("From: Ben <ben@example.org>\r\n\r\nSend it in clear.\r\n"));

    @Test
    @Attack(40)
    @Attack(45)
    void findingsComeFirstAndChangeNoStatus() {
        Finding claim =
                new Finding.CertificateInYourName(AddrSpec.of("anna@chem.example"), Fingerprint.openPgp(FINGERPRINT));
        LetterReport report = report(clear.opening(), List.of(new Finding.ThreadWasSealed(), claim));
        assertEquals(
                List.of("thread-was-sealed", "certificate-in-your-name"),
                report.notes().stream().map(LetterReport.Note::code).toList());
        String told = report.notes().getLast().sentence();
        assertTrue(told.contains(FINGERPRINT) && told.contains("anna@chem.example"), told);
        assertEquals("unprotected", report.status().word());
        assertEquals(ExitCode.OK, report.end());
    }

    @Test
    @Attack(59)
    void aLetterThatTookTooLongSaysSo() {
        Opening tooLong = new Opening.Unopenable(Opening.Reason.TOO_LONG);
        LetterReport report = report(tooLong, List.of());
        assertEquals(
                List.of("too-long"),
                report.notes().stream().map(LetterReport.Note::code).toList());
        assertEquals(ExitCode.BAD_DATA, report.end());
        assertEquals("", report.body());
        assertTrue(VerdictWords.sentence(reading(tooLong, List.of())).startsWith("It took too long to open"));
        assertEquals(
                ExitCode.FAILED,
                report(new Opening.Unopenable(Opening.Reason.CANCELLED), List.of())
                        .end());
    }

    @Test
    @Attack(5)
    void whatTheTextLeavesOutOfALettersHtmlIsTold() throws IOException {
        String html =
                "<p>Seen</p><div style='display:none'>unseen</div><script>1</script>" + "<b>".repeat(2000) + "deep";
        Reading letter = opened("Content-Type: text/html", html);
        LetterReport report = ReadingReport.of("letter.eml", letter);
        List<String> codes =
                report.notes().stream().map(LetterReport.Note::code).toList();
        assertTrue(codes.containsAll(List.of("hidden-text", "active-content", "cut-short")), codes.toString());
        assertEquals(ExitCode.OK, report.end());
        assertTrue(page(letter).contains("  - A passage that its sender had hidden is left out.\n"));
        assertTrue(page(letter).contains("  - The letter is longer than what is shown; the rest is left out.\n"));
        assertEquals(
                List.of(),
                ReadingReport.of("letter.eml", opened("Content-Type: text/plain", html))
                        .notes());
    }

    /// They are found by reading the HTML once more.
    @Test
    @Attack(59)
    void lookingForThatEndsWithTheTimeOfTheLetter(@TempDir Path dir) throws IOException {
        Octets letter = Octets.ofUtf8("Content-Type: text/html\r\n\r\n" + "<p>Hi</p>".repeat(50) + "\r\n");
        AtomicInteger asked = new AtomicInteger();
        assertInstanceOf(
                Opening.Opened.class,
                new FakeReading(() -> asked.incrementAndGet() < 0)
                        .readFile(letter)
                        .opening());
        int whileOpening = asked.getAndSet(0);
        World world = World.withAnAccount();
        world.reading = new FakeReading(() -> asked.incrementAndGet() > whileOpening + 5);
        Path file = Files.write(dir.resolve("letter.eml"), letter.toByteArray());
        Path pass = Files.writeString(dir.resolve("pass"), World.PASSPHRASE + "\n");
        Shell.Left left = new Shell(world).run("open", file.toString(), "--passphrase-file", pass.toString());
        assertEquals(ExitCode.FAILED.number(), left.code(), left.text() + left.err());
        assertFalse(left.text().contains("Hi"), left.text());
    }

    @Test
    @Attack(20)
    @Attack(53)
    void anAddressStandsOnlyWhereTheAddressIs() throws IOException {
        for (String odd : List.of(
                "anna@chem.example: eve@eve.example;",
                "\"anna@chem.example\" <eve@eve.example>",
                "=?utf-8?q?anna=40chem.example=3E_=2C?= <eve@eve.example>",
                "=?utf-8?q?Anna=22_=3Canna=40chem.example=3E_=22?= <eve@eve.example>",
                "eve@eve.example (anna@chem.example)",
                "\"anna@chem.example\u3164\u3164\u2800\uFFA0\u115F\u1160\u2063\" <eve@eve.example>")) {
            String line = page(opened("From: " + odd, "Hi"))
                    .lines()
                    .filter(one -> one.startsWith("From:"))
                    .findFirst()
                    .orElseThrow();
            assertTrue(
                    line.matches(
                            "From: {4}(\"[^\"\u3164\u2800\uFFA0\u115F\u1160]*\" <eve@eve.example>|eve@eve.example)"),
                    line);
        }
        assertTrue(page(opened("From: anna@chem.example <eve", "Hi")).contains("From:    (no address)\n"));
    }

    private static Reading opened(String field, String text) {
        return new FakeReading().readFile(Octets.ofUtf8(field + "\r\n\r\n" + text + "\r\n"));
    }

    private static String page(Reading reading) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(InputStream.nullInputStream(), out, out, Map.of(), _ -> Optional.empty());
        LetterPage.print(terminal, VerdictWords.sentence(reading), ReadingReport.of("letter.eml", reading));
        return out.toString(StandardCharsets.UTF_8);
    }

    private LetterReport report(Opening opening, List<Finding> findings) {
        return ReadingReport.of("letter.eml", reading(opening, findings));
    }

    private Reading reading(Opening opening, List<Finding> findings) {
        return new Reading(
                clear.outer(),
                opening,
                Optional.empty(),
                clear.journey(),
                clear.authentication(),
                List.of(),
                Optional.empty(),
                findings);
    }
}
