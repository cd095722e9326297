package org.waxwing.crypto;

/// The frightening token: somebody decided that this one letter goes as a postcard. Made where the person
/// says so (the window's "Send as postcard", the command line's `--postcard`) and nowhere else; search
/// for `CleartextConsent` to see every place.
public final class CleartextConsent {
    private CleartextConsent() {}

    /// To be called only where a person has just chosen the postcard in so many words.
    public static CleartextConsent thePersonChosePostcard() {
        return new CleartextConsent();
    }

    Letter given(Letter letter) {
        return letter;
    }
}
