package org.waxwing.crypto.page;

import java.util.Optional;

/// How words look. Sizes are not kept but for large ones, so nothing can be too small to read.
///
/// @param ink as its writer wants it; a window shows it only as far as it can be read there
public record TextStyle(
        boolean bold,
        boolean italic,
        boolean underlined,
        boolean struck,
        boolean code,
        boolean marked,
        boolean large,
        Optional<Colour> ink) {
    public static final TextStyle NONE =
            new TextStyle(false, false, false, false, false, false, false, Optional.empty());

    TextStyle asBold(boolean now) {
        return new TextStyle(now, italic, underlined, struck, code, marked, large, ink);
    }

    TextStyle asItalic(boolean now) {
        return new TextStyle(bold, now, underlined, struck, code, marked, large, ink);
    }

    TextStyle asUnderlined() {
        return new TextStyle(bold, italic, true, struck, code, marked, large, ink);
    }

    TextStyle asStruck() {
        return new TextStyle(bold, italic, underlined, true, code, marked, large, ink);
    }

    TextStyle asCode() {
        return new TextStyle(bold, italic, underlined, struck, true, marked, large, ink);
    }

    TextStyle asMarked() {
        return new TextStyle(bold, italic, underlined, struck, code, true, large, ink);
    }

    TextStyle asLarge(boolean now) {
        return new TextStyle(bold, italic, underlined, struck, code, marked, now, ink);
    }

    TextStyle in(Optional<Colour> colour) {
        return new TextStyle(bold, italic, underlined, struck, code, marked, large, colour);
    }
}
