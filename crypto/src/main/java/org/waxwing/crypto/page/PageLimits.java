package org.waxwing.crypto.page;

/// How much one page may hold. What a person writes stays far below; a newsletter stays below.
final class PageLimits {
    /// Characters of HTML that are read.
    static final int HTML = 1_500_000;
    /// Characters of text that are shown.
    static final int TEXT = 400_000;
    /// Elements and texts of the HTML that are looked at.
    static final int NODES = 100_000;
    /// Elements within elements.
    static final int DEPTH = 200;
    /// Paragraphs, items, cells and the like.
    static final int BLOCKS = 6_000;
    /// Lists, quotes and tables within one another; deeper ones stand at this depth.
    static final int NESTING = 12;
    static final int COLUMNS = 16;
    static final int ROWS = 500;
    static final int PICTURES = 60;
    /// Of one picture.
    static final int PICTURE_BYTES = 15_000_000;
    /// In which one JPEG picture may come; programs write about ten.
    static final int PASSES = 100;
    /// Of one picture, all frames of an animation together.
    static final int PIXELS = 25_000_000;
    /// Of all pictures of a page.
    static final int ALL_PIXELS = 60_000_000;
    /// Marks over and under one letter.
    static final int MARKS = 6;

    private PageLimits() {}
}
