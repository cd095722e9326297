package org.waxwing.crypto.mime;

import java.util.List;
import java.util.Optional;

/// The header fields of a message or of a part, in their order (RFC 5322 §2.1).
///
/// @param fields every field; a line that is none stands among them without a name
/// @param raw all bytes up to, and without, the empty line
public record HeaderSection(List<HeaderField> fields, Octets raw) {
    public HeaderSection {
        fields = List.copyOf(fields);
    }

    /// The outer header section of a message that is not cut into parts; of one beyond the limits, its
    /// beginning.
    public static HeaderSection outerOf(Octets message) {
        Octets start = message.slice(0, Math.min(message.length(), MimeLimits.STANDARD.headerBytes()));
        Octets raw = start.slice(0, HeaderReader.headerEnd(start, HeaderReader.bodyStart(start)));
        List<HeaderField> fields = HeaderReader.fields(raw);
        return new HeaderSection(fields.subList(0, Math.min(fields.size(), MimeLimits.STANDARD.headerFields())), raw);
    }

    public Optional<HeaderField> first(String name) {
        return fields.stream().filter(field -> field.is(name)).findFirst();
    }

    public List<HeaderField> all(String name) {
        return fields.stream().filter(field -> field.is(name)).toList();
    }

    /// The media type; `text/plain` in ASCII where nothing readable is declared (RFC 2045 §5.2).
    public ContentType contentType() {
        return first("Content-Type")
                .flatMap(field -> ContentType.parse(field.value()))
                .orElse(ContentType.TEXT_PLAIN);
    }

    /// How the part asks to be shown (RFC 2183); nothing where it doesn't say.
    public Optional<ContentDisposition> contentDisposition() {
        return first("Content-Disposition").map(field -> ContentDisposition.parse(field.value()));
    }

    /// How the body is encoded for the way (RFC 2045 §6).
    public TransferEncoding transferEncoding() {
        return first("Content-Transfer-Encoding")
                .map(field -> TransferEncoding.named(field.value()))
                .orElse(TransferEncoding.IDENTITY);
    }

    /// All mailboxes of all fields with the name.
    public AddressList addresses(String name) {
        return AddressList.join(all(name).stream().map(HeaderSection::addresses).toList());
    }

    private static AddressList addresses(HeaderField field) {
        AddressList read = AddressList.parse(field.value());
        return new AddressList(read.mailboxes(), read.sound() && !field.holdsAnEnd());
    }

    @Override
    public String toString() {
        return "HeaderSection[" + fields.size() + " fields]";
    }
}
