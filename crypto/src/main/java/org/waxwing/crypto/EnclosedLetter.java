package org.waxwing.crypto;

import org.waxwing.crypto.mime.Octets;

/// A letter inside a letter, which has a verdict of its own and lends none to what is around it (RFC 9787
/// §4.5, §6.2, §6.3). It is opened when the reader asks for it, in a view of its own.
public final class EnclosedLetter {
    private final Kind kind;
    private final Octets octets;
    private final boolean sealedAround;

    EnclosedLetter(Kind kind, Octets octets, boolean sealedAround) {
        this.kind = kind;
        this.octets = octets;
        this.sealedAround = sealedAround;
    }

    public Kind kind() {
        return kind;
    }

    /// The octets that are to be opened: a message or part, or the armour of inline PGP.
    public Octets octets() {
        return octets;
    }

    /// Whether something around it was sealed, so that nobody on the way saw it even where it isn't sealed
    /// itself.
    public boolean sealedAround() {
        return sealedAround;
    }

    @Override
    public String toString() {
        return "EnclosedLetter[" + kind + "]";
    }

    public enum Kind {
        /// A part that is signed on its own.
        SIGNED_PART,
        /// A part that is sealed on its own.
        SEALED_PART,
        /// A whole message that was passed on.
        FORWARDED,
        /// PGP armour in the text. Whatever is signed inside is never validated (RFC 9787 §6.2.3.1).
        INLINE_PGP
    }
}
