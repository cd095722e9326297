package org.waxwing.crypto.page;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// Any text can be shown as HTML and as plain text; what comes out is bounded and holds no character that
/// turns or hides others, and no link that isn't one to a page or a person.
public final class HtmlFuzz {
    private static final int MOST = 4_000_000;

    private HtmlFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        check(HtmlPages.of(text, List.of()));
        check(TextPages.of(text));
        var _ = FlowedText.joined(text, text.length() % 2 == 0);
    }

    static void check(Page page) {
        page.blocks().forEach(HtmlFuzz::block);
        if (page.text().length() > MOST) {
            throw new AssertionError("more than a page");
        }
    }

    private static void block(Block block) {
        switch (block) {
            case Block.Paragraph paragraph -> paragraph.runs().forEach(HtmlFuzz::run);
            case Block.Heading heading -> heading.runs().forEach(HtmlFuzz::run);
            case Block.Listing listing -> listing.items().forEach(item -> item.forEach(HtmlFuzz::block));
            case Block.Table table ->
                table.cells().forEach(cell -> {
                    if (cell.row() + cell.rows() > table.rows() || cell.column() + cell.columns() > table.columns()) {
                        throw new AssertionError("a cell outside of its table");
                    }
                    cell.blocks().forEach(HtmlFuzz::block);
                });
            case Block.Quote quote -> quote.blocks().forEach(HtmlFuzz::block);
            case Block.Code code -> visible(code.text());
            case Block.Rule _ -> {}
        }
    }

    private static void run(Run run) {
        switch (run) {
            case Run.Words words -> {
                visible(words.text());
                words.link().ifPresent(link -> {
                    if (!link.address().matches("(?s)(https?://|mailto:).+")) {
                        throw new AssertionError("a link to something else");
                    }
                    visible(link.place());
                });
            }
            case Run.Picture picture -> {
                if ((long) picture.width() * picture.height() > PageLimits.PIXELS) {
                    throw new AssertionError("a picture beyond its bounds");
                }
                visible(picture.words());
            }
            case Run.MissingPicture picture -> visible(picture.words());
        }
    }

    private static void visible(String text) {
        boolean hidden = text.codePoints()
                .anyMatch(c -> (c < 0x20 && c != '\n' && c != '\t')
                        || (c >= 0x202A && c <= 0x202E)
                        || (c >= 0x2066 && c <= 0x2069)
                        || c == 0x200B
                        || c == 0xFEFF
                        || c == 0xAD);
        if (hidden) {
            throw new AssertionError("something that can't be seen");
        }
    }
}
