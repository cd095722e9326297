package org.waxwing.crypto;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.waxwing.crypto.mime.AddressList;
import org.waxwing.crypto.mime.CanonicalPart;
import org.waxwing.crypto.mime.HeaderField;
import org.waxwing.crypto.mime.HeaderFields;
import org.waxwing.crypto.mime.MimeParser;
import org.waxwing.crypto.mime.MimeParsing;
import org.waxwing.crypto.mime.MimePart;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.mime.PartWriter;

/// Reads a letter that is to be sealed from a message file.
final class LetterReader {
    /// What tells of the way, of the writer's program, or of hidden recipients.
    private static final Set<String> DROPPED = Set.of(
            "bcc",
            "resent-bcc",
            "received",
            "x-received",
            "return-path",
            "delivered-to",
            "x-original-to",
            "envelope-to",
            "errors-to",
            "dkim-signature",
            "domainkey-signature",
            "authentication-results",
            "received-spf",
            "user-agent",
            "x-mailer",
            "x-originating-ip",
            "x-original-authentication-results",
            "status",
            "x-status",
            "x-uid",
            "x-uidl",
            "x-keywords",
            "lines",
            "content-length",
            "hp-outer",
            "autocrypt-draft-state",
            "x-draft-info",
            "x-identity-key",
            "x-account-key",
            "fcc",
            "mime-version",
            "x-enigmail-draft-status",
            "disposition-notification-to",
            "return-receipt-to",
            "x-padding");
    private static final List<String> DROPPED_PREFIXES =
            List.of("arc-", "x-mozilla-", "x-spam-", "x-ms-exchange-", "x-gm-", "x-google-", "autocrypt-");
    /// RFC 5322 §3.6 allows these once. A second From stays, so that the sealer sees that nobody is the one
    /// writer.
    private static final Set<String> SINGLE =
            Set.of("sender", "reply-to", "to", "cc", "message-id", "in-reply-to", "references", "subject", "date");

    private LetterReader() {}

    static Optional<Letter> read(Octets message) {
        return switch (MimeParser.parse(message)) {
            case MimeParsing.BeyondLimits _ -> Optional.empty();
            case MimeParsing.Parsed parsed ->
                isMessage(parsed.root()) ? Optional.of(letter(parsed.root())) : Optional.empty();
        };
    }

    private static boolean isMessage(MimePart root) {
        return root.header().fields().stream().anyMatch(field -> !field.name().isEmpty());
    }

    private static Letter letter(MimePart root) {
        AddressList bcc = root.header().addresses("Bcc");
        MimePart canonical = LetterWriter.parsed(CanonicalPart.of(root));
        List<HeaderField> fields = new ArrayList<>();
        List<HeaderField> structural = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (HeaderField field : canonical.header().fields()) {
            String name = field.name().toLowerCase(Locale.ROOT);
            if (isDropped(name) || (SINGLE.contains(name) && !seen.add(name))) {
                continue;
            }
            (HeaderFields.isStructural(name) ? structural : fields).add(whole(canonical, field, name));
        }
        fields.add(HeaderFields.fixed("MIME-Version", "1.0"));
        fields.addAll(structural);
        return new Letter(LetterWriter.parsed(PartWriter.part(fields, canonical.body())), bcc);
    }

    /// To or Cc given twice becomes one field, so that nobody is forgotten.
    private static HeaderField whole(MimePart canonical, HeaderField field, String name) {
        boolean repeated = (name.equals("to") || name.equals("cc"))
                && canonical.header().all(name).size() > 1;
        return repeated
                ? HeaderFields.addresses(
                        field.name(), canonical.header().addresses(name).mailboxes())
                : field;
    }

    private static boolean isDropped(String name) {
        return DROPPED.contains(name) || DROPPED_PREFIXES.stream().anyMatch(name::startsWith);
    }
}
