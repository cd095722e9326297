package org.waxwing.app.compose;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Finds the lines of a draft that come from sealed letters: the contamination guard. A line is one when
/// five words in a row are of such a letter, when it is one of its lines, or when it is a quoted line in an
/// answer to one. Taking the quote marks away, or wrapping the lines anew, changes nothing.
public final class SealedRuns {
    /// Fewer words in a row are everyday phrases.
    private static final int WORDS_IN_A_ROW = 5;

    /// Shorter lines, such as a greeting, are everybody's.
    private static final int SHORTEST_LINE = 8;

    private static final int FEWEST_WORDS = 3;

    private SealedRuns() {}

    /// Lines that follow each other.
    ///
    /// @param first number of the first line, from 0
    /// @param last number of the last line
    /// @param text the lines, parted by LF
    public record Run(int first, int last, String text) {
        @Override
        public String toString() {
            return "Run[" + first + "-" + last + "]";
        }
    }

    /// The runs of sealed text in the draft that are not released, from the top.
    public static List<Run> in(Draft draft) {
        return in(draft.text(), draft.sealedText(), draft.answered().sealed());
    }

    /// The text without any of them.
    public static String without(Draft draft) {
        Set<Integer> sealed = in(draft).stream()
                .flatMap(run -> IntStream.rangeClosed(run.first(), run.last()).boxed())
                .collect(Collectors.toSet());
        List<String> lines = lines(draft.text());
        return IntStream.range(0, lines.size())
                .filter(line -> !sealed.contains(line))
                .mapToObj(lines::get)
                .collect(Collectors.joining("\n"));
    }

    /// @param quotesAreSealed every quoted line is of a sealed letter, whether it is known or not
    static List<Run> in(String text, SealedText known, boolean quotesAreSealed) {
        List<String> lines = lines(text);
        BitSet sealed = phrases(lines, known.sources());
        Set<String> sourceLines = known.sourceLines();
        for (int i = 0; i < lines.size(); i++) {
            String line = Tokens.line(lines.get(i));
            boolean quoted = lines.get(i).stripLeading().startsWith(">");
            boolean one = sourceLines.contains(line) && (quoted || telling(line));
            sealed.set(i, !released(line, known) && (sealed.get(i) || one || (quoted && quotesAreSealed)));
        }
        return runs(lines, sealed);
    }

    /// A short line, such as "Dear Ben", says nothing unless it holds a number.
    private static boolean telling(String line) {
        return line.length() >= SHORTEST_LINE
                && (line.split(" ").length >= FEWEST_WORDS || line.chars().anyMatch(Character::isDigit));
    }

    /// An empty line can't be released on its own: it is sealed with the quote around it.
    private static boolean released(String line, SealedText known) {
        return !line.isEmpty() && known.released().contains(line);
    }

    private static BitSet phrases(List<String> lines, List<String> sources) {
        Set<String> phrases = new HashSet<>();
        for (String source : sources) {
            List<String> words = Tokens.of(source);
            for (int i = 0; i + WORDS_IN_A_ROW <= words.size(); i++) {
                phrases.add(phrase(words, i));
            }
        }
        List<String> words = new ArrayList<>();
        List<Integer> lineOf = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            for (String word : Tokens.of(lines.get(i))) {
                words.add(word);
                lineOf.add(i);
            }
        }
        BitSet sealed = new BitSet();
        for (int i = 0; i + WORDS_IN_A_ROW <= words.size(); i++) {
            if (phrases.contains(phrase(words, i))) {
                sealed.set(lineOf.get(i), lineOf.get(i + WORDS_IN_A_ROW - 1) + 1);
            }
        }
        return sealed;
    }

    private static String phrase(List<String> words, int from) {
        return String.join(" ", words.subList(from, from + WORDS_IN_A_ROW));
    }

    private static List<Run> runs(List<String> lines, BitSet sealed) {
        List<Run> runs = new ArrayList<>();
        for (int first = sealed.nextSetBit(0); first >= 0; ) {
            int end = sealed.nextClearBit(first);
            runs.add(new Run(first, end - 1, String.join("\n", lines.subList(first, end))));
            first = sealed.nextSetBit(end);
        }
        return runs;
    }

    private static List<String> lines(String text) {
        return List.of(text.split("\r\n|\r|\n", -1));
    }
}
