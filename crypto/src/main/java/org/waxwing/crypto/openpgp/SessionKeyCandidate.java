package org.waxwing.crypto.openpgp;

import org.bouncycastle.openpgp.PGPSessionKey;

/// A session key that may open the message, and the packet that it came from. Proven only by the integrity
/// of what it decrypts.
record SessionKeyCandidate(PGPSessionKey key, RawPacket from) {
    @Override
    public String toString() {
        return "SessionKeyCandidate[redacted]";
    }
}
