package org.waxwing.ui.reading;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.waxwing.crypto.EnclosedLetter;
import org.waxwing.ui.control.Buttons;
import org.waxwing.ui.control.Icons;
import org.waxwing.ui.control.Labels;
import org.waxwing.ui.text.Words;

/// The letters inside a letter, one card for each. None is opened before the person says so.
final class EnclosedCards extends VBox {
    private final Words words = Words.in(EnclosedCards.class);

    EnclosedCards(List<EnclosedLetter> letters, ReadingViewModel model) {
        getStyleClass().add("attachments");
        for (int i = 0; i < letters.size(); i++) {
            getChildren().add(card(letters.get(i), i + 1, letters.size(), model));
        }
    }

    private HBox card(EnclosedLetter letter, int number, int of, ReadingViewModel model) {
        String kind = switch (letter.kind()) {
            case SIGNED_PART -> words.of("enclosed.signedPart");
            case SEALED_PART -> words.of("enclosed.sealedPart");
            case FORWARDED -> words.of("enclosed.forwarded");
            case INLINE_PGP -> words.of("enclosed.inlinePgp");
        };
        Label says = Labels.styled(kind, "page-text");
        HBox.setHgrow(says, Priority.ALWAYS);
        says.setMaxWidth(Double.MAX_VALUE);
        Button open = Buttons.plain(words.of("enclosed.open"), () -> model.openInside(letter));
        open.setAccessibleText(words.of("enclosed.openSpoken", number, of, kind));
        open.setId("enclosed-" + number);
        HBox card = new HBox(Icons.of(Feather.MAIL), says, open);
        card.setAlignment(Pos.CENTER_LEFT);
        card.getStyleClass().add("enclosed-card");
        return card;
    }
}
