package org.waxwing.crypto.mime;

/// Letters of the world in those that the DNS has (RFC 3492 §6.3, with the parameters of its §5).
final class Punycode {
    private static final int BASE = 36;
    private static final int T_MIN = 1;
    private static final int T_MAX = 26;
    private static final int SKEW = 38;
    private static final int DAMP = 700;
    private static final int FIRST_BIAS = 72;
    private static final int FIRST = 0x80;

    private Punycode() {}

    /// @param label code points, some of them beyond ASCII; at most as many as a line of mail has, so no sum
    ///   goes beyond a long
    static String encoded(int[] label) {
        StringBuilder out = new StringBuilder();
        for (int c : label) {
            if (c < FIRST) {
                out.append((char) c);
            }
        }
        int basic = out.length();
        if (basic > 0) {
            out.append('-');
        }
        int next = FIRST;
        long delta = 0;
        int bias = FIRST_BIAS;
        for (int done = basic; done < label.length; delta++, next++) {
            int least = Integer.MAX_VALUE;
            for (int c : label) {
                least = c >= next ? Math.min(least, c) : least;
            }
            delta += (long) (least - next) * (done + 1);
            next = least;
            for (int c : label) {
                if (c < next) {
                    delta++;
                } else if (c == next) {
                    number(delta, bias, out);
                    bias = bias(delta, done + 1, done == basic);
                    delta = 0;
                    done++;
                }
            }
        }
        return out.toString();
    }

    private static void number(long delta, int bias, StringBuilder out) {
        long left = delta;
        for (int k = BASE; ; k += BASE) {
            int threshold = Math.clamp(k - bias, T_MIN, T_MAX);
            if (left < threshold) {
                out.append(digit((int) left));
                return;
            }
            out.append(digit((int) (threshold + (left - threshold) % (BASE - threshold))));
            left = (left - threshold) / (BASE - threshold);
        }
    }

    private static char digit(int value) {
        return (char) (value < 26 ? 'a' + value : '0' + value - 26);
    }

    private static int bias(long delta, int points, boolean first) {
        long rest = first ? delta / DAMP : delta / 2;
        rest += rest / points;
        int k = 0;
        while (rest > (BASE - T_MIN) * T_MAX / 2) {
            rest /= BASE - T_MIN;
            k += BASE;
        }
        return (int) (k + (BASE - T_MIN + 1) * rest / (rest + SKEW));
    }
}
