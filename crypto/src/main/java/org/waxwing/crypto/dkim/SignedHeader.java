package org.waxwing.crypto.dkim;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.waxwing.crypto.dkim.DkimVerdict.Coverage;
import org.waxwing.crypto.mime.HeaderField;
import org.waxwing.crypto.mime.HeaderSection;
import org.waxwing.crypto.mime.Octets;

/// The octets that a signature is over: the fields it names, from the bottom of the header section up, and
/// then its own without the value of `b=` (RFC 6376 §3.7, §5.4.2).
final class SignedHeader {
    private static final Pattern SIGNATURE = Pattern.compile("(^|;)([ \t\r\n]*b[ \t\r\n]*=)[^;]*");

    /// What people see or what an answer goes to.
    private static final List<String> SEEN = List.of("Subject", "From", "Reply-To", "To", "Cc", "Date");

    /// What decides which words of a text are shown, and as what (RFC 2045, RFC 2183).
    private static final List<String> SHOWING =
            List.of("MIME-Version", "Content-Type", "Content-Transfer-Encoding", "Content-Disposition");

    private SignedHeader() {}

    static Octets of(DkimField signature, HeaderSection header) {
        Map<String, Deque<HeaderField>> unused = new HashMap<>();
        for (HeaderField field : header.fields()) {
            if (!field.equals(signature.field())) {
                unused.computeIfAbsent(field.name().toLowerCase(Locale.ROOT), _ -> new ArrayDeque<>())
                        .push(field);
            }
        }
        StringBuilder signed = new StringBuilder();
        for (String name : signature.names()) {
            Deque<HeaderField> those = unused.getOrDefault(name, new ArrayDeque<>());
            if (!those.isEmpty()) {
                signed.append(signature.header().field(those.pop().raw().latin1()))
                        .append("\r\n");
            }
        }
        signed.append(signature.header().field(withoutSignature(signature.field())));
        return Octets.of(signed.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    /// What the signature isn't over. A field that stands there more often than it is signed counts as such,
    /// for the one that is shown may be the other, and so does one that was put there after signing.
    static Coverage coverage(DkimField signature, HeaderSection header) {
        return new Coverage(
                signature.length().isPresent(),
                SEEN.stream()
                        .filter(name -> isUncovered(name, signature, header))
                        .toList(),
                SHOWING.stream()
                        .filter(name -> isUncovered(name, signature, header) && !saysNothing(name, header))
                        .toList());
    }

    private static boolean isUncovered(String name, DkimField signature, HeaderSection header) {
        return header.all(name).size()
                > signature.names().stream().filter(name::equalsIgnoreCase).count();
    }

    /// `inline` is what a text is without the field too. Programs write it, and few servers sign it.
    private static boolean saysNothing(String name, HeaderSection header) {
        return name.equals("Content-Disposition")
                && header.all(name).stream()
                        .allMatch(field -> field.value().strip().equalsIgnoreCase("inline"));
    }

    private static String withoutSignature(HeaderField field) {
        String raw = field.raw().latin1();
        int value = raw.indexOf(':') + 1;
        return raw.substring(0, value) + SIGNATURE.matcher(raw.substring(value)).replaceAll("$1$2");
    }
}
