package org.waxwing.ui;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/// The root of the scene: one screen, a sheet over it when something must be asked, and a line of notice.
final class Shell extends StackPane {
    private static final Duration NOTICE = Duration.seconds(6);

    private final StackPane screen = new StackPane();
    private final StackPane sheets = new StackPane();
    private final Label notice = new Label();
    private final PauseTransition hide = new PauseTransition(NOTICE);

    Shell() {
        getStyleClass().add("shell");
        notice.getStyleClass().add("notice");
        notice.setAccessibleRole(AccessibleRole.TEXT);
        notice.setVisible(false);
        notice.setMouseTransparent(true);
        StackPane.setAlignment(notice, Pos.BOTTOM_CENTER);
        sheets.setPickOnBounds(false);
        sheets.setVisible(false);
        getChildren().addAll(screen, sheets, notice);
        hide.setOnFinished(_ -> notice.setVisible(false));
    }

    /// Shows this screen in place of the one before.
    void show(Parent shown) {
        screen.getChildren().setAll(shown);
    }

    /// Lays a sheet over the screen. There is never more than one.
    void lay(Node sheet) {
        sheets.getChildren().setAll(sheet);
        sheets.setVisible(true);
        screen.setDisable(true);
    }

    void liftSheet() {
        sheets.getChildren().clear();
        sheets.setVisible(false);
        screen.setDisable(false);
    }

    /// Says something for a few seconds, to the eyes and to a screen reader.
    void say(String text) {
        notice.setText(text);
        notice.setAccessibleText(text);
        notice.setVisible(true);
        notice.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        hide.playFromStart();
    }
}
