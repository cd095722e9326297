package org.waxwing.crypto;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.waxwing.crypto.mime.HeaderField;
import org.waxwing.crypto.mime.HeaderFields;

/// What of a letter's header fields stands outside, where every relay reads it (RFC 9788 §3). From is never
/// altered.
interface HeaderConfidentialityPolicy {
    /// The field as it goes outside, or nothing where it is to be hidden altogether.
    Optional<HeaderField> outer(HeaderField field);

    /// `hcp_baseline` (RFC 9788 §3.2.1): Subject becomes `[...]`, Comments and Keywords are hidden, and
    /// so is every field that delivery and threads can do without.
    static HeaderConfidentialityPolicy baseline() {
        Set<String> outside = Set.of("from", "to", "cc", "date", "message-id", "in-reply-to", "references");
        return field -> {
            String name = field.name().toLowerCase(Locale.ROOT);
            if (name.equals("subject")) {
                return Optional.of(HeaderFields.fixed("Subject", "[...]"));
            }
            return outside.contains(name) ? Optional.of(field) : Optional.empty();
        };
    }

    /// For a letter that is signed only: nothing is hidden by design, but what need not be outside isn't.
    static HeaderConfidentialityPolicy signedOnly() {
        HeaderConfidentialityPolicy baseline = baseline();
        return field -> field.is("Subject") || field.is("Reply-To") ? Optional.of(field) : baseline.outer(field);
    }
}
