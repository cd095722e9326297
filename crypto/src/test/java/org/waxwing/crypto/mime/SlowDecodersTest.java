package org.waxwing.crypto.mime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What decodes fast gives what the plainest way to do it gives, for anything that may come.
class SlowDecodersTest {
    /// An octet, a line that goes on, or blanks at the end of a line.
    private static final Pattern CODED =
            Pattern.compile("=([0-9A-Fa-f]{2})|=[ \\t]*+(?:\\r\\n|\\r|\\n|\\z)|(?<![ \\t])[ \\t]++(?=[\\r\\n]|\\z)");

    private static final String CODE = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private final Random random = new Random(2045);

    @Test
    void quotedPrintable() {
        for (int i = 0; i < 40_000; i++) {
            String body = some("==== \t\r\n\r\n0aAfFgé\0", 24);
            assertEquals(
                    slowQuotedPrintable(body),
                    TransferEncoding.QUOTED_PRINTABLE.decode(octets(body)).latin1(),
                    () -> shown(body));
        }
    }

    @Test
    void base64InShortLines() {
        for (int i = 0; i < 40_000; i++) {
            same(some("AAbz09+/==\r\n\r\n \t-é\0", 32));
        }
    }

    /// Lines of one length, now and then one that isn't, over several buffers.
    @Test
    void base64InManyLines() {
        for (int length : new int[] {1, 3, 4, 7, 60, 64, 76, 998, 4096, 65_535, 65_536, 70_001}) {
            for (int i = 0; i < 4; i++) {
                StringBuilder body = new StringBuilder();
                String end = i % 2 == 0 ? "\r\n" : "\n";
                while (body.length() < 170_000) {
                    int odd = random.nextInt(40);
                    body.append(code(odd == 0 ? random.nextInt(length + 2) : length));
                    switch (i < 2 ? 10 : odd) {
                        case 1 -> body.append("==");
                        case 2 -> body.append("\n".equals(end) ? "\r\n" : "\n");
                        case 3 -> body.append(" \t").append(end).append(end);
                        case 4 -> body.append("é=-").append(end);
                        case 5 -> body.setCharAt(body.length() - 1 - random.nextInt(body.length()), '\n');
                        default -> body.append(end);
                    }
                }
                same(body.toString());
            }
        }
    }

    @Test
    void pages() {
        for (int i = 0; i < 40_000; i++) {
            String text = some("ab \t\r\r\n\n\0\u0007\u007F\u0085\u009Fé\u2028\uD83D\uDE00", 16);
            assertEquals(slowPage(text), PlainText.page(text), () -> shown(text));
        }
    }

    @Test
    void fields() {
        for (int i = 0; i < 40_000; i++) {
            String value = some("ab: \t\r\n\0é\u00A0\u2003", 16);
            HeaderField field = new HeaderField("X", Octets.ofUtf8("X:" + value));
            assertEquals(value.replaceAll("[\r\n\0]", "").strip(), field.value(), () -> shown(value));
        }
    }

    private String some(String letters, int most) {
        StringBuilder some = new StringBuilder();
        for (int left = random.nextInt(most); left > 0; left--) {
            some.append(letters.charAt(random.nextInt(letters.length())));
        }
        return some.toString();
    }

    private String code(int length) {
        StringBuilder code = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            code.append(CODE.charAt(random.nextInt(CODE.length())));
        }
        return code.toString();
    }

    private static void same(String body) {
        assertArrayEquals(
                slowBase64(body),
                TransferEncoding.BASE64.decode(octets(body)).toByteArray(),
                () -> body.length() > 100 ? "many lines" : shown(body));
    }

    private static String slowQuotedPrintable(String body) {
        return CODED.matcher(body)
                .replaceAll(found -> found.group(1) == null
                        ? ""
                        : Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }

    private static byte[] slowBase64(String body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int bits = 0;
        int held = 0;
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            int value = CODE.indexOf(c);
            if (c == '=') {
                held = 0;
            } else if (value >= 0) {
                bits = bits << 6 | value;
                held += 6;
                if (held >= 8) {
                    held -= 8;
                    out.write(bits >> held);
                }
            }
        }
        return out.toByteArray();
    }

    private static String slowPage(String text) {
        StringBuilder page = new StringBuilder();
        text.replaceAll("\r\n?", "\n")
                .chars()
                .filter(c -> c == '\n' || c == '\t' || !Character.isISOControl(c))
                .forEach(c -> page.append((char) c));
        return page.toString();
    }

    private static Octets octets(String body) {
        return Octets.of(body.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.chars().forEach(c -> shown.append(c > 0x20 && c < 0x7F ? (char) c : "\\" + Integer.toHexString(c)));
        return shown.toString();
    }
}
