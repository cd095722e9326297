package org.waxwing.ui.reading;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.waxwing.crypto.page.Block;
import org.waxwing.crypto.page.Link;
import org.waxwing.crypto.page.Page;
import org.waxwing.crypto.page.Run;
import org.waxwing.crypto.page.TextStyle;
import org.waxwing.ui.text.Words;

/// The body of a letter as nodes: at most 72 figures wide, with a gutter for each level of quoting. Nothing
/// in it is fetched, and nothing in it can lie over anything else.
final class PageView extends VBox {
    /// 72 figures of the base font.
    static final double MEASURE = 640;

    private static final int QUOTE_COLOURS = 3;
    private static final int HEADINGS = 4;

    private final Words words = Words.in(PageView.class);
    private final Consumer<Link> follow;

    /// @param follow what to do with a link that the person chose
    PageView(Page page, Consumer<Link> follow) {
        this.follow = follow;
        getStyleClass().add("letter-text");
        setMaxWidth(MEASURE);
        fill(this, page.blocks(), 0);
    }

    private void fill(VBox place, List<Block> blocks, int quotes) {
        blocks.forEach(block -> place.getChildren().add(node(block, quotes)));
    }

    private Node node(Block block, int quotes) {
        return switch (block) {
            case Block.Paragraph paragraph -> flow(paragraph.runs(), quotes);
            case Block.Heading heading ->
                styled(flow(heading.runs(), quotes), "letter-heading-" + Math.min(heading.level(), HEADINGS));
            case Block.Listing listing -> listing(listing, quotes);
            case Block.Table table -> new TableGrid(table, (place, blocks) -> fill(place, blocks, quotes));
            case Block.Quote quote -> quote(quote, quotes + 1);
            case Block.Code code ->
                styled(
                        flow(List.of(new Run.Words(code.text(), TextStyle.NONE, Optional.empty())), quotes),
                        "letter-code");
            case Block.Rule _ -> styled(new Region(), "letter-rule");
        };
    }

    private WordFlow flow(List<Run> runs, int quotes) {
        WordFlow flow = new WordFlow(runs, follow);
        String text = flow.text();
        flow.setAccessibleText(
                quotes == 0 ? words.of("body.spoken", text) : words.of("body.quoteSpoken", quotes, text));
        return flow;
    }

    private Node quote(Block.Quote quote, int level) {
        VBox box = styled(new VBox(), "letter-quote");
        box.getStyleClass().add("quoted-" + Math.min(level, QUOTE_COLOURS));
        fill(box, quote.blocks(), level);
        return box;
    }

    private Node listing(Block.Listing listing, int quotes) {
        VBox list = styled(new VBox(), "letter-list");
        int number = listing.first();
        for (List<Block> item : listing.items()) {
            Label mark = styled(
                    new Label(listing.numbered() ? words.of("list.number", number++) : words.of("list.bullet")),
                    "letter-list-mark");
            mark.setMinWidth(Region.USE_PREF_SIZE);
            VBox body = styled(new VBox(), "letter-item");
            fill(body, item, quotes);
            HBox.setHgrow(body, Priority.ALWAYS);
            list.getChildren().add(styled(new HBox(mark, body), "letter-list-row"));
        }
        return list;
    }

    private static <N extends Node> N styled(N node, String style) {
        node.getStyleClass().add(style);
        return node;
    }
}
