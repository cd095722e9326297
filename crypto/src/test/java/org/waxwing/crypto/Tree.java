package org.waxwing.crypto;

import java.util.List;
import org.waxwing.crypto.mime.Octets;

/// Messages as trees: `signed(ANNA, encrypted(BEN, text("hi")))`. Every function gives one MIME part.
final class Tree {
    private Tree() {}

    static Octets text(String text) {
        return Octets.ofUtf8("Content-Type: text/plain; charset=utf-8\r\n\r\n" + text);
    }

    static Octets html(String html) {
        return Octets.ofUtf8("Content-Type: text/html; charset=utf-8\r\n\r\n" + html);
    }

    static Octets forwarded(Octets message) {
        return Octets.ofUtf8("Content-Type: message/rfc822\r\n\r\n" + message.utf8());
    }

    static Octets mixed(Octets... parts) {
        return multipart("mixed", "", parts);
    }

    static Octets alternative(Octets... parts) {
        return multipart("alternative", "", parts);
    }

    static Octets signed(Person signer, Octets part) {
        return signedOver(signer, part, part);
    }

    /// A signature over something else than what it stands beside.
    static Octets signedOver(Person signer, Octets really, Octets part) {
        return namedSigned(part, signaturePart(signer, really));
    }

    /// A multipart/signed of any parts, whether or not it is a layer.
    static Octets namedSigned(Octets... parts) {
        return multipart("signed", "; protocol=\"application/pgp-signature\"; micalg=pgp-sha512", parts);
    }

    /// A signature over a part, to stand beside it.
    static Octets signaturePart(Person signer, Octets part) {
        String signature = PretendEngine.signatureBy(signer, part).utf8();
        return Octets.ofUtf8("Content-Type: application/pgp-signature\r\n\r\n" + signature);
    }

    /// Encrypted for Ben, signed by nobody.
    static Octets encrypted(Octets part) {
        return encrypted(List.of(), part);
    }

    /// Encrypted for Ben, signed inside.
    static Octets encrypted(List<Person> signers, Octets part) {
        return around(PretendEngine.sealedFor(List.of(Person.BEN), signers, List.of(), part));
    }

    static Octets around(Octets ciphertext) {
        return multipart(
                "encrypted",
                "; protocol=\"application/pgp-encrypted\"",
                Octets.ofUtf8("Content-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n"),
                Octets.ofUtf8("Content-Type: application/octet-stream\r\n\r\n" + ciphertext.utf8()));
    }

    /// The part with more fields on top, each with its line end.
    static Octets with(String fields, Octets part) {
        return Octets.ofUtf8(fields + part.utf8());
    }

    /// The part as a whole message from Anna to Ben.
    static Octets fromAnna(Octets part) {
        return with("From: Anna <anna@waxwing.example>\r\nTo: ben@waxwing.example\r\nSubject: Hello\r\n", part);
    }

    private static Octets multipart(String subtype, String parameters, Octets... parts) {
        StringBuilder body = new StringBuilder();
        String boundary = "b" + Integer.toHexString(List.of(parts).hashCode());
        for (Octets part : parts) {
            body.append("--")
                    .append(boundary)
                    .append("\r\n")
                    .append(part.utf8())
                    .append("\r\n");
        }
        return Octets.ofUtf8("Content-Type: multipart/" + subtype + "; boundary=" + boundary + parameters + "\r\n\r\n"
                + body + "--" + boundary + "--\r\n");
    }
}
