package org.waxwing.app.journey;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds what a Received field says about TLS: the keywords of RFC 3848 and RFC 6531, and the comments that
/// Postfix, Exim, Sendmail, OpenSMTPD, Haraka, Google and Microsoft write.
final class TlsWords {
    private static final Pattern KEYWORD =
            Pattern.compile("(?:utf8)?(?:e?smtp|lmtp)sa?|https(?:rest)?", Pattern.CASE_INSENSITIVE);

    // Only at the start of a comment: further in may stand a name that the client chose.
    private static final Pattern VERSION = Pattern.compile(
            "(?:using\\s+|version=|tls\\s+)?(TLS|SSL)[\\sv]{0,2}(\\d)(?:[._](\\d))?(?![\\w./-])(?:[,:\\s].*)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WITHOUT_VERSION = Pattern.compile(
            "(?:version=TLSv1/SSLv3|using\\s+TLS|cipher=[A-Z0-9_-]{5,}|tls\\s+cipher).*", Pattern.CASE_INSENSITIVE);

    /// As Exchange writes it behind the protocol; elsewhere it may be a name.
    private static final String BARE = "TLS";

    private TlsWords() {}

    static Stop.Tls of(ReceivedField field) {
        Optional<String> version =
                comments(field).flatMap(comment -> version(comment).stream()).findFirst();
        boolean stated = version.isPresent()
                || field.protocol()
                        .filter(word -> KEYWORD.matcher(word).matches())
                        .isPresent()
                || comments(field)
                        .anyMatch(comment -> WITHOUT_VERSION.matcher(comment).matches())
                || field.comments().stream().anyMatch(BARE::equalsIgnoreCase)
                || securedChannel(field.words());
        return stated ? new Stop.Tls.Stated(version) : new Stop.Tls.NotStated();
    }

    private static Stream<String> comments(ReceivedField field) {
        return Stream.concat(field.fromComments().stream(), field.comments().stream());
    }

    private static Optional<String> version(String comment) {
        Matcher form = VERSION.matcher(comment);
        if (!form.matches()) {
            return Optional.empty();
        }
        String minor = form.group(3) == null ? "0" : form.group(3);
        return Optional.of(form.group(1).toUpperCase(Locale.ROOT) + " " + form.group(2) + "." + minor);
    }

    private static boolean securedChannel(List<String> words) {
        return String.join(" ", words).toLowerCase(Locale.ROOT).contains(" over tls secured channel with microsoft");
    }
}
