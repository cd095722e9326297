package org.waxwing.app.practice;

import java.time.Instant;
import java.util.Set;
import org.waxwing.crypto.mime.Octets;

/// A letter in a pigeonhole.
///
/// @param uid its number for ever (RFC 3501 §2.3.1.1)
/// @param received when it came, in whole seconds for its readers
/// @param flags system flags and keywords as they were spelt first
record StoredLetter(long uid, Instant received, Set<String> flags, Octets bytes) {
    StoredLetter {
        flags = Set.copyOf(flags);
    }

    boolean has(String flag) {
        return flags.stream().anyMatch(flag::equalsIgnoreCase);
    }

    StoredLetter with(Set<String> newFlags) {
        return new StoredLetter(uid, received, newFlags, bytes);
    }

    @Override
    public String toString() {
        return "StoredLetter[" + uid + "]";
    }
}
