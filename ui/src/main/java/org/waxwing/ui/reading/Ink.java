package org.waxwing.ui.reading;

import java.util.Optional;
import org.waxwing.crypto.page.Colour;

/// A colour of a letter as far as it can be read on the paper of both looks.
final class Ink {
    /// The role `paper` of waxwing.css.
    static final Colour LIGHT_PAPER = new Colour(0xFBFAF7);
    /// The role `paper` of night.css.
    static final Colour DARK_PAPER = new Colour(0x16181C);

    /// Between the strongest and the weakest of red, green and blue; less than this is a grey.
    private static final int COLOURED = 28;

    private Ink() {}

    /// A declaration that takes the one for dark or for light paper, whichever lies under it; nothing for
    /// greys, which mean the ordinary ink.
    static Optional<String> style(Colour colour) {
        int red = colour.rgb() >> 16;
        int green = (colour.rgb() >> 8) & 0xFF;
        int blue = colour.rgb() & 0xFF;
        int strongest = Math.max(red, Math.max(green, blue));
        int weakest = Math.min(red, Math.min(green, blue));
        return strongest - weakest < COLOURED
                ? Optional.empty()
                : Optional.of("-fx-fill: ladder(-waxwing-paper, %s 49%%, %s 50%%);"
                        .formatted(
                                colour.readableOn(DARK_PAPER).hex(),
                                colour.readableOn(LIGHT_PAPER).hex()));
    }
}
