package org.waxwing.crypto.page;

import java.util.Optional;

/// What holds for the words of an element because of the elements around it.
///
/// @param ground what the text stands on; nothing where that can't be known
/// @param kept blanks and line ends count
/// @param depth elements around this
/// @param nesting lists, quotes and tables around this
record Surroundings(
        TextStyle style, Optional<Link> link, Optional<Colour> ground, boolean kept, int depth, int nesting) {
    static final Surroundings PAGE =
            new Surroundings(TextStyle.NONE, Optional.empty(), Optional.of(Colour.WHITE), false, 0, 0);

    Surroundings with(TextStyle other) {
        return new Surroundings(other, link, ground, kept, depth, nesting);
    }

    Surroundings leadingTo(Optional<Link> other) {
        return new Surroundings(style, other, ground, kept, depth, nesting);
    }

    Surroundings on(Optional<Colour> other) {
        return new Surroundings(style, link, other, kept, depth, nesting);
    }

    Surroundings keeping(boolean blanks) {
        return new Surroundings(style, link, ground, blanks, depth, nesting);
    }

    Surroundings deeper() {
        return new Surroundings(style, link, ground, kept, depth + 1, nesting);
    }

    Surroundings nested() {
        return new Surroundings(style, link, ground, kept, depth, nesting + 1);
    }
}
