package org.waxwing.ui.reading;

import org.waxwing.crypto.page.Colour;

/// A colour of a letter as far as it can be read on the paper of both looks.
final class Ink {
    /// The role `paper` of waxwing.css.
    static final Colour LIGHT_PAPER = new Colour(0xFBFAF7);
    /// The role `paper` of night.css.
    static final Colour DARK_PAPER = new Colour(0x16181C);

    private Ink() {}

    /// A declaration that takes the one for dark or for light paper, whichever lies under it.
    static String style(Colour colour) {
        return "-fx-fill: ladder(-waxwing-paper, %s 49%%, %s 50%%);"
                .formatted(
                        colour.readableOn(DARK_PAPER).hex(),
                        colour.readableOn(LIGHT_PAPER).hex());
    }
}
