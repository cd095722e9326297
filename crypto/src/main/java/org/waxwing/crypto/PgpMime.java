package org.waxwing.crypto;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.waxwing.crypto.engine.Production;
import org.waxwing.crypto.mime.ContentType;
import org.waxwing.crypto.mime.HeaderField;
import org.waxwing.crypto.mime.HeaderFields;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.mime.PartWriter;

/// Writes the outer message around what OpenPGP made (RFC 3156).
///
/// ```
/// multipart/encrypted              multipart/signed
/// ├─ application/pgp-encrypted     ├─ the payload, exactly as signed
/// └─ application/octet-stream      └─ application/pgp-signature
/// ```
final class PgpMime {
    private static final String MESSAGE_NAME = "openpgp-encrypted-message.asc";
    private static final String SIGNATURE_NAME = "openpgp-digital-signature.asc";

    private PgpMime() {}

    /// RFC 3156 §4.
    static Octets encrypted(List<HeaderField> outer, Octets armored, SecureRandom random) {
        Octets version = PartWriter.part(
                List.of(
                        HeaderFields.contentType(ContentType.of("application", "pgp-encrypted")),
                        HeaderFields.fixed("Content-Description", "PGP/MIME version identification")),
                Octets.ofUtf8("Version: 1\r\n"));
        Octets sealed = PartWriter.part(
                List.of(
                        HeaderFields.contentType(
                                ContentType.of("application", "octet-stream").with("name", MESSAGE_NAME)),
                        HeaderFields.fixed("Content-Description", "OpenPGP encrypted message"),
                        HeaderFields.fixed("Content-Disposition", "inline; filename=\"" + MESSAGE_NAME + "\"")),
                armored);
        ContentType type = ContentType.of("multipart", "encrypted").with("protocol", "application/pgp-encrypted");
        return message(outer, type, List.of(version, sealed), random);
    }

    /// RFC 3156 §5.
    static Octets signed(List<HeaderField> outer, Octets payload, Production.Made made, SecureRandom random) {
        Octets signature = PartWriter.part(
                List.of(
                        HeaderFields.contentType(
                                ContentType.of("application", "pgp-signature").with("name", SIGNATURE_NAME)),
                        HeaderFields.fixed("Content-Description", "OpenPGP digital signature"),
                        HeaderFields.fixed("Content-Disposition", "attachment; filename=\"" + SIGNATURE_NAME + "\"")),
                made.octets());
        ContentType type = ContentType.of("multipart", "signed")
                .with("protocol", "application/pgp-signature")
                .with("micalg", made.hash());
        return message(outer, type, List.of(payload, signature), random);
    }

    private static Octets message(List<HeaderField> outer, ContentType type, List<Octets> parts, SecureRandom random) {
        String boundary = PartWriter.boundary(random);
        List<HeaderField> header = new ArrayList<>(outer);
        header.add(HeaderFields.fixed("MIME-Version", "1.0"));
        header.add(HeaderFields.contentType(type.with("boundary", boundary)));
        return PartWriter.part(header, PartWriter.multipartBody(boundary, parts));
    }
}
