package org.waxwing.crypto.openpgp.bulk;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Exclusive or of runs of octets, eight at a time.
final class Xor {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private Xor() {}

    /// `target ^= mask`.
    static void into(byte[] target, int at, byte[] mask, int maskAt, int length) {
        // Plain on purpose: the compiler turns this loop into vector instructions.
        for (int i = 0; i < length; i++) {
            target[at + i] ^= mask[maskAt + i];
        }
    }

    static long get(byte[] bytes, int at) {
        return (long) LONG.get(bytes, at);
    }

    static void set(byte[] bytes, int at, long value) {
        LONG.set(bytes, at, value);
    }
}
