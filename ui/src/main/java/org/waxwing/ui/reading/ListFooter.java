package org.waxwing.ui.reading;

import java.util.function.Consumer;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.waxwing.crypto.page.Link;
import org.waxwing.crypto.page.Page;
import org.waxwing.ui.control.Labels;
import org.waxwing.ui.text.Words;

/// What a mailing list wrote below a signed letter: under a rule of the program's own, set apart.
final class ListFooter extends VBox {
    /// @param follow what to do with a link that the person chose
    ListFooter(Page footer, Consumer<Link> follow) {
        Words words = Words.in(ListFooter.class);
        getStyleClass().add("list-footer");
        Region rule = new Region();
        rule.getStyleClass().add("list-footer-rule");
        PageView text = new PageView(footer, follow);
        text.getStyleClass().add("list-footer-text");
        getChildren().addAll(rule, Labels.quiet(words.of("footer.says")), text);
        setMaxWidth(PageView.MEASURE);
    }
}
