package org.waxwing.ui.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Cursor;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.waxwing.crypto.page.Link;
import org.waxwing.crypto.page.Run;
import org.waxwing.crypto.page.TextStyle;
import org.waxwing.ui.text.Words;

/// Words and pictures in lines. A link shows its true host beside its words; it only tells the window that
/// the person chose it.
final class WordFlow extends TextFlow {
    private final Words words = Words.in(WordFlow.class);
    private final StringBuilder text = new StringBuilder();
    private final Consumer<Link> follow;

    WordFlow(List<Run> runs, Consumer<Link> follow) {
        this.follow = follow;
        getStyleClass().add("letter-flow");
        setFocusTraversable(true);
        List<Link> links = new ArrayList<>();
        StringBuilder linkWords = new StringBuilder();
        for (int i = 0; i < runs.size(); i++) {
            Optional<Link> next = i + 1 < runs.size() ? link(runs.get(i + 1)) : Optional.empty();
            add(runs.get(i));
            Optional<Link> link = link(runs.get(i));
            if (link.isPresent() && runs.get(i) instanceof Run.Words said) {
                linkWords.append(said.text());
                if (!link.equals(next)) {
                    place(link.get(), linkWords.toString());
                    links.add(link.get());
                    linkWords.setLength(0);
                }
            }
        }
        Selection.install(this, links, follow);
    }

    /// What can be selected, as the characters of this flow count.
    String text() {
        return text.toString();
    }

    private void add(Run run) {
        switch (run) {
            case Run.Words said -> {
                for (String piece : WordPieces.of(said.text())) {
                    Text node = styled(piece, said.style(), said.link().isEmpty());
                    said.link().ifPresent(link -> makeLink(node, link));
                    append(node);
                }
            }
            case Run.Picture picture -> {
                getChildren().add(PictureNode.of(picture));
                text.append('\uFFFC');
            }
            case Run.MissingPicture picture -> {
                Text node = new Text(words.of("picture.missing", picture.words()));
                node.getStyleClass().addAll("letter-words", "letter-place");
                append(node);
            }
        }
    }

    private void append(Text node) {
        getChildren().add(node);
        text.append(node.getText());
    }

    private void makeLink(Text node, Link link) {
        node.getStyleClass().add("letter-link");
        node.setCursor(Cursor.HAND);
        node.setOnMouseClicked(click -> {
            if (click.getButton() == MouseButton.PRIMARY && click.isStillSincePress()) {
                follow.accept(link);
            }
        });
        Tooltip.install(node, new Tooltip(link.address()));
    }

    private void place(Link link, String said) {
        if (!link.isToldBy(said)) {
            Text node = new Text(words.of("link.place", link.place()));
            node.getStyleClass().addAll("letter-words", "letter-place");
            append(node);
        }
    }

    private static Optional<Link> link(Run run) {
        return run instanceof Run.Words said ? said.link() : Optional.empty();
    }

    /// @param ownInk in the colour that its writer gave it
    private static Text styled(String said, TextStyle style, boolean ownInk) {
        Text node = new Text(said);
        List<String> classes = node.getStyleClass();
        classes.add("letter-words");
        if (style.bold()) {
            classes.add("letter-bold");
        }
        if (style.italic()) {
            classes.add("letter-italic");
        }
        if (style.code()) {
            classes.add("letter-mono");
        }
        if (style.large()) {
            classes.add("letter-large");
        }
        if (style.marked()) {
            classes.add("letter-marked");
        }
        node.setUnderline(style.underlined());
        node.setStrikethrough(style.struck());
        style.ink().filter(_ -> ownInk && !style.marked()).flatMap(Ink::style).ifPresent(node::setStyle);
        return node;
    }
}
