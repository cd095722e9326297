package org.waxwing.ui.reading;

import java.util.ArrayList;
import java.util.List;

/// A plain text body cut into runs of one quote level each.
final class QuotedText {
    /// More changes of level than this are somebody's trap; the rest is then one run as it stands.
    private static final int MOST_RUNS = 400;

    private QuotedText() {}

    /// @param level 0 for the writer's own words
    record Run(int level, String text) {}

    static List<Run> runs(String body) {
        String[] lines = body.replace("\r\n", "\n").split("\n", -1);
        List<Run> runs = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int level = level(lines[0]);
        for (int i = 0; i < lines.length; i++) {
            int next = level(lines[i]);
            if (next != level && runs.size() < MOST_RUNS) {
                add(runs, level, text);
                text.setLength(0);
                level = next;
            }
            text.append(runs.size() < MOST_RUNS ? unquoted(lines[i], level) : lines[i])
                    .append('\n');
        }
        add(runs, level, text);
        return runs;
    }

    private static void add(List<Run> runs, int level, StringBuilder text) {
        String shown = trimmed(text.toString());
        if (!shown.isEmpty()) {
            runs.add(new Run(level, shown));
        }
    }

    private static String trimmed(String text) {
        int from = 0;
        while (from < text.length() && text.charAt(from) == '\n') {
            from++;
        }
        return text.substring(from).stripTrailing();
    }

    private static int level(String line) {
        int level = 0;
        for (int i = 0; i < line.length() && level < 5; i++) {
            if (line.charAt(i) == '>') {
                level++;
            } else if (line.charAt(i) != ' ' || level == 0) {
                break;
            }
        }
        return level;
    }

    private static String unquoted(String line, int level) {
        int at = 0;
        for (int seen = 0; at < line.length() && seen < level; at++) {
            if (line.charAt(at) == '>') {
                seen++;
            }
        }
        return at > 0 && at < line.length() && line.charAt(at) == ' ' ? line.substring(at + 1) : line.substring(at);
    }
}
