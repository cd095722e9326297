package org.waxwing.crypto.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Rewrites parts of any origin so that they can be signed and survive relays (RFC 3156 §3). What is clean
/// stays as it is but for its line ends; the rest gets another transfer encoding. Decoded content of files
/// never changes.
public final class CanonicalPart {
    private CanonicalPart() {}

    /// The part in canonical form.
    public static Octets of(MimePart part) {
        List<HeaderField> header = part.header().fields().stream()
                .filter(field -> !field.name().isEmpty())
                .map(HeaderFields::canonical)
                .toList();
        return PartWriter.part(structured(part, header), body(part));
    }

    /// The bytes with CRLF at the end of every line that a reader of them sees: what a signature over a part
    /// covers (RFC 3156 §5). A CR that stands alone ends no line and stays as it is.
    public static Octets lines(Octets bytes) {
        return MimeText.mendedLines(bytes);
    }

    private static Octets body(MimePart part) {
        return switch (part) {
            case MimePart.Leaf leaf -> leafBody(leaf);
            case MimePart.Multipart multipart ->
                isSigned(multipart)
                        ? MimeText.canonicalLines(multipart.body())
                        : PartWriter.multipartBody(
                                multipart
                                        .type()
                                        .parameter("boundary")
                                        .orElseThrow()
                                        .stripTrailing(),
                                multipart.parts().stream()
                                        .map(CanonicalPart::of)
                                        .toList());
            case MimePart.EmbeddedMessage message ->
                MimeText.isClean(message.body())
                        ? MimeText.canonicalLines(message.body())
                        : MimeText.base64(message.message().raw());
        };
    }

    private static Octets leafBody(MimePart.Leaf leaf) {
        if (staysAsItIs(leaf)) {
            return MimeText.canonicalLines(leaf.body());
        }
        return isTextInLines(leaf) ? MimeText.quotedPrintable(leaf.content()) : MimeText.base64(leaf.content());
    }

    /// The header with what describes the new body.
    private static List<HeaderField> structured(MimePart part, List<HeaderField> header) {
        return switch (part) {
            case MimePart.Leaf leaf -> {
                if (staysAsItIs(leaf)) {
                    yield header;
                }
                ContentType type = leaf.type().isMultipart() ? ContentType.TEXT_PLAIN : leaf.type();
                yield reencoded(header, type, isTextInLines(leaf) ? "quoted-printable" : "base64");
            }
            case MimePart.Multipart _ -> header;
            case MimePart.EmbeddedMessage message ->
                MimeText.isClean(message.body())
                        ? header
                        : reencoded(
                                header,
                                ContentType.of("application", "octet-stream").with("name", "letter.eml"),
                                "base64");
        };
    }

    private static List<HeaderField> reencoded(List<HeaderField> header, ContentType type, String encoding) {
        List<HeaderField> fields = new ArrayList<>(header);
        fields.removeIf(field -> field.is("Content-Transfer-Encoding") || field.is("Content-Type"));
        fields.add(HeaderFields.contentType(type));
        fields.add(HeaderFields.fixed("Content-Transfer-Encoding", encoding));
        return fields;
    }

    private static boolean staysAsItIs(MimePart.Leaf leaf) {
        boolean binary = leaf.header()
                .first("Content-Transfer-Encoding")
                .filter(field -> field.value().toLowerCase(Locale.ROOT).contains("binary"))
                .isPresent();
        return !binary && !leaf.type().isMultipart() && MimeText.isClean(leaf.body());
    }

    /// Text whose line ends may become CRLF: shown in the letter, in a character set that contains ASCII.
    private static boolean isTextInLines(MimePart.Leaf leaf) {
        boolean attached = leaf.header()
                .contentDisposition()
                .filter(ContentDisposition::isAttachment)
                .isPresent();
        boolean wide = leaf.type()
                .parameter("charset")
                .filter(name -> name.toLowerCase(Locale.ROOT).startsWith("utf-16")
                        || name.toLowerCase(Locale.ROOT).startsWith("utf-32"))
                .isPresent();
        return !attached && !wide && (leaf.type().isText() || leaf.type().isMultipart());
    }

    private static boolean isSigned(MimePart.Multipart multipart) {
        return multipart.type().is("multipart", "signed");
    }
}
