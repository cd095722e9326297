package org.waxwing.crypto.mime;

/// A display name, possibly empty, and an address: one `mailbox` of RFC 5322 §3.4.
///
/// @param displayName decoded text without control characters; it proves nothing about the person
public record Mailbox(String displayName, AddrSpec address) {
    public Mailbox {
        if (displayName.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a display name holds no control characters");
        }
        displayName = displayName.strip();
    }

    /// A mailbox without a name.
    public static Mailbox of(AddrSpec address) {
        return new Mailbox("", address);
    }
}
