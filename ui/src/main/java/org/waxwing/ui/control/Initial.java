package org.waxwing.ui.control;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/// The first letter of a name in a disc. An ornament: it says nothing that the name beside it doesn't.
public final class Initial extends StackPane {
    private static final int SIZE = 36;

    public Initial(String name) {
        String first = name.isBlank() ? "" : name.substring(0, name.offsetByCodePoints(0, 1));
        Label letter = new Label(first.toUpperCase(Locale.ROOT));
        letter.getStyleClass().add("initial-letter");
        getChildren().add(letter);
        getStyleClass().add("initial");
        setMinSize(SIZE, SIZE);
        setPrefSize(SIZE, SIZE);
        setMaxSize(SIZE, SIZE);
    }
}
