package org.waxwing.app.cli.letter;

import org.waxwing.crypto.FieldDifference;

/// What was done to the fields outside, in words: "Added on the way: Cc eve@example.net".
final class DifferenceWords {
    private DifferenceWords() {}

    static String sentence(FieldDifference difference) {
        return switch (difference.change()) {
            case ADDED -> "Added on the way: " + difference.field() + " " + difference.found();
            case REMOVED -> "Removed on the way: " + difference.field() + " " + difference.written();
            case CHANGED ->
                "Changed on the way: " + difference.field() + ", from “" + difference.written() + "” to “"
                        + difference.found() + "”";
        };
    }

    /// The word in JSON.
    static String code(FieldDifference.Change change) {
        return switch (change) {
            case ADDED -> "added";
            case REMOVED -> "removed";
            case CHANGED -> "changed";
        };
    }
}
