package org.waxwing.ui;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.waxwing.app.read.PassphrasePrompt;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.ui.control.Buttons;
import org.waxwing.ui.control.Labels;
import org.waxwing.ui.control.PassphraseField;
import org.waxwing.ui.shield.Signers;
import org.waxwing.ui.text.Words;

/// Asks for the passphrase of a key in a sheet over the window. Asked from background work only; one
/// question waits for the other.
final class PassphraseSheet implements PassphrasePrompt {
    private final Shell shell;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    PassphraseSheet(Shell shell) {
        this.shell = shell;
    }

    @Override
    @SuppressWarnings("MustBeClosedChecker") // the port says that the caller closes it
    public Optional<Passphrase> ask(Fingerprint own, String owner, boolean again) {
        if (Platform.isFxApplicationThread()) {
            throw new IllegalStateException("a question from the window's own thread would stop the window");
        }
        oneAtATime.lock();
        try {
            CompletableFuture<Optional<char[]>> answer = new CompletableFuture<>();
            Platform.runLater(() -> lay(owner, again, answer));
            return answer.join().map(Passphrase::taking);
        } finally {
            oneAtATime.unlock();
        }
    }

    void lay(String owner, boolean again, CompletableFuture<Optional<char[]>> answer) {
        Words words = Words.in(PassphraseSheet.class);
        PassphraseField field = new PassphraseField(words.of("ask.passphrase"));
        Button open = Buttons.primary(words.of("ask.open"), () -> {
            shell.liftSheet();
            boolean _ = answer.complete(Optional.of(field.take()));
        });
        open.setDefaultButton(true);
        Button decline = Buttons.plain(words.of("ask.decline"), () -> {
            shell.liftSheet();
            boolean _ = answer.complete(Optional.empty());
        });
        decline.setCancelButton(true);
        HBox buttons = new HBox(open, decline);
        buttons.getStyleClass().add("sheet-buttons");
        VBox sheet = new VBox(
                Labels.title(words.of("ask.title")),
                Labels.text(words.of("ask.text", Signers.plain(owner))),
                Labels.named(words.of("ask.passphrase"), field));
        if (again) {
            sheet.getChildren().add(Labels.styled(words.of("ask.again"), "amber-text"));
        }
        sheet.getChildren().add(buttons);
        sheet.getStyleClass().add("sheet");
        sheet.setMaxSize(VBox.USE_PREF_SIZE, VBox.USE_PREF_SIZE);
        StackPane veil = new StackPane(sheet);
        veil.getStyleClass().add("veil");
        shell.lay(veil);
        field.requestFocus();
    }
}
