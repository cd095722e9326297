package org.waxwing.crypto.work;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// The work on one letter, which goes on while there is time and somebody wants it.
///
/// Every loop whose length a letter chooses calls [#step]: packets, elements, parts, signatures, chains,
/// what is unpacked, nodes of HTML. It reaches the work of its own thread, so nothing has to be passed
/// through forty classes; where no work was begun it does nothing.
///
/// Once ended it stays so. Whoever catches what [#step] throws, as a parser does that takes any failure
/// for a broken letter, is stopped at the next step, and [#ending] tells at the end what really happened.
/// Serves one thread.
public final class Work {
    private static final ScopedValue<Work> CURRENT = ScopedValue.newInstance();

    private final LongSupplier clock;
    private final long allowed;
    private final BooleanSupplier cancelled;
    private final long begun;
    private long aside;
    private Optional<Ending> ending = Optional.empty();

    /// Why work ended before it was done.
    public enum Ending {
        TOO_LONG,
        CANCELLED
    }

    /// @param clock nanoseconds, only ever more
    /// @param allowed nanoseconds
    /// @param cancelled whether nobody wants it any more
    public Work(LongSupplier clock, long allowed, BooleanSupplier cancelled) {
        this.clock = clock;
        this.allowed = allowed;
        this.cancelled = cancelled;
        this.begun = clock.getAsLong();
    }

    /// Does the work. Leaves it by an exception where it was ended on the way.
    public <T> T run(Supplier<T> work) {
        return ScopedValue.where(CURRENT, this).call(work::get);
    }

    /// Does something whose time doesn't count, such as to wait for a person.
    public <T> T aside(Supplier<T> waiting) {
        long from = clock.getAsLong();
        try {
            return waiting.get();
        } finally {
            aside += clock.getAsLong() - from;
        }
    }

    /// Asks whether the work of this thread may go on, and leaves it by an exception where it may not.
    /// Costs less than a microsecond.
    public static void step() {
        if (CURRENT.isBound()) {
            CURRENT.get().proceed();
        }
    }

    /// Whether a step was refused. Work that was done before anybody asked was in time.
    public Optional<Ending> ending() {
        return ending;
    }

    private void proceed() {
        if (ending.isEmpty()) {
            ending = cancelled.getAsBoolean()
                    ? Optional.of(Ending.CANCELLED)
                    : Optional.of(Ending.TOO_LONG).filter(_ -> clock.getAsLong() - begun - aside > allowed);
        }
        if (ending.isPresent()) {
            throw new WorkEnded();
        }
    }
}
