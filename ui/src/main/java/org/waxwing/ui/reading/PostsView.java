package org.waxwing.ui.reading;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.waxwing.crypto.ProtectedFields;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.ui.control.Buttons;
import org.waxwing.ui.control.Labels;
import org.waxwing.ui.control.Sizes;
import org.waxwing.ui.text.Dates;
import org.waxwing.ui.text.Words;

/// The post's view: the real bytes that the servers on the way had, and beside them what was inside.
final class PostsView extends BorderPane {
    private static final int MOST_BYTES = 200_000;

    private final Words words = Words.in(PostsView.class);

    PostsView(Octets bytes, ReadingState.Shown letter, Dates dates, Runnable close) {
        this(bytes, close, inside -> {
            fields(inside, letter.fields(), dates);
            inside.getChildren().add(new PageView(letter.pages().first(), _ -> {}));
            letter.content()
                    .attachments()
                    .forEach(file -> inside.getChildren().add(Labels.styled(file.name(), "drawer-line")));
        });
    }

    PostsView(Octets bytes, ReadingState.Withheld letter, Dates dates, Runnable close) {
        this(bytes, close, inside -> {
            Words words = Words.in(PostsView.class);
            fields(inside, letter.outer(), dates);
            inside.getChildren().add(Labels.quiet(words.of("postsView.withheld")));
        });
    }

    private PostsView(Octets bytes, Runnable close, Consumer<VBox> inside) {
        getStyleClass().add("posts-view");
        Label title = Labels.styled(words.of("postsView.title"), "drawer-title");
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox top = new HBox(title, Buttons.icon(Feather.X, words.of("postsView.close"), close));
        top.setAlignment(Pos.CENTER_LEFT);
        top.getStyleClass().add("posts-title");
        HBox halves = new HBox(postcard(bytes), inside(inside));
        halves.getStyleClass().add("posts-halves");
        setTop(top);
        setCenter(halves);
    }

    private VBox postcard(Octets bytes) {
        Octets shown = bytes.slice(0, Math.min(bytes.length(), MOST_BYTES));
        TextArea area = new TextArea(shown.latin1().replace("\r\n", "\n"));
        area.setEditable(false);
        area.getStyleClass().add("raw");
        area.setAccessibleText(words.of("postsView.saw"));
        area.setMinHeight(0);
        area.setPrefRowCount(1);
        VBox.setVgrow(area, Priority.ALWAYS);
        return half(new VBox(
                Labels.styled(words.of("postsView.saw"), "drawer-section"),
                area,
                Labels.quiet(words.of("postsView.size", Sizes.of(bytes.length())))));
    }

    private VBox inside(Consumer<VBox> fill) {
        VBox box = new VBox(Labels.styled(words.of("postsView.inside"), "drawer-section"));
        fill.accept(box);
        box.getStyleClass().add("posts-half");
        ScrollPane scroll = new ScrollPane(box);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setAccessibleText(words.of("postsView.inside"));
        scroll.setMinHeight(0);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return half(new VBox(scroll));
    }

    private static VBox half(VBox half) {
        half.getStyleClass().add("posts-half");
        HBox.setHgrow(half, Priority.ALWAYS);
        half.setPrefWidth(1);
        half.setMinSize(0, 0);
        half.setMaxWidth(Double.MAX_VALUE);
        return half;
    }

    private static void fields(VBox inside, ProtectedFields fields, Dates dates) {
        inside.getChildren().add(Labels.styled(LetterHead.subject(fields), "letter-subject"));
        fields.date().ifPresent(at -> inside.getChildren().add(Labels.quiet(dates.full(at))));
    }
}
