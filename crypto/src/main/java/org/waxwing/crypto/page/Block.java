package org.waxwing.crypto.page;

import java.util.List;

/// What stands on lines of its own.
public sealed interface Block {
    /// Running text.
    record Paragraph(List<Run> runs) implements Block {
        public Paragraph {
            runs = List.copyOf(runs);
        }
    }

    /// @param level 1 to 6
    record Heading(int level, List<Run> runs) implements Block {
        public Heading {
            runs = List.copyOf(runs);
        }
    }

    /// @param first the number of the first item; bullets where it is negative
    record Listing(int first, List<List<Block>> items) implements Block {
        public Listing {
            items = items.stream().map(List::copyOf).toList();
        }

        public boolean numbered() {
            return first >= 0;
        }
    }

    /// A table of facts. Tables that only arrange a page are taken apart.
    record Table(int rows, int columns, List<Cell> cells) implements Block {
        public Table {
            cells = List.copyOf(cells);
        }
    }

    /// @param row of its upper left corner, from 0
    /// @param column of its upper left corner, from 0
    /// @param heading it names what is below or beside it
    record Cell(int row, int column, int rows, int columns, boolean heading, List<Block> blocks) {
        public Cell {
            blocks = List.copyOf(blocks);
        }
    }

    /// Somebody else's words.
    record Quote(List<Block> blocks) implements Block {
        public Quote {
            blocks = List.copyOf(blocks);
        }
    }

    /// Text whose blanks and line ends count.
    record Code(String text) implements Block {}

    /// A line across.
    record Rule() implements Block {}
}
