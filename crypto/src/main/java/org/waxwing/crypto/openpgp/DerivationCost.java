package org.waxwing.crypto.openpgp;

import org.bouncycastle.bcpg.S2K;
import org.jspecify.annotations.Nullable;

/// What it costs to try a passphrase. Whoever locked a key or a message chose it (RFC 9580 §3.7.1.4), up to
/// two tebibytes of memory, so it is looked at before it is paid.
final class DerivationCost {
    /// Passes times memory: 16 GiB to fill, about half a minute.
    private static final long MAX_FILLED = 16L << 30;

    private DerivationCost() {}

    /// Whether trying a passphrase leaves room for everything else. A key that lies open costs nothing.
    static boolean isAffordable(@Nullable S2K derivation) {
        if (derivation == null || derivation.getType() != S2K.ARGON_2) {
            return true;
        }
        int exponent = derivation.getMemorySizeExponent();
        if (exponent < 0 || exponent > 31) {
            return false;
        }
        long memory = 1024L << exponent;
        return memory <= Runtime.getRuntime().maxMemory() / 2 && memory * derivation.getPasses() <= MAX_FILLED;
    }
}
