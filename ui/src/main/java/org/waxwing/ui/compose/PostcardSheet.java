package org.waxwing.ui.compose;

import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.waxwing.crypto.CleartextConsent;
import org.waxwing.ui.control.Buttons;
import org.waxwing.ui.control.Labels;
import org.waxwing.ui.text.Words;

/// The one question before a postcard, and the only place in the window where the consent is made.
final class PostcardSheet extends StackPane {
    private final Words words = Words.in(PostcardSheet.class);
    private final Button stay;

    PostcardSheet(ComposeViewModel model, Runnable close) {
        getStyleClass().add("veil");
        int quotes = model.sealedQuotes();
        Button send = Buttons.plain(
                quotes == 0 ? words.of("postcard.send") : words.of("postcard.sendWithoutQuotes", quotes), () -> {
                    close.run();
                    model.sendPostcard(CleartextConsent.thePersonChosePostcard());
                });
        send.setId("postcard-send");
        stay = Buttons.primary(words.of("postcard.stay"), close);
        HBox buttons = new HBox(stay, send);
        buttons.getStyleClass().add("sheet-buttons");
        VBox sheet = new VBox(Labels.title(words.of("postcard.title")), Labels.text(words.of("postcard.text")));
        if (quotes > 0) {
            sheet.getChildren().add(Labels.styled(words.of("postcard.quotes", quotes), "amber-text"));
        }
        sheet.getChildren().add(buttons);
        sheet.getStyleClass().add("sheet");
        sheet.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().add(sheet);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                close.run();
            }
        });
    }

    void begin() {
        stay.requestFocus();
    }
}
