package org.waxwing.crypto.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Gathers the blocks of a page, or of one item, cell or quote of it. Blanks are folded as HTML folds them.
final class BlockSink {
    private final Tally tally;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Run> line = new ArrayList<>();
    private int breaks;

    BlockSink(Tally tally) {
        this.tally = tally;
    }

    /// @param kept blanks and line ends count
    void words(String text, TextStyle style, Optional<Link> link, boolean kept) {
        String visible = VisibleText.of(kept ? text : folded(text), tally);
        String shown = !kept && atLineStart() ? visible.stripLeading() : visible;
        String fitting = tally.room(shown);
        if (!fitting.isEmpty()) {
            breakLine();
            append(new Run.Words(fitting, style, link));
        }
    }

    void picture(Run picture) {
        breakLine();
        line.add(picture);
    }

    /// Ends the line, however often it is asked.
    void endLine() {
        if (!line.isEmpty() && breaks == 0) {
            breaks = 1;
        }
    }

    /// Begins a new line; two in a row end the paragraph.
    void lineBreak() {
        breaks++;
        if (breaks > 1) {
            endParagraph();
        }
    }

    void endParagraph() {
        breaks = 0;
        List<Run> runs = trimmed();
        line.clear();
        if (!runs.isEmpty()) {
            add(new Block.Paragraph(runs));
        }
    }

    /// A block of its own, after what stands before it.
    void put(Block block) {
        endParagraph();
        add(block);
    }

    List<Block> finish() {
        endParagraph();
        return blocks;
    }

    private void add(Block block) {
        if (tally.mayAddBlock()) {
            blocks.add(block);
        }
    }

    private void breakLine() {
        if (breaks > 0 && !line.isEmpty()) {
            append(Run.Words.plain("\n"));
        }
        breaks = 0;
    }

    private void append(Run.Words words) {
        if (!line.isEmpty()
                && line.getLast() instanceof Run.Words before
                && before.style().equals(words.style())
                && before.link().equals(words.link())) {
            line.set(line.size() - 1, new Run.Words(before.text() + words.text(), words.style(), words.link()));
        } else {
            line.add(words);
        }
    }

    private boolean atLineStart() {
        if (line.isEmpty() || breaks > 0) {
            return true;
        }
        return line.getLast() instanceof Run.Words before
                && (before.text().endsWith(" ") || before.text().endsWith("\n"));
    }

    private List<Run> trimmed() {
        List<Run> runs = new ArrayList<>(line);
        while (!runs.isEmpty() && runs.getLast() instanceof Run.Words last) {
            String text = last.text().stripTrailing();
            runs.removeLast();
            if (!text.isEmpty()) {
                runs.add(new Run.Words(text, last.style(), last.link()));
                break;
            }
        }
        boolean blank = runs.stream().allMatch(run -> run instanceof Run.Words words && isBlank(words.text()));
        return blank ? List.of() : runs;
    }

    private static boolean isBlank(String text) {
        return text.codePoints()
                .allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x200C || c == 0x200D);
    }

    private static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        boolean blank = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean now = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
            if (!now) {
                folded.append(c);
            } else if (!blank) {
                folded.append(' ');
            }
            blank = now;
        }
        return folded.toString();
    }
}
