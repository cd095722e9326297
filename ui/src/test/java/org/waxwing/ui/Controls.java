package org.waxwing.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;

/// Looks through a scene for controls that a screen reader can't name or a hand can't hit.
final class Controls {
    private static final double SMALLEST = 32;

    private Controls() {}

    static List<String> faults(Parent root) {
        List<String> faults = new ArrayList<>();
        look(root, faults);
        return faults;
    }

    private static void look(Node node, List<String> faults) {
        if (!node.isVisible()) {
            return;
        }
        boolean ours = node instanceof Control control && isMeant(control);
        if (ours
                && (node.getAccessibleText() == null || node.getAccessibleText().isBlank())) {
            faults.add("no accessible text: " + describe(node));
        }
        if (node instanceof ButtonBase button && button.getHeight() > 0 && isMeant(button)) {
            if (button.getHeight() < SMALLEST || button.getWidth() < SMALLEST) {
                faults.add("smaller than 32: " + describe(node) + " " + button.getWidth() + "x" + button.getHeight());
            }
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> look(child, faults));
        }
    }

    /// What the program made; the parts that a control is made of are the toolkit's.
    private static boolean isMeant(Control control) {
        boolean speaking = control instanceof ButtonBase
                || control instanceof TextInputControl
                || control instanceof ListView<?>
                || control instanceof ComboBoxBase<?>
                || control instanceof ScrollPane;
        return speaking && !insideAnother(control);
    }

    private static boolean insideAnother(Control control) {
        for (Parent above = control.getParent(); above != null; above = above.getParent()) {
            if (above instanceof TextArea || above instanceof ComboBoxBase<?> || above instanceof ListView<?>) {
                return true;
            }
        }
        return false;
    }

    private static String describe(Node node) {
        String text = node instanceof ButtonBase button ? button.getText() : "";
        return node.getClass().getSimpleName() + " " + node.getStyleClass() + " " + text;
    }
}
