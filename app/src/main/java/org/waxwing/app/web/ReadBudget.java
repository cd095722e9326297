package org.waxwing.app.web;

import java.util.concurrent.atomic.AtomicLong;

/// How much may still be read, of several answers together. Serves several threads.
public final class ReadBudget {
    private final AtomicLong left;

    /// @param octets in all
    public ReadBudget(long octets) {
        this.left = new AtomicLong(octets);
    }

    /// Whether nothing may be read any more.
    public boolean isSpent() {
        return left.get() <= 0;
    }

    /// Takes what is about to be read, so that no other takes it too.
    ///
    /// @return at most so much; 0 where nothing is left
    int reserved(int most) {
        return (int) Math.min(most, left.getAndUpdate(before -> before - Math.min(most, before)));
    }

    /// Gives back what was reserved and not read.
    void returned(int octets) {
        left.addAndGet(octets);
    }
}
