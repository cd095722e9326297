package org.waxwing.app.cli.words;

import org.waxwing.app.trust.Standing;

/// How well an address card is known.
public final class StandingWords {
    private StandingWords() {}

    public static String phrase(Standing standing) {
        return switch (standing) {
            case REJECTED -> "not to be used";
            case FOUND -> "found, not checked";
            case ACCEPTED -> "in use, not checked";
            case CHECKED -> "checked with its owner";
            case OWN -> "your own";
        };
    }

    /// The stable name in JSON.
    public static String code(Standing standing) {
        return switch (standing) {
            case REJECTED -> "rejected";
            case FOUND -> "found";
            case ACCEPTED -> "accepted";
            case CHECKED -> "checked";
            case OWN -> "own";
        };
    }
}
