package org.waxwing.crypto.mime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.attack.Attack;

class HeaderFieldsTest {
    private static final List<String> HOSTILE = List.of(
            "a\r\nBcc: eve@evil.example",
            "a\nBcc: eve@evil.example",
            "a\rBcc: eve@evil.example",
            "a\u0085Bcc: x",
            "a\u2028Bcc: x",
            "a\0b",
            "=?utf-8?Q?=0D=0ABcc:_x?=",
            "\r\n\r\nbody",
            "x".repeat(5000),
            "ä".repeat(5000));

    @Test
    @Attack(58)
    void noTextBecomesASecondField() {
        for (String text : HOSTILE) {
            for (HeaderField field : List.of(
                    HeaderFields.unstructured("Subject", text),
                    HeaderFields.fixed("X-Test", text),
                    HeaderFields.contentType(ContentType.of("text", "plain").with("name", text)),
                    HeaderFields.messageIds("References", List.of("<a@b>", text)),
                    HeaderFields.canonical(new HeaderField("Subject", Octets.ofUtf8("Subject: " + text))))) {
                String raw = field.raw().latin1();
                List<HeaderField> read = HeaderReader.fields(field.raw());
                assertEquals(1, read.size(), raw);
                assertTrue(raw.endsWith("\r\n"));
                assertFalse(raw.replace("\r\n", "").matches("(?s).*[\r\n\0].*"), raw);
            }
        }
    }

    @Test
    @Attack(59)
    void aFieldOfBlanksTakesNoTime() {
        String blanks = " ".repeat(300_000);
        HeaderField field = new HeaderField("X", Octets.ofUtf8("X: a" + blanks + "b \t\r\n" + blanks + "c\r\n"));
        HeaderField canonical = assertTimeoutPreemptively(Duration.ofSeconds(5), () -> HeaderFields.canonical(field));
        assertEquals("X: a b c\r\n", canonical.raw().utf8());
    }

    @Test
    void noLineIsTooLong() {
        for (String text : HOSTILE) {
            HeaderFields.unstructured("Subject", text)
                    .raw()
                    .latin1()
                    .lines()
                    .forEach(line -> assertTrue(line.length() <= 90, line));
        }
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        for (String text : List.of(
                "Hello",
                "Größe",
                "日本語の件名".repeat(20),
                "a =?utf-8?Q?b?= c",
                "word ".repeat(60).strip(),
                "👩‍👩‍👧")) {
            assertEquals(
                    PlainText.oneLine(text),
                    HeaderFields.unstructured("Subject", text).text());
        }
    }

    @Test
    void refusesANameThatIsNone() {
        assertThrows(IllegalArgumentException.class, () -> HeaderFields.fixed("A: b\r\nC", "d"));
        assertThrows(IllegalArgumentException.class, () -> HeaderFields.fixed("", "d"));
    }

    @Test
    void datesAreWrittenInUtcAndReadInAnyForm() {
        Instant date = Instant.parse("2026-11-03T09:05:07Z");
        assertEquals("Tue, 03 Nov 2026 09:05:07 +0000", MailDate.format(date));
        assertEquals(date, MailDate.parse("Tue, 03 Nov 2026 09:05:07 +0000").orElseThrow());
        assertEquals(date, MailDate.parse("3 Nov 26 10:05:07 +0100 (CET)").orElseThrow());
        assertEquals(date, MailDate.parse("Tue, 3 Nov 2026 04:05:07 EST").orElseThrow());
        assertTrue(MailDate.parse("Tue, 33 Nov 2026 04:05:07").isEmpty());
        assertTrue(MailDate.parse("1 Foo 2026 04:05:07 +9999").isEmpty());
        assertTrue(MailDate.parse("").isEmpty());
    }
}
