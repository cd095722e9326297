package org.waxwing.crypto.page;

/// A colour without transparency.
///
/// @param rgb 0xRRGGBB
public record Colour(int rgb) {
    static final Colour BLACK = new Colour(0);
    static final Colour WHITE = new Colour(0xFFFFFF);
    /// WCAG 2.2, 1.4.3.
    private static final double READABLE = 4.5;
    private static final int STEPS = 20;

    public Colour {
        if (rgb < 0 || rgb > 0xFFFFFF) {
            throw new IllegalArgumentException("not a colour");
        }
    }

    /// This colour, or as little lighter or darker as it takes to read it on that ground.
    public Colour readableOn(Colour ground) {
        Colour goal = ground.contrast(BLACK) > ground.contrast(WHITE) ? BLACK : WHITE;
        for (int step = 0; step < STEPS; step++) {
            Colour mixed = mixed(goal, step);
            if (mixed.contrast(ground) >= READABLE) {
                return mixed;
            }
        }
        return goal;
    }

    /// From 1 for the same colour to 21 for black on white.
    public double contrast(Colour other) {
        double lighter = Math.max(luminance(), other.luminance());
        double darker = Math.min(luminance(), other.luminance());
        return (lighter + 0.05) / (darker + 0.05);
    }

    /// As a style sheet writes it, such as "#A6352B".
    public String hex() {
        return "#%06X".formatted(rgb);
    }

    private Colour mixed(Colour goal, int step) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int from = (rgb >> shift) & 0xFF;
            int to = (goal.rgb >> shift) & 0xFF;
            mixed |= ((from * (STEPS - step) + to * step) / STEPS) << shift;
        }
        return new Colour(mixed);
    }

    private double luminance() {
        return 0.2126 * channel(rgb >> 16) + 0.7152 * channel(rgb >> 8) + 0.0722 * channel(rgb);
    }

    private static double channel(int value) {
        double part = (value & 0xFF) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
