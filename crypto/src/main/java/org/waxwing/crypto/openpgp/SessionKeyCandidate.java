package org.waxwing.crypto.openpgp;

import org.bouncycastle.openpgp.PGPSessionKey;
import org.waxwing.crypto.mime.Octets;

/// A session key that may open the message, and the packet that it came from. Proven only by the integrity
/// of what it decrypts.
record SessionKeyCandidate(PGPSessionKey key, RawPacket from) {
    private static final RawPacket NO_PACKET = new RawPacket(RawPacket.MARKER, Octets.empty());

    /// One that somebody gave us, out of no packet.
    static SessionKeyCandidate given(PGPSessionKey key) {
        return new SessionKeyCandidate(key, NO_PACKET);
    }

    @Override
    public String toString() {
        return "SessionKeyCandidate[redacted]";
    }
}
