package org.waxwing.crypto.engine;

/// Whether the encryption itself shows that a text is what its sender encrypted.
public enum Integrity {
    /// An authentication tag, or OpenPGP's modification detection, held over the whole.
    PROVEN,
    /// The mode has none, as S/MIME's CBC: anyone on the way could have changed the text or put their own
    /// in front of it (RFC 8551 §6). Nothing of it is shown unless an inner signature over the whole
    /// proves it.
    NONE
}
