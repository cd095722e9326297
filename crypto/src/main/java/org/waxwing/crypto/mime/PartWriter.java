package org.waxwing.crypto.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// Puts parts together, CRLF throughout.
public final class PartWriter {
    private static final int BOUNDARY_BYTES = 16;

    private PartWriter() {}

    /// A part: its fields, the empty line, its body.
    public static Octets part(List<HeaderField> header, Octets body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length() + 1024);
        header.forEach(field -> out.writeBytes(field.raw().toByteArray()));
        line(out, "");
        out.writeBytes(body.toByteArray());
        return Octets.of(out.toByteArray());
    }

    /// A part with something behind its body.
    static Octets part(List<HeaderField> header, Octets body, Octets behind) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length() + behind.length() + 1024);
        header.forEach(field -> out.writeBytes(field.raw().toByteArray()));
        line(out, "");
        out.writeBytes(body.toByteArray());
        out.writeBytes(behind.toByteArray());
        return Octets.of(out.toByteArray());
    }

    /// A part whose content is binary, in base64.
    ///
    /// @param header its fields but Content-Transfer-Encoding
    public static Octets inBase64(List<HeaderField> header, Octets content) {
        List<HeaderField> fields = new ArrayList<>(header);
        fields.add(HeaderFields.fixed("Content-Transfer-Encoding", "base64"));
        return part(fields, MimeText.base64(content));
    }

    /// A part with more fields before its own.
    public static Octets prepended(List<HeaderField> fields, Octets part) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(part.length() + 1024);
        fields.forEach(field -> out.writeBytes(field.raw().toByteArray()));
        out.writeBytes(part.toByteArray());
        return Octets.of(out.toByteArray());
    }

    /// The body of a multipart (RFC 2046 §5.1).
    public static Octets multipartBody(String boundary, List<Octets> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Octets part : parts) {
            line(out, "--" + boundary);
            out.writeBytes(part.toByteArray());
            line(out, "");
        }
        line(out, "--" + boundary + "--");
        return Octets.of(out.toByteArray());
    }

    /// A fresh boundary. `=_` stands in no quoted-printable and no base64 text, and nobody can guess the
    /// rest.
    public static String boundary(SecureRandom random) {
        byte[] bytes = new byte[BOUNDARY_BYTES];
        random.nextBytes(bytes);
        return "=_" + HexFormat.of().formatHex(bytes);
    }

    /// A text part: 7bit where it is clean as it stands, else quoted-printable UTF-8.
    public static Octets text(String text) {
        return text(ContentType.TEXT_PLAIN, List.of(), text);
    }

    static Octets text(ContentType type, List<HeaderField> others, String text) {
        Octets lines = MimeText.canonicalLines(Octets.ofUtf8(text));
        boolean clean = MimeText.isClean(lines);
        List<HeaderField> header = new ArrayList<>(others);
        header.add(HeaderFields.contentType(type.with("charset", "utf-8")));
        header.add(HeaderFields.fixed("Content-Transfer-Encoding", clean ? "7bit" : "quoted-printable"));
        return part(header, clean ? lines : MimeText.quotedPrintable(text));
    }

    /// A file as an attachment, byte for byte, in base64. A message in a file stays a file: a part of type
    /// message or multipart may not be encoded (RFC 2045 §6.4).
    public static Octets attachment(AttachedFile file) {
        String name = FileNames.safe(file.name(), "attachment");
        ContentType type = ContentType.parse(file.mediaType())
                .map(declared -> ContentType.of(declared.type(), declared.subtype()))
                .filter(declared -> !declared.isMultipart() && !declared.type().equals("message"))
                .orElse(ContentType.of("application", "octet-stream"));
        return part(
                List.of(
                        HeaderFields.contentType(type.with("name", name)),
                        HeaderFields.fixed("Content-Transfer-Encoding", "base64"),
                        HeaderFields.disposition(
                                new ContentDisposition("attachment", Parameters.NONE.with("filename", name)))),
                MimeText.base64(file.content()));
    }

    private static void line(ByteArrayOutputStream out, String text) {
        out.writeBytes((text + "\r\n").getBytes(StandardCharsets.UTF_8));
    }
}
