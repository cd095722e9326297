package org.waxwing.crypto.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Writes a page as plain text.
final class PageText {
    private PageText() {}

    static String of(List<Block> blocks) {
        return blocks.stream().map(PageText::text).collect(Collectors.joining("\n\n"));
    }

    private static String text(Block block) {
        return switch (block) {
            case Block.Paragraph paragraph -> runs(paragraph.runs());
            case Block.Heading heading -> runs(heading.runs());
            case Block.Listing listing -> items(listing);
            case Block.Table table -> rows(table);
            case Block.Quote quote -> quoted(of(quote.blocks()));
            case Block.Code code -> code.text();
            case Block.Rule _ -> "-----";
        };
    }

    /// Where a link really goes stands behind its words.
    private static String runs(List<Run> runs) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < runs.size(); i++) {
            switch (runs.get(i)) {
                case Run.Words words -> {
                    text.append(words.text());
                    Optional<Link> next = i + 1 < runs.size() && runs.get(i + 1) instanceof Run.Words after
                            ? after.link()
                            : Optional.empty();
                    if (words.link().isPresent() && !words.link().equals(next)) {
                        target(text, words.link().get());
                    }
                }
                case Run.Picture picture -> text.append(picture.words());
                case Run.MissingPicture picture -> text.append(picture.words());
            }
        }
        return text.toString();
    }

    private static void target(StringBuilder text, Link link) {
        String told = link.web() ? link.address() : link.place();
        int start = Math.max(0, text.length() - told.length() - 1);
        if (!text.substring(start).replaceAll("/$", "").endsWith(told.replaceAll("/$", ""))) {
            text.append(" <").append(told).append('>');
        }
    }

    private static String items(Block.Listing listing) {
        List<String> lines = new ArrayList<>();
        int number = listing.first();
        for (List<Block> item : listing.items()) {
            String mark = listing.numbered() ? number++ + ". " : "- ";
            String indent = " ".repeat(mark.length());
            lines.add(mark + of(item).replace("\n\n", "\n").replace("\n", "\n" + indent));
        }
        return String.join("\n", lines);
    }

    private static String rows(Block.Table table) {
        TreeMap<Integer, List<String>> rows = new TreeMap<>();
        for (Block.Cell cell : table.cells()) {
            rows.computeIfAbsent(cell.row(), _ -> new ArrayList<>())
                    .add(of(cell.blocks()).replaceAll("\n+", " "));
        }
        return rows.values().stream().map(row -> String.join(" | ", row)).collect(Collectors.joining("\n"));
    }

    private static String quoted(String text) {
        return text.lines()
                .map(line -> line.startsWith(">") ? ">" + line : line.isEmpty() ? ">" : "> " + line)
                .collect(Collectors.joining("\n"));
    }
}
