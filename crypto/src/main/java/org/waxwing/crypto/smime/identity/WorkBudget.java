package org.waxwing.crypto.smime.identity;

import java.util.function.BooleanSupplier;
import org.waxwing.crypto.cert.IdentityProblem;

/// What opening one file may cost. A count in the file is looked at before any of its rounds is run, and
/// whether the person still wants it is asked while they run.
final class WorkBudget {
    /// Rounds for one derivation. Programs write 1 to 600,000.
    static final long MOST_ROUNDS = 1_000_000;

    private static final long MOST_ROUNDS_IN_ALL = 4_000_000;
    private static final int MOST_SCRYPT_MEMORY = 64 << 20;
    private static final int BETWEEN_QUESTIONS = 1 << 13;

    private final BooleanSupplier cancelled;
    private long left = MOST_ROUNDS_IN_ALL;
    private long run;

    WorkBudget(BooleanSupplier cancelled) {
        this.cancelled = cancelled;
    }

    /// Refuses a count that is out of bounds, without running any of it.
    static int bounded(java.math.BigInteger rounds) throws Refusal {
        if (rounds.signum() <= 0) {
            throw new Refusal(IdentityProblem.MALFORMED);
        }
        if (rounds.bitLength() > 31 || rounds.longValue() > MOST_ROUNDS) {
            throw new Refusal(IdentityProblem.TOO_COSTLY);
        }
        return rounds.intValue();
    }

    /// Takes what a derivation is about to cost off what is left.
    void spend(long rounds) throws Refusal {
        checkWanted();
        if (rounds > left) {
            throw new Refusal(IdentityProblem.TOO_COSTLY);
        }
        left -= rounds;
    }

    /// The same for scrypt (RFC 7914 §2): memory of `128 * n * r` bytes, and one mixing of a block
    /// counted as one round.
    void spendScrypt(long n, long r, long p) throws Refusal {
        boolean tiny = n < 2 || r < 1 || p < 1;
        boolean huge = n > MOST_SCRYPT_MEMORY || r > 1024 || p > 1024 || 128 * n * r > MOST_SCRYPT_MEMORY;
        if (tiny || huge) {
            throw new Refusal(tiny ? IdentityProblem.MALFORMED : IdentityProblem.TOO_COSTLY);
        }
        spend(n * r * p);
    }

    /// To be called in each round.
    void round() throws Refusal {
        if (++run % BETWEEN_QUESTIONS == 0) {
            checkWanted();
        }
    }

    void checkWanted() throws Refusal {
        if (cancelled.getAsBoolean()) {
            throw new Refusal(IdentityProblem.CANCELLED);
        }
    }
}
