package org.waxwing.app.compose;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a draft took from sealed letters, so that none of it leaves in clear unless its writer says so. It
/// is kept with the draft.
///
/// @param sources the texts that were quoted or pasted from sealed letters, and their hidden subjects
/// @param released lines that the writer released, in the form of [Tokens#line]
public record SealedText(List<String> sources, Set<String> released) {
    /// What a person pastes stays far below; what is beyond is not kept, and counts as sealed by its quote
    /// marks alone.
    private static final int MOST_SOURCES = 64;

    private static final int MOST_CHARACTERS = 500_000;

    public SealedText {
        sources = sources.stream()
                .limit(MOST_SOURCES)
                .map(source -> source.substring(0, Math.min(source.length(), MOST_CHARACTERS)))
                .toList();
        released = Set.copyOf(released);
    }

    public static SealedText none() {
        return new SealedText(List.of(), Set.of());
    }

    /// With another text from a sealed letter. What was released stays so.
    public SealedText and(String source) {
        return sources.contains(source)
                ? this
                : new SealedText(
                        Stream.concat(sources.stream(), Stream.of(source)).toList(), released);
    }

    /// With these words of the draft released by its writer.
    public SealedText releasing(String words) {
        Set<String> lines = new LinkedHashSet<>(released);
        words.lines().map(Tokens::line).filter(line -> !line.isEmpty()).forEach(lines::add);
        return new SealedText(sources, lines);
    }

    /// Whether this text may have come from a sealed letter in whole or in part.
    public boolean tints(String text) {
        return !SealedRuns.in(text, this, false).isEmpty();
    }

    @Override
    public String toString() {
        return "SealedText[" + sources.size() + " sources]";
    }

    Set<String> sourceLines() {
        return sources.stream()
                .flatMap(String::lines)
                .map(Tokens::line)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
