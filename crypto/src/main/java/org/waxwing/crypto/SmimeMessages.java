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

/// Writes the outer message around what S/MIME made (RFC 8551 §3).
///
/// ```
/// application/pkcs7-mime           multipart/signed
/// └─ multipart/signed              ├─ the payload, exactly as signed
///    ├─ the payload                └─ application/pkcs7-signature
///    └─ application/pkcs7-signature
/// ```
final class SmimeMessages {
    private SmimeMessages() {}

    /// RFC 8551 §3.3, §3.4.
    ///
    /// @param authenticated its cipher has a tag, which makes it another type
    static Octets enveloped(List<HeaderField> outer, Octets cms, boolean authenticated) {
        ContentType type = ContentType.of("application", "pkcs7-mime")
                .with("smime-type", authenticated ? "authEnveloped-data" : "enveloped-data")
                .with("name", "smime.p7m");
        List<HeaderField> header = new ArrayList<>(outer);
        header.add(HeaderFields.fixed("MIME-Version", "1.0"));
        header.add(HeaderFields.contentType(type));
        header.add(HeaderFields.fixed("Content-Disposition", "attachment; filename=\"smime.p7m\""));
        return PartWriter.inBase64(header, cms);
    }

    /// RFC 8551 §3.5.3.
    static Octets signed(List<HeaderField> outer, Octets payload, Production.Made made, SecureRandom random) {
        Octets signature = PartWriter.inBase64(
                List.of(
                        HeaderFields.contentType(
                                ContentType.of("application", "pkcs7-signature").with("name", "smime.p7s")),
                        HeaderFields.fixed("Content-Disposition", "attachment; filename=\"smime.p7s\"")),
                made.octets());
        String boundary = PartWriter.boundary(random);
        ContentType type = ContentType.of("multipart", "signed")
                .with("protocol", "application/pkcs7-signature")
                .with("micalg", made.hash())
                .with("boundary", boundary);
        List<HeaderField> header = new ArrayList<>(outer);
        if (!outer.isEmpty()) {
            header.add(HeaderFields.fixed("MIME-Version", "1.0"));
        }
        header.add(HeaderFields.contentType(type));
        return PartWriter.part(header, PartWriter.multipartBody(boundary, List.of(payload, signature)));
    }
}
