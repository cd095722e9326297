package org.waxwing.app.practice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.waxwing.crypto.mime.Octets;

/// One mailbox of IMAP: letters in the order of their UIDs, kept in memory byte for byte.
final class Pigeonhole {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final String name;
    private final long uidValidity;
    private List<StoredLetter> letters = List.of();
    private long nextUid = 1;
    private long changes;

    Pigeonhole(String name, long uidValidity) {
        this.name = name;
        this.uidValidity = uidValidity;
    }

    String name() {
        return name;
    }

    long uidValidity() {
        return uidValidity;
    }

    /// Everything in it at this instant.
    List<StoredLetter> letters() {
        lock.lock();
        try {
            return letters;
        } finally {
            lock.unlock();
        }
    }

    long nextUid() {
        lock.lock();
        try {
            return nextUid;
        } finally {
            lock.unlock();
        }
    }

    /// Grows with every change.
    long changes() {
        lock.lock();
        try {
            return changes;
        } finally {
            lock.unlock();
        }
    }

    /// @return its UID
    long put(Octets bytes, Set<String> flags, Instant received) {
        lock.lock();
        try {
            StoredLetter letter = new StoredLetter(nextUid++, received, flags, bytes);
            replace(Stream.concat(letters.stream(), Stream.of(letter)).toList());
            return letter.uid();
        } finally {
            lock.unlock();
        }
    }

    /// Changes the flags of one letter.
    Optional<StoredLetter> reflag(long uid, UnaryOperator<Set<String>> change) {
        lock.lock();
        try {
            replace(letters.stream()
                    .map(letter -> letter.uid() == uid ? letter.with(change.apply(letter.flags())) : letter)
                    .toList());
            return letters.stream().filter(letter -> letter.uid() == uid).findFirst();
        } finally {
            lock.unlock();
        }
    }

    void remove(Predicate<StoredLetter> which) {
        lock.lock();
        try {
            replace(letters.stream().filter(which.negate()).toList());
        } finally {
            lock.unlock();
        }
    }

    /// Waits until something changed since the given count of changes, or the waiter has had enough.
    ///
    /// @param enough asked after each [#wake]
    /// @return whether something changed
    boolean awaitChange(long since, Duration most, BooleanSupplier enough) throws InterruptedException {
        lock.lock();
        try {
            long left = most.toNanos();
            while (changes == since && left > 0 && !enough.getAsBoolean()) {
                left = changed.awaitNanos(left);
            }
            return changes != since;
        } finally {
            lock.unlock();
        }
    }

    /// Makes everyone who waits ask whether they have had enough.
    void wake() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void replace(List<StoredLetter> now) {
        letters = now;
        changes++;
        changed.signalAll();
    }

    @Override
    public String toString() {
        return "Pigeonhole[" + letters().size() + " letters]";
    }
}
