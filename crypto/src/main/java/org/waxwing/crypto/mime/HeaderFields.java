package org.waxwing.crypto.mime;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Writes header fields. A field made here is one field whatever was put in: line ends and controls never
/// get through, lines are folded, and values are ASCII except for addresses that are not.
public final class HeaderFields {
    private static final Set<String> ADDRESSES =
            Set.of("from", "sender", "reply-to", "to", "cc", "followup-to", "resent-from", "resent-to");

    private HeaderFields() {}

    /// A field of free text, such as Subject.
    public static HeaderField unstructured(String name, String text) {
        return field(name, EncodedWords.encode(text));
    }

    /// A field of addresses, such as To.
    public static HeaderField addresses(String name, List<Mailbox> mailboxes) {
        return field(name, AddressList.format(mailboxes));
    }

    public static HeaderField date(String name, Instant date) {
        return field(name, MailDate.format(date));
    }

    /// A field of message identifiers, one to a line; what is none is left out.
    public static HeaderField messageIds(String name, List<String> ids) {
        return field(
                name, ids.stream().flatMap(id -> MessageIds.parse(id).stream()).collect(Collectors.joining("\r\n ")));
    }

    public static HeaderField contentType(ContentType type) {
        return field("Content-Type", type.format());
    }

    /// A field with a value that this program chose.
    public static HeaderField fixed(String name, String value) {
        return field(name, value);
    }

    /// The field as it may stand in a signed part: CRLF, no blank at the end of a line, ASCII, short lines.
    /// Unchanged bytes where they are that already.
    static HeaderField canonical(HeaderField field) {
        Octets raw = withoutTrailingBlanks(MimeText.canonicalLines(field.raw()));
        if (MimeText.isClean(raw) && endsInOneLineBreak(raw)) {
            return new HeaderField(field.name(), raw);
        }
        String name = field.lowerCaseName();
        if (ADDRESSES.contains(name)) {
            AddressList list = AddressList.parse(field.value());
            return list.sound() ? addresses(field.name(), list.mailboxes()) : unstructured(field.name(), field.value());
        }
        return switch (name) {
            case "content-type" -> contentType(ContentType.parse(field.value()).orElse(ContentType.TEXT_PLAIN));
            case "content-disposition" -> disposition(ContentDisposition.parse(field.value()));
            default -> unstructured(field.name(), field.text());
        };
    }

    static HeaderField disposition(ContentDisposition disposition) {
        String kind = Parameters.isToken(disposition.kind()) ? disposition.kind() : "attachment";
        return field("Content-Disposition", kind + disposition.parameters().format());
    }

    private static HeaderField field(String name, String folded) {
        // RFC 5322 §3.6.8: any visible ASCII character except the colon.
        if (name.isEmpty() || !name.chars().allMatch(c -> c > 0x20 && c < 0x7F && c != ':')) {
            throw new IllegalArgumentException("not the name of a header field");
        }
        StringBuilder line = new StringBuilder(name).append(": ");
        String[] lines = folded.split("\r\n ", -1);
        for (int i = 0; i < lines.length; i++) {
            line.append(i == 0 ? "" : "\r\n ").append(printable(lines[i]));
        }
        return new HeaderField(name, Octets.ofUtf8(line.append("\r\n").toString()));
    }

    private static String printable(String line) {
        StringBuilder kept = new StringBuilder(line.length());
        line.chars().filter(c -> c == '\t' || !Character.isISOControl(c)).forEach(c -> kept.append((char) c));
        return kept.toString();
    }

    private static Octets withoutTrailingBlanks(Octets lines) {
        String text =
                lines.latin1().replaceAll("(?<![ \\t])[ \\t]++\r\n", "\r\n").replaceAll("(?<!\n)(?:\r\n)++$", "")
                        + "\r\n";
        return Octets.of(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /// Whether every line break but the last is a fold.
    private static boolean endsInOneLineBreak(Octets raw) {
        for (int line = Lines.next(raw, 0); line >= 0 && line < raw.length(); line = Lines.next(raw, line)) {
            if (raw.at(line) != ' ' && raw.at(line) != '\t') {
                return false;
            }
        }
        return true;
    }

    /// Whether the field describes the part that it stands in rather than the letter (RFC 9787 §1.1.1).
    public static boolean isStructural(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.equals("mime-version") || lower.startsWith("content-");
    }
}
