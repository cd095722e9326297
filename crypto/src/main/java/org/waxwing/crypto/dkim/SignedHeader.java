package org.waxwing.crypto.dkim;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.waxwing.crypto.mime.HeaderField;
import org.waxwing.crypto.mime.HeaderSection;
import org.waxwing.crypto.mime.Octets;

/// The octets that a signature is over: the fields it names, from the bottom of the header section up, and
/// then its own without the value of `b=` (RFC 6376 §3.7, §5.4.2).
final class SignedHeader {
    private static final Pattern SIGNATURE = Pattern.compile("(^|;)([ \t\r\n]*b[ \t\r\n]*=)[^;]*");

    /// What people see or what an answer goes to.
    private static final List<String> SEEN = List.of("Subject", "From", "Reply-To", "To", "Cc", "Date");

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

    /// Fields that a reader sees and that the signature isn't over; one that stands there more often than it
    /// is signed counts as such, for the one that is shown may be the other.
    static List<String> uncovered(DkimField signature, HeaderSection header) {
        return SEEN.stream()
                .filter(name -> header.all(name).size()
                        > signature.names().stream()
                                .filter(name::equalsIgnoreCase)
                                .count())
                .toList();
    }

    private static String withoutSignature(HeaderField field) {
        String raw = field.raw().latin1();
        int value = raw.indexOf(':') + 1;
        return raw.substring(0, value) + SIGNATURE.matcher(raw.substring(value)).replaceAll("$1$2");
    }
}
