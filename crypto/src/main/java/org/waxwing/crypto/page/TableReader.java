package org.waxwing.crypto.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/// Reads tables: those of facts stay tables, those that only arrange a page become what is in them, one
/// cell after the other.
final class TableReader {
    /// Characters; what is longer is a text, not an entry.
    private static final int LONGEST_ENTRY = 120;

    private TableReader() {}

    static void read(Element table, Surroundings around, BlockSink sink, HtmlWalk walk) {
        sink.endParagraph();
        List<Element> rows = rows(table);
        if (around.nesting() >= PageLimits.NESTING || rows.size() > PageLimits.ROWS || !holdsFacts(table, rows)) {
            walk.inside(table, around, sink);
            sink.endParagraph();
            return;
        }
        for (Element child : table.children()) {
            if (child.nameIs("caption")) {
                walk.inside(child, around, sink);
                sink.endParagraph();
            }
        }
        sink.put(facts(rows, around.nested(), walk));
    }

    private static List<Element> rows(Element table) {
        List<Element> rows = new ArrayList<>();
        for (Element child : table.children()) {
            if (child.nameIs("tr")) {
                rows.add(child);
            } else if (child.nameIs("tbody") || child.nameIs("thead") || child.nameIs("tfoot")) {
                child.children().stream().filter(row -> row.nameIs("tr")).forEach(rows::add);
            }
        }
        return rows;
    }

    private static List<Element> cells(Element row) {
        return row.children().stream()
                .filter(cell -> cell.nameIs("td") || cell.nameIs("th"))
                .toList();
    }

    private static boolean holdsFacts(Element table, List<Element> rows) {
        String role = table.attr("role");
        int columns = rows.stream().mapToInt(row -> cells(row).size()).max().orElse(0);
        if (role.equals("presentation")
                || role.equals("none")
                || columns < 2
                || columns > PageLimits.COLUMNS
                || rows.size() < 2) {
            return false;
        }
        boolean headed = rows.stream().flatMap(row -> cells(row).stream()).anyMatch(cell -> cell.nameIs("th"));
        boolean plain = rows.stream().flatMap(row -> cells(row).stream()).allMatch(TableReader::isEntry);
        boolean drawn =
                table.attr("border").matches("[1-9].*") || table.attr("style").contains("border-collapse");
        return headed || plain || (drawn && table.select("table table").isEmpty());
    }

    private static boolean isEntry(Element cell) {
        return cell.select("table, img, ul, ol, h1, h2, h3, hr, p + p, div + div, a[style*=background]")
                        .isEmpty()
                && cell.text().length() <= LONGEST_ENTRY;
    }

    /// Cells that reach over rows and columns push later ones aside, as HTML has it.
    private static Block.Table facts(List<Element> rows, Surroundings around, HtmlWalk walk) {
        List<Block.Cell> cells = new ArrayList<>();
        Set<Long> taken = new HashSet<>();
        int columns = 0;
        for (int row = 0; row < rows.size(); row++) {
            int column = 0;
            for (Element cell : cells(rows.get(row))) {
                while (taken.contains(place(row, column))) {
                    column++;
                }
                if (column >= PageLimits.COLUMNS) {
                    break;
                }
                int across = Math.min(span(cell, "colspan"), PageLimits.COLUMNS - column);
                int down = Math.min(span(cell, "rowspan"), rows.size() - row);
                for (int i = 0; i < across * down; i++) {
                    taken.add(place(row + i / across, column + i % across));
                }
                cells.add(new Block.Cell(row, column, down, across, cell.nameIs("th"), walk.cell(cell, around)));
                column += across;
                columns = Math.max(columns, column);
            }
        }
        return new Block.Table(rows.size(), columns, cells);
    }

    private static long place(int row, int column) {
        return ((long) row << 32) | column;
    }

    private static int span(Element cell, String attribute) {
        String value = cell.attr(attribute).strip();
        return value.matches("[1-9][0-9]{0,2}") ? Integer.parseInt(value) : 1;
    }
}
