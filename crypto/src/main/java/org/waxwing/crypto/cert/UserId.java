package org.waxwing.crypto.cert;

import java.util.Optional;
import org.waxwing.crypto.mime.AddrSpec;

/// A user id of an OpenPGP certificate (RFC 9580 §5.11): by convention a name and an address in angle
/// brackets.
///
/// @param text the text exactly as certified; it comes from a stranger, so a face strips what could
///   mislead
public record UserId(String text) {
    /// The address inside, or nothing.
    public Optional<AddrSpec> address() {
        int open = text.lastIndexOf('<');
        int close = text.lastIndexOf('>');
        if (open >= 0 && close == text.length() - 1 && open < close) {
            return AddrSpec.parse(text.substring(open + 1, close).strip());
        }
        return AddrSpec.parse(text.strip());
    }

    /// The name before the address, possibly empty.
    public String name() {
        int open = text.lastIndexOf('<');
        return open >= 0 ? text.substring(0, open).strip() : address().isPresent() ? "" : text.strip();
    }
}
