package org.waxwing.crypto.openpgp;

import java.util.Arrays;
import java.util.SplittableRandom;

/// What an accident or an enemy may do to bytes on their way.
final class Mutations {
    private Mutations() {}

    /// The bytes with one to four changes: a bit flipped, an octet set, cut, doubled, or taken out.
    static byte[] one(byte[] bytes, SplittableRandom random) {
        byte[] changed = bytes;
        for (int times = 1 + random.nextInt(4); times > 0 && changed.length > 0; times--) {
            changed = change(changed, random);
        }
        return changed;
    }

    private static byte[] change(byte[] bytes, SplittableRandom random) {
        int at = random.nextInt(bytes.length);
        int length = 1 + random.nextInt(Math.min(32, bytes.length - at));
        byte[] changed = bytes.clone();
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> {
                changed[at] ^= (byte) (1 << random.nextInt(8));
                yield changed;
            }
            case 3 -> {
                changed[at] = (byte) (random.nextBoolean() ? 0xFF : 0);
                yield changed;
            }
            case 4 -> {
                changed[at] = (byte) random.nextInt(256);
                yield changed;
            }
            case 5 -> Arrays.copyOf(bytes, at);
            case 6 -> joined(bytes, at + length, at);
            default -> joined(bytes, at, at + length);
        };
    }

    /// Up to here, and then from there: backwards doubles a piece, forwards takes one out.
    private static byte[] joined(byte[] bytes, int upTo, int from) {
        byte[] result = Arrays.copyOf(bytes, upTo + bytes.length - from);
        System.arraycopy(bytes, from, result, upTo, bytes.length - from);
        return result;
    }
}
