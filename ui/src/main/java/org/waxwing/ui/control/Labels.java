package org.waxwing.ui.control;

import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;

/// Text in its few sizes, and fields with their names above.
public final class Labels {
    private Labels() {}

    /// A heading of a page.
    public static Label title(String text) {
        return styled(text, "page-title");
    }

    /// Running text, wrapped.
    public static Label text(String text) {
        return styled(text, "page-text");
    }

    /// Text of the second rank.
    public static Label quiet(String text) {
        return styled(text, "quiet-text");
    }

    /// Text with a style class, wrapped, never cut.
    public static Label styled(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }

    /// A field with its name above it.
    public static VBox named(String name, TextInputControl field) {
        Label label = styled(name, "field-name");
        label.setLabelFor(field);
        field.setAccessibleText(name);
        VBox box = new VBox(label, field);
        box.getStyleClass().add("field-box");
        return box;
    }
}
