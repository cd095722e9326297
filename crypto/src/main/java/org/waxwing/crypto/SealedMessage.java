package org.waxwing.crypto;

import org.waxwing.crypto.mime.Octets;

/// A whole message, ready for the wire, that was sealed or signed by the [Sealer]. Nobody else can make
/// one.
public final class SealedMessage implements Submittable {
    private final Octets bytes;
    private final Protection protection;

    SealedMessage(Octets bytes, Protection protection) {
        this.bytes = bytes;
        this.protection = protection;
    }

    /// The message with CRLF line ends, exactly as it goes to the relay.
    @Override
    public Octets bytes() {
        return bytes;
    }

    public Protection protection() {
        return protection;
    }

    @Override
    public String toString() {
        return "SealedMessage[" + bytes.length() + " bytes, " + protection + "]";
    }
}
