package org.waxwing.app.journey;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Who handed a letter over, by what the receiving server itself noted: the address of the connection and
/// the name that DNS gives it. What the client called itself counts for nothing.
final class Handover {
    private static final Pattern ADDRESS = Pattern.compile("\\[(?:IPv6:)?([0-9A-Fa-f:.]{3,45})]");
    private static final Pattern NOTED = Pattern.compile("(?:\\S+@)?([A-Za-z0-9.-]+)\\s+\\[[^]]*]\\)?");
    private static final Pattern INSIDE = Pattern.compile(
            "127\\..*|10\\..*|192\\.168\\..*|172\\.(?:1[6-9]|2\\d|3[01])\\..*|::1|fe80:.*|f[cd][0-9a-f]{2}:.*");

    private Handover() {}

    /// Whether the letter came from another server of the reader's provider, or from the same machine.
    static boolean withinProvider(ReceivedField field, OwnServers own) {
        if (field.protocol().filter(Handover::signedIn).isPresent()) {
            return false;
        }
        if (field.from().isEmpty()) {
            return field.by().isPresent();
        }
        Optional<String> address = Stream.concat(field.fromComments().stream(), field.from().stream())
                .flatMap(text -> first(ADDRESS, text).stream())
                .findFirst();
        if (address.isEmpty()) {
            return local(field) && field.from().filter(own::include).isPresent();
        }
        return INSIDE.matcher(address.get().toLowerCase(Locale.ROOT)).matches()
                || field.fromComments().stream()
                        .flatMap(comment -> noted(comment).stream())
                        .anyMatch(own::include);
    }

    /// Whether the server that wrote the field names itself as machines inside a network do.
    static boolean nameless(ReceivedField field) {
        return field.by()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name -> name.contains(".") || name.contains(":"))
                .filter(name -> !name.endsWith(".internal") && !name.endsWith(".local"))
                .filter(name -> !name.matches("[0-9.]+|[0-9a-f:]+"))
                .isEmpty();
    }

    private static boolean signedIn(String protocol) {
        String upper = protocol.toUpperCase(Locale.ROOT);
        return upper.endsWith("SMTPA") || upper.endsWith("SMTPSA") || upper.startsWith("HTTP");
    }

    private static boolean local(ReceivedField field) {
        return field.protocol()
                .map(word -> word.toUpperCase(Locale.ROOT))
                .filter(word -> word.startsWith("LMTP") || word.startsWith("LOCAL"))
                .isPresent();
    }

    private static Optional<String> noted(String comment) {
        Matcher form = NOTED.matcher(comment);
        return form.matches() ? Optional.of(form.group(1)) : Optional.empty();
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
