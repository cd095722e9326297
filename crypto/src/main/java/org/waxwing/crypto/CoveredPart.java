package org.waxwing.crypto;

import java.util.Optional;
import org.waxwing.crypto.mime.AddrSpec;

/// What is proven of the letter inside a message to which a mailing list added a footer (RFC 9787
/// §6.2.1.1). The message as a whole stays unprotected, because the list wrote a part of it; the main
/// text of the payload is exactly what the signature covers.
///
/// @param authenticity of the letter, without the footer
/// @param another who is proven to have written it, where that isn't the one address in the From outside:
///   the From that is shown, for the list could write anything there
/// @param footer what the list wrote, as plain text
public record CoveredPart(Authenticity authenticity, Optional<AddrSpec> another, String footer) {
    @Override
    public String toString() {
        return "CoveredPart[redacted]";
    }
}
