package org.waxwing.app.account;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

/// A word and a colour of the person's own, which the window shows beside what it says of a letter. Whoever
/// writes a letter doesn't know them, so no letter can draw what the window draws.
public record OwnMark(String word, Colour colour) {
    /// In characters.
    public static final int LONGEST = 20;

    private static final List<String> WORDS = List.of(
            "acorn", "alder", "anchor", "badger", "barley", "beacon", "birch", "bramble", "candle", "clover", "comet",
            "copper", "cricket", "dune", "ember", "falcon", "fern", "finch", "flint", "harbour", "hazel", "heron",
            "ivory", "juniper", "kestrel", "lantern", "larch", "linden", "lynx", "maple", "marble", "meadow", "otter",
            "pebble", "pepper", "plover", "quartz", "raven", "robin", "rowan", "saffron", "sparrow", "tern", "thistle",
            "tulip", "walnut", "willow", "wren");

    public OwnMark {
        if (word.isBlank()
                || !word.equals(word.strip())
                || word.length() > LONGEST
                || !word.codePoints().allMatch(OwnMark::isAllowed)) {
            throw new IllegalArgumentException("no word for a mark");
        }
    }

    /// Nothing where what was typed is no word: empty, too long, or with other characters than letters,
    /// digits, blanks and hyphens.
    public static Optional<OwnMark> of(String typed, Colour colour) {
        String word = typed.strip();
        return word.isEmpty() || word.length() > LONGEST || !word.codePoints().allMatch(OwnMark::isAllowed)
                ? Optional.empty()
                : Optional.of(new OwnMark(word, colour));
    }

    /// One by chance, for whoever chose none yet.
    public static OwnMark any(SecureRandom random) {
        Colour[] colours = Colour.values();
        return new OwnMark(WORDS.get(random.nextInt(WORDS.size())), colours[random.nextInt(colours.length)]);
    }

    private static boolean isAllowed(int character) {
        return Character.isLetterOrDigit(character) || character == ' ' || character == '-';
    }

    /// The colours there are. None means anything.
    public enum Colour {
        PLUM,
        BLUE,
        TEAL,
        OCHRE,
        BRICK,
        ROSE,
        SLATE,
        VIOLET
    }

    @Override
    public String toString() {
        return "OwnMark[redacted]";
    }
}
