package org.waxwing.ui.control;

import java.text.NumberFormat;
import org.waxwing.ui.text.Words;

/// Sizes of files as people say them.
public final class Sizes {
    private static final double STEP = 1000;

    private Sizes() {}

    /// Bytes in kB or MB, one digit after the point where it matters.
    public static String of(long bytes) {
        Words words = Words.in(Sizes.class);
        NumberFormat numbers = NumberFormat.getInstance();
        numbers.setMaximumFractionDigits(bytes < 10 * STEP * STEP ? 1 : 0);
        if (bytes < STEP) {
            return words.of("size.bytes", bytes);
        }
        return bytes < STEP * STEP
                ? words.of("size.kilobytes", Math.round(bytes / STEP))
                : words.of("size.megabytes", numbers.format(bytes / STEP / STEP));
    }
}
