package org.waxwing.crypto;

import org.waxwing.crypto.mime.Octets;

/// A postcard: anyone on the way can read it, and the person who wrote it said so.
public final class DeliberateCleartext implements Submittable {
    private final Octets bytes;

    DeliberateCleartext(Octets bytes) {
        this.bytes = bytes;
    }

    /// The letter in the clear, because of the consent.
    public static DeliberateCleartext of(Letter letter, CleartextConsent consent) {
        return new DeliberateCleartext(consent.given(letter).bytes());
    }

    @Override
    public Octets bytes() {
        return bytes;
    }

    @Override
    public String toString() {
        return "DeliberateCleartext[" + bytes.length() + " bytes]";
    }
}
