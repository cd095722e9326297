package org.waxwing.app.practice;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The ENVELOPE of a letter (RFC 3501 §7.4.2): its outer fields, which for a sealed letter tell little.
/// Groups and comments in address lists are passed on as they are.
final class ImapEnvelope {
    private ImapEnvelope() {}

    static ImapText write(OuterFields fields, ImapText text) {
        ImapText out = text.raw("(");
        out = string(fields.first("Date"), out).raw(" ");
        out = string(fields.first("Subject"), out).raw(" ");
        Optional<String> from = fields.first("From");
        out = addresses(from, out).raw(" ");
        out = addresses(fields.first("Sender").or(() -> from), out).raw(" ");
        out = addresses(fields.first("Reply-To").or(() -> from), out).raw(" ");
        out = addresses(fields.first("To"), out).raw(" ");
        out = addresses(fields.first("Cc"), out).raw(" ");
        out = addresses(fields.first("Bcc"), out).raw(" ");
        out = string(fields.first("In-Reply-To"), out).raw(" ");
        return string(fields.first("Message-ID"), out).raw(")");
    }

    @CanIgnoreReturnValue
    private static ImapText string(Optional<String> value, ImapText out) {
        return value.map(out::string).orElseGet(() -> out.raw("NIL"));
    }

    @CanIgnoreReturnValue
    private static ImapText addresses(Optional<String> list, ImapText out) {
        List<String> mailboxes = list.map(ImapEnvelope::split).orElse(List.of());
        if (mailboxes.isEmpty()) {
            return out.raw("NIL");
        }
        out.raw("(");
        mailboxes.forEach(mailbox -> address(mailbox, out));
        return out.raw(")");
    }

    private static void address(String mailbox, ImapText out) {
        int open = mailbox.lastIndexOf('<');
        int close = mailbox.lastIndexOf('>');
        boolean angled = open >= 0 && open < close;
        String addrSpec = angled ? mailbox.substring(open + 1, close).strip() : mailbox;
        String name = angled ? mailbox.substring(0, open).strip() : "";
        int at = addrSpec.lastIndexOf('@');
        out.raw("(");
        string(Optional.of(unquoted(name)).filter(text -> !text.isEmpty()), out).raw(" NIL ");
        out.string(at < 0 ? addrSpec : addrSpec.substring(0, at)).raw(" ");
        out.string(at < 0 ? "" : addrSpec.substring(at + 1)).raw(")");
    }

    private static String unquoted(String name) {
        return name.length() >= 2 && name.startsWith("\"") && name.endsWith("\"")
                ? name.substring(1, name.length() - 1).replaceAll("\\\\(.)", "$1")
                : name;
    }

    /// At the commas outside quotes.
    private static List<String> split(String list) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < list.length(); i++) {
            char c = list.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            }
            if (c == ',' && !quoted) {
                parts.add(part.toString().strip());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString().strip());
        return parts.stream().filter(text -> !text.isEmpty()).toList();
    }
}
