package org.waxwing.crypto.mime;

import java.util.List;
import java.util.Optional;

/// A part that is a cryptographic layer (RFC 9787 §4.1). Inline PGP is none.
public sealed interface CryptographicLayer {
    /// PGP/MIME signed data (RFC 3156 §5).
    record PgpSigned(MimePart signed, Octets signature) implements CryptographicLayer {}

    /// PGP/MIME encrypted data (RFC 3156 §4).
    record PgpEncrypted(Octets ciphertext) implements CryptographicLayer {}

    /// S/MIME in the clear with a signature beside it (RFC 8551 §3.5.3).
    record SmimeSigned(MimePart signed, Octets signature) implements CryptographicLayer {}

    /// S/MIME in one CMS structure (RFC 8551 §3.2): enveloped, or signed so that nothing can be read
    /// without it. Which of them, the structure itself says.
    record SmimeOpaque(Octets cms) implements CryptographicLayer {}

    /// S/MIME compressed data (RFC 8551 §3.6): to be taken off like a layer, and protects nothing.
    record SmimeCompressed(Octets cms) implements CryptographicLayer {}

    /// A signature in the header of what it covers; at the root of a message only.
    ///
    /// @param exact the bytes that were signed: the part without its signatures
    record Unobtrusive(MimePart signed, Octets exact, List<UnobtrusiveSignature> signatures)
            implements CryptographicLayer {
        public Unobtrusive {
            signatures = List.copyOf(signatures);
        }
    }

    /// The layer that this part is, or nothing.
    ///
    /// @param root whether it is the whole message; only there the form that some servers leave behind when
    ///   they rewrite PGP/MIME counts
    static Optional<CryptographicLayer> of(MimePart part, boolean root) {
        return switch (part) {
            case MimePart.EmbeddedMessage _ -> Optional.empty();
            case MimePart.Leaf leaf -> smime(leaf);
            case MimePart.Multipart multipart -> multipart(multipart, root);
        };
    }

    private static Optional<CryptographicLayer> smime(MimePart.Leaf leaf) {
        ContentType type = leaf.type();
        boolean cms = type.is("application", "pkcs7-mime") || type.is("application", "x-pkcs7-mime");
        if (!cms || type.has("smime-type", "certs-only")) {
            return Optional.empty();
        }
        return Optional.of(
                type.has("smime-type", "compressed-data")
                        ? new SmimeCompressed(leaf.content())
                        : new SmimeOpaque(leaf.content()));
    }

    private static Optional<CryptographicLayer> multipart(MimePart.Multipart part, boolean root) {
        // RFC 3156 §4, §5: exactly two parts.
        if (part.parts().size() == 3 && root) {
            return rewritten(part);
        }
        if (part.parts().size() == 1 && root) {
            return UnobtrusiveSignature.layer(part);
        }
        if (part.parts().size() != 2) {
            return Optional.empty();
        }
        MimePart first = part.parts().getFirst();
        MimePart second = part.parts().getLast();
        ContentType type = part.type();
        if (type.is("multipart", "signed") && second instanceof MimePart.Leaf signature) {
            if (signature.type().is("application", "pgp-signature")) {
                return Optional.of(new PgpSigned(first, signature.content()));
            }
            boolean cms = signature.type().is("application", "pkcs7-signature")
                    || signature.type().is("application", "x-pkcs7-signature");
            return cms ? Optional.of(new SmimeSigned(first, signature.content())) : Optional.empty();
        }
        if (type.is("multipart", "encrypted") && isEncrypted(first, second)) {
            return Optional.of(new PgpEncrypted(((MimePart.Leaf) second).content()));
        }
        return Optional.empty();
    }

    private static boolean isEncrypted(MimePart first, MimePart second) {
        return first instanceof MimePart.Leaf version
                && second instanceof MimePart.Leaf
                && version.type().is("application", "pgp-encrypted")
                && second.type().is("application", "octet-stream");
    }

    /// What Exchange makes of PGP/MIME: multipart/mixed of an empty text, the version and the ciphertext.
    private static Optional<CryptographicLayer> rewritten(MimePart.Multipart part) {
        List<MimePart> parts = part.parts();
        boolean exact = part.type().is("multipart", "mixed")
                && parts.getFirst() instanceof MimePart.Leaf empty
                && empty.type().isText()
                && empty.text().isBlank()
                && isEncrypted(parts.get(1), parts.getLast());
        return exact ? Optional.of(new PgpEncrypted(((MimePart.Leaf) parts.getLast()).content())) : Optional.empty();
    }
}
