package org.waxwing.crypto;

/// What is proven of the letter inside a message to which a mailing list added a footer (RFC 9787
/// §6.2.1.1). The message as a whole stays unprotected, because the list wrote a part of it; the main
/// text of the payload is exactly what the signature covers.
///
/// @param authenticity of the letter, without the footer
/// @param footer what the list wrote, as plain text
public record CoveredPart(Authenticity authenticity, String footer) {
    @Override
    public String toString() {
        return "CoveredPart[redacted]";
    }
}
