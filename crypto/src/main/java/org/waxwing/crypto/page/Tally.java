package org.waxwing.crypto.page;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.waxwing.crypto.work.Work;

/// Counts what a page takes up and what there is to tell about it.
final class Tally {
    private final Map<Notice.Kind, Integer> notices = new EnumMap<>(Notice.Kind.class);
    private int text;
    private int blocks;
    private int nodes;
    private int pictures;
    private long pixels;

    void note(Notice.Kind kind) {
        notices.merge(kind, 1, Integer::sum);
    }

    /// Once, however often it happens.
    void noteOnce(Notice.Kind kind) {
        notices.putIfAbsent(kind, 1);
    }

    List<Notice> notices() {
        return notices.entrySet().stream()
                .map(entry -> new Notice(entry.getKey(), entry.getValue()))
                .toList();
    }

    /// As much of the text as there is room for.
    String room(String words) {
        int left = PageLimits.TEXT - text;
        if (words.length() > left) {
            noteOnce(Notice.Kind.CUT_SHORT);
            boolean halved = left > 0 && Character.isHighSurrogate(words.charAt(left - 1));
            text = PageLimits.TEXT;
            return words.substring(0, Math.max(0, halved ? left - 1 : left));
        }
        text += words.length();
        return words;
    }

    boolean mayAddBlock() {
        return within(++blocks, PageLimits.BLOCKS);
    }

    /// @param depth of the node in the document
    boolean mayLookAt(int depth) {
        Work.step();
        boolean full = blocks > PageLimits.BLOCKS || text >= PageLimits.TEXT;
        return !full && within(++nodes, PageLimits.NODES) && within(depth, PageLimits.DEPTH);
    }

    boolean mayShowPicture(long morePixels) {
        pixels += morePixels;
        return ++pictures <= PageLimits.PICTURES && pixels <= PageLimits.ALL_PIXELS;
    }

    private boolean within(int count, int most) {
        if (count > most) {
            noteOnce(Notice.Kind.CUT_SHORT);
        }
        return count <= most;
    }
}
