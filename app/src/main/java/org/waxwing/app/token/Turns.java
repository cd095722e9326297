package org.waxwing.app.token;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// Lets one piece of work with the libraries run at a time, from its first call to its last: a session is no
/// place for two (PKCS #11 v2.40 §2.6.7), and a library must not be left while it works.
final class Turns {
    private final ReentrantLock busy = new ReentrantLock();
    private volatile boolean over;

    /// Does the work once nobody else is at it.
    ///
    /// @param afterwards what to give where [#end] came first
    <T> T take(Supplier<T> work, T afterwards) {
        busy.lock();
        try {
            return over ? afterwards : work.get();
        } finally {
            busy.unlock();
        }
    }

    /// Refuses whoever comes later and waits for who is at work, but not for ever: a token that never answers
    /// must not keep the program from ending.
    ///
    /// @param last done once nobody is at work; left out where somebody still is after the time
    void end(Duration patience, Runnable last) {
        over = true;
        boolean alone = false;
        try {
            alone = busy.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (alone) {
                last.run();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            if (alone) {
                busy.unlock();
            }
        }
    }
}
