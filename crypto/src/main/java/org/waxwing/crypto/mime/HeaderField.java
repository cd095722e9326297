package org.waxwing.crypto.mime;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// One header field, with its bytes exactly as they came (RFC 5322 §2.2).
///
/// @param name as it was spelt; empty for a line that is no field
/// @param raw the whole field with its folding and its line end
public record HeaderField(String name, Octets raw) {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    public boolean is(String other) {
        return name.equalsIgnoreCase(other);
    }

    /// The value on one line, encoded words still encoded. Bytes beyond ASCII are read as UTF-8 (RFC 6532),
    /// or as Windows-1252 where they can't be that. Never holds a line end.
    public String value() {
        String line = decode(raw);
        int colon = name.isEmpty() ? -1 : line.indexOf(':');
        return unfold(line.substring(colon + 1).strip()).strip();
    }

    /// The value as a person should see it: encoded words decoded, controls gone.
    public String text() {
        return PlainText.oneLine(EncodedWords.decode(value()));
    }

    /// Whether an octet stands in it that [#value] leaves out and at which other programs end the value or
    /// begin another line: NUL, or CR without LF.
    boolean holdsAnEnd() {
        for (int i = 0; i < raw.length(); i++) {
            int c = raw.at(i);
            if (c == 0 || (c == '\r' && (i + 1 == raw.length() || raw.at(i + 1) != '\n'))) {
                return true;
            }
        }
        return false;
    }

    String lowerCaseName() {
        return name.toLowerCase(Locale.ROOT);
    }

    private static String unfold(String value) {
        if (value.indexOf('\n') < 0 && value.indexOf('\r') < 0 && value.indexOf('\0') < 0) {
            return value;
        }
        StringBuilder line = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\r' || c == '\n' || c == '\0') {
                continue;
            }
            line.append(c);
        }
        return line.toString();
    }

    private static String decode(Octets bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes.toByteArray(), WINDOWS_1252);
        }
    }

    @Override
    public String toString() {
        return "HeaderField[" + name + ", redacted]";
    }
}
