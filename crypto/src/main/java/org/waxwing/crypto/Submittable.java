package org.waxwing.crypto;

import org.waxwing.crypto.mime.Octets;

/// All that may go to a relay: a message that the [Sealer] made, or a postcard that somebody asked for by
/// name.
public sealed interface Submittable permits SealedMessage, DeliberateCleartext {
    /// The whole message with CRLF line ends.
    Octets bytes();
}
