package org.waxwing.ui.reading;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.waxwing.crypto.page.Link;
import org.waxwing.ui.control.Buttons;
import org.waxwing.ui.control.Labels;
import org.waxwing.ui.text.Words;

/// Where a chosen link leads, for the person to judge and to copy. Nothing is opened from here.
final class LinkBar extends HBox {
    LinkBar(Link link, Runnable close) {
        Words words = Words.in(LinkBar.class);
        getStyleClass().add("link-bar");
        setAlignment(Pos.CENTER_LEFT);
        Label place = Labels.styled(words.of("link.leads", link.place()), "file-name");
        Label address = Labels.quiet(link.address());
        address.setMaxHeight(72);
        VBox lines = new VBox(place, address);
        HBox.setHgrow(lines, Priority.ALWAYS);
        getChildren()
                .addAll(
                        lines,
                        Buttons.plain(words.of("link.copy"), () -> {
                            ClipboardContent content = new ClipboardContent();
                            content.putString(link.web() ? link.address() : link.place());
                            boolean _ = Clipboard.getSystemClipboard().setContent(content);
                            close.run();
                        }),
                        Buttons.icon(Feather.X, words.of("link.close"), close));
    }
}
