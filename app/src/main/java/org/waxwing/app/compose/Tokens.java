package org.waxwing.app.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Words without case, marks and line ends, so that a text is known again after it was quoted, wrapped or
/// pasted. In writing without blanks each character is a word.
final class Tokens {
    private Tokens() {}

    static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        text.toLowerCase(Locale.ROOT).codePoints().forEach(c -> {
            boolean alone = Character.isIdeographic(c)
                    || Character.UnicodeScript.of(c) == Character.UnicodeScript.HIRAGANA
                    || Character.UnicodeScript.of(c) == Character.UnicodeScript.KATAKANA
                    || Character.UnicodeScript.of(c) == Character.UnicodeScript.THAI;
            if (alone || !Character.isLetterOrDigit(c)) {
                end(words, word);
            }
            if (alone) {
                words.add(Character.toString(c));
            } else if (Character.isLetterOrDigit(c)) {
                word.appendCodePoint(c);
            }
        });
        end(words, word);
        return words;
    }

    /// The words of one line as one string.
    static String line(String line) {
        return String.join(" ", of(line));
    }

    private static void end(List<String> words, StringBuilder word) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }
}
