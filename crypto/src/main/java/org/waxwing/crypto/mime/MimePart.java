package org.waxwing.crypto.mime;

import java.util.List;

/// One node of a message's tree. Each knows the exact bytes that it was read from, because a signature covers
/// those and nothing else.
///
/// ```
/// Multipart (multipart/signed)
/// ├─ Multipart (multipart/mixed)
/// │  ├─ Leaf (text/plain)
/// │  └─ EmbeddedMessage (message/rfc822)
/// └─ Leaf (application/pgp-signature)
/// ```
public sealed interface MimePart {
    HeaderSection header();

    /// Header section, empty line and body, without the line break that belongs to the boundary after it
    /// (RFC 2046 §5.1.1).
    Octets raw();

    /// What follows the empty line, still encoded.
    Octets body();

    /// What the part is, as far as it may be believed.
    default ContentType type() {
        return header().contentType();
    }

    /// A part without parts: text, a picture, a file.
    record Leaf(HeaderSection header, Octets raw, Octets body) implements MimePart {
        /// The body without its transfer encoding.
        public Octets content() {
            return header.transferEncoding().decode(body);
        }

        /// The content as text by its declared character set, whatever its type; line ends are `\n`.
        public String text() {
            return PlainText.page(CharacterSets.decode(content(), type().parameter("charset")));
        }

        @Override
        public String toString() {
            return "Leaf[" + raw.length() + "]";
        }
    }

    /// A part made of parts (RFC 2046 §5.1).
    record Multipart(HeaderSection header, Octets raw, Octets body, List<MimePart> parts) implements MimePart {
        public Multipart {
            parts = List.copyOf(parts);
        }

        @Override
        public String toString() {
            return "Multipart[" + parts.size() + "]";
        }
    }

    /// A whole message inside a message (RFC 2046 §5.2.1), with a summary of its own (RFC 9787 §6.3).
    record EmbeddedMessage(HeaderSection header, Octets raw, Octets body, MimePart message) implements MimePart {
        @Override
        public String toString() {
            return "EmbeddedMessage[" + raw.length() + "]";
        }
    }
}
