package org.waxwing.ui.reading;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Path;
import org.waxwing.crypto.page.Link;
import org.waxwing.ui.text.Words;

/// Selects and copies words of one paragraph, with the mouse or all of them by key; its menu also names
/// the links, so that they can be reached without a mouse.
final class Selection {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination ALL = new KeyCodeCombination(KeyCode.A, KeyCombination.SHORTCUT_DOWN);

    private final WordFlow flow;
    private final Path shape = new Path();
    private int anchor;
    private int end;

    private Selection(WordFlow flow) {
        this.flow = flow;
    }

    /// Makes the words of a flow selectable.
    ///
    /// @param links those in the flow, for the menu
    static void install(WordFlow flow, List<Link> links, Consumer<Link> follow) {
        new Selection(flow).listen(links, follow);
    }

    private void listen(List<Link> links, Consumer<Link> follow) {
        shape.setManaged(false);
        shape.setMouseTransparent(true);
        shape.getStyleClass().add("letter-selection");
        flow.getChildren().addFirst(shape);
        flow.addEventHandler(MouseEvent.MOUSE_PRESSED, this::begin);
        flow.addEventHandler(MouseEvent.MOUSE_DRAGGED, drag -> select(anchor, at(drag)));
        flow.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        flow.widthProperty().subscribe(this::draw);
        flow.focusedProperty().subscribe(focused -> {
            if (!focused) {
                select(0, 0);
            }
        });
        ContextMenu menu = menu(links, follow);
        flow.setOnContextMenuRequested(asked -> menu.show(flow, asked.getScreenX(), asked.getScreenY()));
    }

    private ContextMenu menu(List<Link> links, Consumer<Link> follow) {
        Words words = Words.in(Selection.class);
        MenuItem copy = new MenuItem(words.of("copy"));
        copy.setOnAction(_ -> copy());
        ContextMenu menu = new ContextMenu(copy);
        for (Link link : links) {
            MenuItem item = new MenuItem(words.of("link.show", link.place()));
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> follow.accept(link));
            menu.getItems().add(item);
        }
        return menu;
    }

    private void begin(MouseEvent press) {
        if (press.getButton() == MouseButton.PRIMARY) {
            flow.requestFocus();
            anchor = at(press);
            if (press.getClickCount() == 2) {
                word(anchor);
            } else if (press.getClickCount() == 3) {
                select(0, flow.text().length());
            } else {
                select(anchor, anchor);
            }
        }
    }

    private void word(int at) {
        String text = flow.text();
        int from = Math.min(at, text.length());
        int to = from;
        while (from > 0 && Character.isLetterOrDigit(text.charAt(from - 1))) {
            from--;
        }
        while (to < text.length() && Character.isLetterOrDigit(text.charAt(to))) {
            to++;
        }
        select(from, to);
    }

    private void key(KeyEvent key) {
        if (COPY.match(key)) {
            copy();
            key.consume();
        } else if (ALL.match(key)) {
            select(0, flow.text().length());
            key.consume();
        }
    }

    private int at(MouseEvent event) {
        Point2D point = flow.sceneToLocal(event.getSceneX(), event.getSceneY());
        return flow.getHitInfo(point).getInsertionIndex();
    }

    private void select(int from, int to) {
        anchor = from;
        end = to;
        draw();
    }

    private void draw() {
        int from = Math.min(anchor, end);
        int to = Math.max(anchor, end);
        if (from == to) {
            shape.getElements().clear();
        } else {
            shape.getElements().setAll(flow.getRangeShape(from, to, false));
        }
    }

    private void copy() {
        String text = flow.text();
        int from = Math.min(anchor, end);
        int to = Math.min(Math.max(anchor, end), text.length());
        ClipboardContent content = new ClipboardContent();
        content.putString((from >= to ? text : text.substring(from, to)).replace("\uFFFC", ""));
        boolean _ = Clipboard.getSystemClipboard().setContent(content);
    }
}
