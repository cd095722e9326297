package org.waxwing.crypto.openpgp;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.waxwing.crypto.mime.Octets;

/// Signatures whose mathematics was found to hold, so that nobody does it twice: the verdict kept for a
/// digest over the version of the policy, the key, what is signed and the signature itself. Other bytes
/// have another digest and so no verdict. Bounded; what was not used for long is forgotten.
///
/// Only what holds is kept. What doesn't hold is worth nothing to us, and strangers can make any amount
/// of it.
final class KnownSignatures {
    /// About 12 MB.
    private static final int MAX_KNOWN = 1 << 16;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Octets, Boolean> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Octets, Boolean> eldest) {
            return size() > MAX_KNOWN;
        }
    };

    boolean holds(Octets verdict) {
        lock.lock();
        try {
            return known.get(verdict) != null;
        } finally {
            lock.unlock();
        }
    }

    void add(Octets verdict) {
        lock.lock();
        try {
            known.put(verdict, Boolean.TRUE);
        } finally {
            lock.unlock();
        }
    }
}
