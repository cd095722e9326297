package org.waxwing.ui.compose;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.waxwing.app.trust.Readiness;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Mailbox;
import org.waxwing.ui.text.Dates;

/// A row of recipient chips with a field at its end. Comma, semicolon, Tab and Enter end an address.
final class RecipientField extends HBox {
    private static final double NAME_WIDTH = 80;

    private final ComposeViewModel model;
    private final ObservableList<Recipient> list;
    private final Dates dates;
    private final Consumer<Recipient> tell;
    private final FlowPane chips = new FlowPane();
    private final TextField input = new TextField();
    private final ContextMenu suggestions = new ContextMenu();

    RecipientField(
            String name,
            ComposeViewModel model,
            ObservableList<Recipient> list,
            Dates dates,
            Consumer<Recipient> tell) {
        this.model = model;
        this.list = list;
        this.dates = dates;
        this.tell = tell;
        Label label = new Label(name);
        label.setLabelFor(input);
        label.getStyleClass().add("row-name");
        input.setAccessibleText(name);
        input.getStyleClass().add("bare-field");
        input.setPrefColumnCount(18);
        input.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        input.addEventFilter(KeyEvent.KEY_TYPED, this::onCharacter);
        input.focusedProperty().subscribe(focused -> {
            if (!focused) {
                boolean _ = take();
            }
        });
        input.textProperty().subscribe(this::onTyped);
        chips.getStyleClass().add("chips");
        // Without this the chips would break at 400, however wide the row is.
        chips.prefWrapLengthProperty().bind(widthProperty().subtract(NAME_WIDTH));
        setHgrow(chips, Priority.ALWAYS);
        getStyleClass().add("compose-row");
        getChildren().addAll(label, chips);
        list.addListener((ListChangeListener<Recipient>) _ -> draw());
        model.readiness().subscribe(_ -> draw());
    }

    /// The field to type into.
    TextField input() {
        return input;
    }

    private void draw() {
        boolean typing = input.isFocused();
        chips.getChildren()
                .setAll(list.stream()
                        .map(this::asked)
                        .map(recipient -> new RecipientChip(
                                recipient,
                                dates,
                                () -> tell.accept(recipient),
                                () -> model.remove(recipient.mailbox().address())))
                        .toList());
        chips.getChildren().add(input);
        if (typing) {
            input.requestFocus();
        }
    }

    private Recipient asked(Recipient recipient) {
        Map<AddrSpec, Readiness> known = model.readiness().get();
        return new Recipient(
                recipient.mailbox(),
                Optional.ofNullable(known.get(recipient.mailbox().address())));
    }

    private void onCharacter(KeyEvent event) {
        boolean ends = event.getCharacter().equals(",") || event.getCharacter().equals(";");
        if (ends && take()) {
            event.consume();
        }
    }

    private void onKey(KeyEvent event) {
        boolean ends = event.getCode() == KeyCode.ENTER && !event.isShortcutDown();
        if (ends && take()) {
            event.consume();
        }
        if (event.getCode() == KeyCode.BACK_SPACE && input.getText().isEmpty() && !list.isEmpty()) {
            event.consume();
            model.remove(list.getLast().mailbox().address());
        }
    }

    private boolean take() {
        String typed = input.getText().strip();
        if (typed.isEmpty() || !model.add(list, typed)) {
            return false;
        }
        input.clear();
        return true;
    }

    private void onTyped(String typed) {
        model.typing(list, typed);
        if (typed.strip().length() < 2 || !input.isFocused()) {
            suggestions.hide();
            return;
        }
        model.suggest(typed.strip(), found -> offer(typed, found));
    }

    private void offer(String typed, List<Mailbox> found) {
        if (!typed.equals(input.getText()) || found.isEmpty() || input.getScene() == null) {
            suggestions.hide();
            return;
        }
        suggestions.getItems().setAll(found.stream().map(this::suggestion).toList());
        suggestions.show(input, Side.BOTTOM, 0, 0);
    }

    private MenuItem suggestion(Mailbox mailbox) {
        String shown = mailbox.displayName().isEmpty()
                ? mailbox.address().text()
                : mailbox.displayName() + " <" + mailbox.address().text() + ">";
        MenuItem item = new MenuItem(shown);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> {
            input.clear();
            boolean _ = model.add(list, shown);
        });
        return item;
    }
}
