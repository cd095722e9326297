package org.waxwing.crypto;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.waxwing.crypto.mime.AddressList;
import org.waxwing.crypto.mime.ContentType;
import org.waxwing.crypto.mime.HeaderField;
import org.waxwing.crypto.mime.HeaderFields;
import org.waxwing.crypto.mime.MimeParser;
import org.waxwing.crypto.mime.MimeParsing;
import org.waxwing.crypto.mime.MimePart;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.mime.PartWriter;

/// Writes letters as messages.
final class LetterWriter {
    private static final int ID_BYTES = 16;

    private LetterWriter() {}

    static Letter write(Letter.Content content) {
        Octets text = PartWriter.text(content.text());
        Octets body = content.attachments().isEmpty() ? text : mixed(content, text);
        return new Letter(parsed(PartWriter.prepended(fields(content), body)), new AddressList(List.of(), true));
    }

    static Letter completed(Letter letter, AddressList bcc, Instant now, SecureRandom random) {
        List<HeaderField> fields = new ArrayList<>(letter.header().fields());
        if (letter.date().isEmpty()) {
            fields.removeIf(field -> field.is("Date"));
            fields.addFirst(HeaderFields.date("Date", now));
        }
        if (letter.messageId().isEmpty() && letter.author().isPresent()) {
            byte[] bytes = new byte[ID_BYTES];
            random.nextBytes(bytes);
            String id = "<" + HexFormat.of().formatHex(bytes) + "@"
                    + letter.author().get().asciiDomain() + ">";
            fields.removeIf(field -> field.is("Message-ID"));
            fields.addFirst(HeaderFields.messageIds("Message-ID", List.of(id)));
        }
        return new Letter(parsed(PartWriter.part(fields, letter.root().body())), bcc);
    }

    /// A message that this program wrote, read back.
    static MimePart parsed(Octets message) {
        return switch (MimeParser.parse(message)) {
            case MimeParsing.Parsed parsed -> parsed.root();
            case MimeParsing.BeyondLimits _ ->
                throw new IllegalArgumentException("more parts or fields than a letter may have");
        };
    }

    private static List<HeaderField> fields(Letter.Content content) {
        List<HeaderField> fields = new ArrayList<>();
        fields.add(HeaderFields.date("Date", content.date()));
        fields.add(HeaderFields.addresses("From", List.of(content.from())));
        if (content.to().isEmpty() && content.cc().isEmpty()) {
            fields.add(HeaderFields.fixed("To", "undisclosed-recipients:;"));
        }
        if (!content.to().isEmpty()) {
            fields.add(HeaderFields.addresses("To", content.to()));
        }
        if (!content.cc().isEmpty()) {
            fields.add(HeaderFields.addresses("Cc", content.cc()));
        }
        fields.add(HeaderFields.unstructured("Subject", content.subject()));
        fields.add(HeaderFields.messageIds("Message-ID", List.of(content.messageId())));
        content.inReplyTo().ifPresent(id -> fields.add(HeaderFields.messageIds("In-Reply-To", List.of(id))));
        if (!content.references().isEmpty()) {
            fields.add(HeaderFields.messageIds("References", content.references()));
        }
        fields.add(HeaderFields.fixed("MIME-Version", "1.0"));
        return fields;
    }

    /// The boundary needs no randomness here: every part is encoded so that no line begins with two dashes.
    /// It differs from letter to letter so that a forwarded one can't close it.
    private static Octets mixed(Letter.Content content, Octets text) {
        String seed = content.messageId() + content.date();
        String boundary = "=_" + UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8));
        List<Octets> parts = new ArrayList<>();
        parts.add(text);
        content.attachments().forEach(file -> parts.add(PartWriter.attachment(file)));
        ContentType type = ContentType.of("multipart", "mixed").with("boundary", boundary);
        return PartWriter.part(List.of(HeaderFields.contentType(type)), PartWriter.multipartBody(boundary, parts));
    }
}
