package org.waxwing.ui.compose;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.waxwing.app.compose.SealedRuns;
import org.waxwing.crypto.CleartextConsent;
import org.waxwing.ui.control.Buttons;
import org.waxwing.ui.control.Labels;
import org.waxwing.ui.text.Words;

/// The one question before a postcard, and the only place in the window where the consent is made. While
/// the letter holds text of sealed letters, the question is what to do with each run of it.
final class PostcardSheet extends StackPane {
    private static final int SHOWN_CHARACTERS = 160;

    private final Words words = Words.in(PostcardSheet.class);
    private final ComposeViewModel model;
    private final Button send;
    private final Button stay;
    private final VBox sealed = new VBox();

    PostcardSheet(ComposeViewModel model, Runnable close) {
        this.model = model;
        getStyleClass().add("veil");
        send = Buttons.plain(words.of("postcard.send"), () -> {
            close.run();
            model.sendPostcard(CleartextConsent.thePersonChosePostcard());
        });
        send.setId("postcard-send");
        stay = Buttons.primary(words.of("postcard.stay"), close);
        HBox buttons = new HBox(stay, send);
        buttons.getStyleClass().add("sheet-buttons");
        sealed.getStyleClass().add("sealed-runs");
        VBox sheet = new VBox(
                Labels.title(words.of("postcard.title")), Labels.text(words.of("postcard.text")), sealed, buttons);
        sheet.getStyleClass().add("sheet");
        sheet.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().add(sheet);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                close.run();
            }
        });
        draw();
    }

    void begin() {
        stay.requestFocus();
    }

    private void draw() {
        SealedGuard guard = model.guard();
        sealed.getChildren().clear();
        send.setDisable(!guard.clean());
        if (guard.clean()) {
            return;
        }
        sealed.getChildren().add(Labels.styled(words.of("postcard.sealed"), "amber-text"));
        VBox runs = new VBox();
        if (guard.subjectIsSealed()) {
            Label subject =
                    Labels.text(words.of("postcard.subject", model.subject().get()));
            runs.getChildren().add(row(subject, choice(words.of("postcard.remove"), guard::removeSubject)));
        }
        for (SealedRuns.Run run : guard.runs()) {
            Label what = Labels.text(words.of("postcard.run", run.first() + 1, run.last() + 1, shown(run.text())));
            runs.getChildren()
                    .add(row(
                            what,
                            choice(words.of("postcard.remove"), () -> guard.remove(run)),
                            choice(words.of("postcard.release"), () -> guard.release(run))));
        }
        ScrollPane scroll = new ScrollPane(runs);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(260);
        sealed.getChildren().addAll(scroll, Labels.quiet(words.of("postcard.waits")));
    }

    private Button choice(String name, Runnable act) {
        return Buttons.quiet(name, () -> {
            act.run();
            draw();
        });
    }

    private static HBox row(Label what, Button... choices) {
        HBox.setHgrow(what, Priority.ALWAYS);
        what.setMaxWidth(Double.MAX_VALUE);
        HBox row = new HBox(what);
        row.getChildren().addAll(choices);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("sealed-run");
        return row;
    }

    private static String shown(String text) {
        String line = text.replace('\n', ' ').strip();
        return line.length() <= SHOWN_CHARACTERS ? line : line.substring(0, SHOWN_CHARACTERS) + "…";
    }
}
