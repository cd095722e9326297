package org.waxwing.crypto;

/// Who could read the payload on the way.
public sealed interface Confidentiality {
    /// Everyone: it was not encrypted, or with a cipher that anybody can break.
    record Cleartext() implements Confidentiality {}

    /// Only those it was encrypted for.
    ///
    /// @param cipher in words for Details, such as "AES-256 (OpenPGP)"
    record Encrypted(String cipher) implements Confidentiality {}
}
