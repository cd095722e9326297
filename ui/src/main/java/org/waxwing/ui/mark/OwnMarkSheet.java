package org.waxwing.ui.mark;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.waxwing.app.account.OwnMark;
import org.waxwing.ui.control.Buttons;
import org.waxwing.ui.control.Labels;
import org.waxwing.ui.text.Words;

/// Lets the person choose the word and the colour of their mark.
public final class OwnMarkSheet extends StackPane {
    private final Words words = Words.in(OwnMarkSheet.class);
    private final OwnMarkViewModel model;
    private final Runnable close;
    private final TextField word;
    private final ToggleGroup colours = new ToggleGroup();
    private final Label fault = Labels.styled("", "amber-text");

    /// @param now the mark in use
    public OwnMarkSheet(OwnMarkViewModel model, OwnMark now, Runnable close) {
        this.model = model;
        this.close = close;
        this.word = new TextField(now.word());
        word.setId("own-mark-word");
        Button keep = Buttons.primary(words.of("sheet.keep"), this::keep);
        keep.setId("own-mark-keep");
        keep.setDefaultButton(true);
        HBox buttons = new HBox(keep);
        buttons.getStyleClass().add("sheet-buttons");
        fault.managedProperty().bind(fault.textProperty().isNotEmpty());
        VBox sheet = new VBox(
                Labels.title(words.of("sheet.title")),
                Labels.text(words.of("sheet.text")),
                Labels.named(words.of("sheet.word"), word),
                colours(now),
                fault,
                buttons);
        sheet.getStyleClass().add("sheet");
        sheet.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getStyleClass().add("veil");
        getChildren().add(sheet);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                close.run();
            }
        });
    }

    /// Puts the focus where typing begins.
    public void begin() {
        word.requestFocus();
        word.selectAll();
    }

    private FlowPane colours(OwnMark now) {
        FlowPane row = new FlowPane();
        row.getStyleClass().add("own-mark-colours");
        for (OwnMark.Colour colour : OwnMark.Colour.values()) {
            String name = OwnMarkBadge.name(colour);
            ToggleButton choice = new ToggleButton(name, OwnMarkBadge.disc(colour));
            choice.setAccessibleText(name);
            choice.setUserData(colour);
            choice.setToggleGroup(colours);
            choice.setSelected(colour == now.colour());
            row.getChildren().add(choice);
        }
        return row;
    }

    private void keep() {
        boolean taken = colours.getSelectedToggle() instanceof ToggleButton chosen
                && chosen.getUserData() instanceof OwnMark.Colour colour
                && model.choose(word.getText(), colour);
        fault.setText(taken ? "" : words.of("sheet.fault", OwnMark.LONGEST));
        if (taken) {
            close.run();
        }
    }
}
