package org.waxwing.app.trust;

import org.waxwing.crypto.cert.KeyChanging;

/// What came of changing one of the person's own seals.
public sealed interface SealChanging {
    /// @param card as it is now, to be given to others again
    record Changed(Card card) implements SealChanging {}

    /// Its passphrase was not to be had; nothing was changed.
    record Locked() implements SealChanging {}

    /// It can't be; nothing was changed.
    record Refused(KeyChanging.Reason reason) implements SealChanging {}

    /// The person has no such seal.
    record NoSuchSeal() implements SealChanging {}
}
