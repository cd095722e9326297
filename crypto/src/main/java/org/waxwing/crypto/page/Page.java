package org.waxwing.crypto.page;

import java.util.List;

/// What a window may show of one text or one HTML document: words, links, tables and pictures, and nothing
/// that loads, runs, hides or lies over something else. Each MIME part is a page of its own.
///
/// @param notices what was left out or looks otherwise than its writer wanted, each kind once
public record Page(List<Block> blocks, List<Notice> notices) {
    public Page {
        blocks = List.copyOf(blocks);
        notices = List.copyOf(notices);
    }

    /// The words alone, as an answer quotes them and a terminal prints them.
    public String text() {
        return PageText.of(blocks);
    }

    @Override
    public String toString() {
        return "Page[redacted]";
    }
}
