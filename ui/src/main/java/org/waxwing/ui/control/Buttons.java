package org.waxwing.ui.control;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;

/// Buttons of the few kinds that there are.
public final class Buttons {
    private Buttons() {}

    /// The one thing to do on a screen.
    public static Button primary(String text, Runnable action) {
        Button button = plain(text, action);
        button.getStyleClass().add("primary");
        return button;
    }

    /// One of several things to do.
    public static Button plain(String text, Runnable action) {
        Button button = new Button(text);
        button.setAccessibleText(text);
        button.setOnAction(_ -> action.run());
        button.setMinWidth(Button.USE_PREF_SIZE);
        return button;
    }

    /// One that looks like text, for what is rarely wanted.
    public static Button quiet(String text, Runnable action) {
        Button button = plain(text, action);
        button.getStyleClass().addAll("flat", "quiet");
        return button;
    }

    /// An icon whose words are spoken and shown on hover.
    public static Button icon(Feather icon, String words, Runnable action) {
        Button button = new Button("", Icons.of(icon));
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
        button.setOnAction(_ -> action.run());
        button.getStyleClass().addAll("flat", "icon-only");
        return button;
    }
}
