package org.waxwing.crypto.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.work.Work;

/// Makes a page of plain text: quote marks become quotes, addresses of pages become links.
public final class TextPages {
    /// More changes of level than this are somebody's trap; the rest is then one paragraph as it stands.
    private static final int MOST_RUNS = 400;
    private static final int DEEPEST = 8;

    private TextPages() {}

    /// @param text lines ending in `\n`
    public static Page of(String text) {
        Tally tally = new Tally();
        String shown = tally.room(VisibleText.of(text, tally));
        List<Block> blocks = blocks(List.of(shown.split("\n", -1)), 0);
        return new Page(blocks, tally.notices());
    }

    private static List<Block> blocks(List<String> lines, int depth) {
        List<Block> blocks = new ArrayList<>();
        int start = 0;
        while (start < lines.size()) {
            Work.step();
            boolean quoted = isQuoted(lines.get(start), depth);
            int end = start + 1;
            while (end < lines.size() && (blocks.size() > MOST_RUNS || isQuoted(lines.get(end), depth) == quoted)) {
                end++;
            }
            List<String> run = lines.subList(start, end);
            if (quoted && blocks.size() <= MOST_RUNS) {
                List<Block> inner = blocks(run.stream().map(TextPages::unquoted).toList(), depth + 1);
                if (!inner.isEmpty()) {
                    blocks.add(new Block.Quote(inner));
                }
            } else {
                paragraph(run).ifPresent(blocks::add);
            }
            start = end;
        }
        return blocks;
    }

    private static boolean isQuoted(String line, int depth) {
        return depth < DEEPEST && line.startsWith(">");
    }

    private static String unquoted(String line) {
        return line.startsWith("> ") ? line.substring(2) : line.substring(1);
    }

    private static Optional<Block> paragraph(List<String> lines) {
        int from = 0;
        int to = lines.size();
        while (from < to && lines.get(from).isBlank()) {
            from++;
        }
        while (to > from && lines.get(to - 1).isBlank()) {
            to--;
        }
        String text = String.join("\n", lines.subList(from, to)).stripTrailing();
        return text.isEmpty() ? Optional.empty() : Optional.of(new Block.Paragraph(LinkFinder.runs(text)));
    }
}
