package org.waxwing.ui.compose;

import java.util.stream.Collectors;

/// Quoted lines in an answer to a sealed letter.
final class SealedQuotes {
    private SealedQuotes() {}

    static int count(String text) {
        return (int) text.lines().filter(SealedQuotes::quoted).count();
    }

    static String without(String text) {
        return text.lines().filter(line -> !quoted(line)).collect(Collectors.joining("\n"));
    }

    private static boolean quoted(String line) {
        return line.stripLeading().startsWith(">");
    }
}
