package org.waxwing.crypto;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Mailbox;

/// The header fields of a message as the reader should see them, each with its protection (RFC 9788 §4.2,
/// §4.3).
///
/// @param fields in the order of the message, protected values in place of the outer ones
/// @param outer the user-facing fields as they stood outside, for the tamper lens
/// @param differences what was done to the fields outside after the letter was sealed or signed
/// @param from all mailboxes of the From to show; the sender is proven only with a verified summary
/// @param replyTo as it is to be shown
/// @param responding whom an answer to it goes to, where it was sealed
public record ProtectedFields(
        List<Field> fields,
        List<Field> outer,
        List<Mailbox> from,
        List<Mailbox> replyTo,
        List<Mailbox> to,
        List<Mailbox> cc,
        String subject,
        Optional<Instant> date,
        Optional<String> messageId,
        List<String> references,
        List<FieldDifference> differences,
        Responding responding) {
    public ProtectedFields {
        fields = List.copyOf(fields);
        outer = List.copyOf(outer);
        from = List.copyOf(from);
        replyTo = List.copyOf(replyTo);
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        references = List.copyOf(references);
        differences = List.copyOf(differences);
    }

    /// One header field.
    ///
    /// @param name as it was spelt
    /// @param value decoded text in one line
    public record Field(String name, String value, FieldProtection protection) {
        @Override
        public String toString() {
            return "Field[" + name + ", redacted]";
        }
    }

    /// RFC 9788 §4.3.
    public enum FieldProtection {
        UNPROTECTED,
        SIGNED_ONLY,
        ENCRYPTED_ONLY,
        SIGNED_AND_ENCRYPTED
    }

    /// The one address in From, or nothing when there is none or several.
    public Optional<AddrSpec> author() {
        return from.size() == 1 ? Optional.of(from.getFirst().address()) : Optional.empty();
    }

    @Override
    public String toString() {
        return "ProtectedFields[redacted]";
    }
}
