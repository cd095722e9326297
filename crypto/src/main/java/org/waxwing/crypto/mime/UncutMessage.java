package org.waxwing.crypto.mime;

import java.util.List;
import java.util.Optional;

/// A message in two: its outer header section, and everything after the empty line, as it came. For those
/// who have to see each octet, such as a signature over the whole.
///
/// @param body without transfer decoding
public record UncutMessage(HeaderSection header, Octets body) {
    /// Nothing where the header section is beyond the limits: what isn't read may be what a reader sees.
    public static Optional<UncutMessage> of(Octets message) {
        int start = HeaderReader.bodyStart(message);
        if (start > MimeLimits.STANDARD.headerBytes()) {
            return Optional.empty();
        }
        Octets raw = message.slice(0, HeaderReader.headerEnd(message, start));
        List<HeaderField> fields = HeaderReader.fields(raw);
        return fields.size() > MimeLimits.STANDARD.headerFields()
                ? Optional.empty()
                : Optional.of(new UncutMessage(new HeaderSection(fields, raw), message.slice(start, message.length())));
    }

    @Override
    public String toString() {
        return "UncutMessage[" + body.length() + "]";
    }
}
