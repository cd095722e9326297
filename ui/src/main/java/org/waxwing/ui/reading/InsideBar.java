package org.waxwing.ui.reading;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.waxwing.ui.control.Buttons;
import org.waxwing.ui.control.Icons;
import org.waxwing.ui.control.Labels;
import org.waxwing.ui.shield.Signers;
import org.waxwing.ui.text.Words;

/// Above the head of a letter that stands inside another: that it does, and the way back.
final class InsideBar extends HBox {
    private final Button back;

    InsideBar(ReadingViewModel model) {
        Words words = Words.in(InsideBar.class);
        String subject = Signers.plain(model.around().getLast().fields().subject());
        back = Buttons.plain(words.of("inside.back"), model::back);
        back.setGraphic(Icons.of(Feather.ARROW_LEFT));
        back.setAccessibleText(words.of("inside.backSpoken", subject.isEmpty() ? words.of("subject.none") : subject));
        back.setId("inside-back");
        Label says = Labels.styled(
                words.of("inside.says", model.around().size(), subject.isEmpty() ? words.of("subject.none") : subject),
                "inside-says");
        HBox.setHgrow(says, Priority.ALWAYS);
        says.setMaxWidth(Double.MAX_VALUE);
        getStyleClass().add("inside-bar");
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(back, says);
    }

    /// For who came here by keyboard.
    void focusBack() {
        back.requestFocus();
    }
}
