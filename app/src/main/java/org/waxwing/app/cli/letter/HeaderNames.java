package org.waxwing.app.cli.letter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waxwing.app.cli.letter.LetterReport.Header;
import org.waxwing.crypto.ProtectedFields;
import org.waxwing.crypto.ProtectedFields.Field;
import org.waxwing.crypto.ProtectedFields.FieldProtection;
import org.waxwing.crypto.mime.DisplayName;
import org.waxwing.crypto.mime.Mailbox;

/// Names header fields as scripts expect them: well-known ones in their usual spelling, each once.
final class HeaderNames {
    private static final Map<String, String> USUAL = Stream.of(
                    "From",
                    "Sender",
                    "Reply-To",
                    "To",
                    "Cc",
                    "Bcc",
                    "Subject",
                    "Date",
                    "Message-ID",
                    "In-Reply-To",
                    "References",
                    "Comments",
                    "Keywords",
                    "List-Id",
                    "User-Agent",
                    "Content-Type",
                    "MIME-Version")
            .collect(Collectors.toUnmodifiableMap(name -> name.toLowerCase(Locale.ROOT), Function.identity()));

    private HeaderNames() {}

    /// The first field of each name.
    static List<Header> firstOfEach(ProtectedFields fields) {
        return List.copyOf(fields.fields().stream()
                .map(field ->
                        new Header(usual(field.name()), field.value(), word(field.protection()), shown(field, fields)))
                .collect(Collectors.toMap(
                        header -> header.name().toLowerCase(Locale.ROOT),
                        Function.identity(),
                        (first, _) -> first,
                        LinkedHashMap::new))
                .values());
    }

    /// A name may look like an address, and a group's name stands where one is expected.
    private static String shown(Field field, ProtectedFields fields) {
        return switch (field.name().toLowerCase(Locale.ROOT)) {
            case "from" -> shown(fields.from());
            case "to" -> shown(fields.to());
            case "cc" -> shown(fields.cc());
            default -> field.value();
        };
    }

    private static String shown(List<Mailbox> people) {
        return people.isEmpty()
                ? "(no address)"
                : people.stream().map(DisplayName::before).collect(Collectors.joining(", "));
    }

    private static String usual(String name) {
        return USUAL.getOrDefault(name.toLowerCase(Locale.ROOT), name);
    }

    private static String word(FieldProtection protection) {
        return switch (protection) {
            case UNPROTECTED -> "unprotected";
            case SIGNED_ONLY -> "signed-only";
            case ENCRYPTED_ONLY -> "encrypted-only";
            case SIGNED_AND_ENCRYPTED -> "signed-and-encrypted";
        };
    }
}
