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
import org.waxwing.app.read.PinAnswer;
import org.waxwing.app.read.PinQuestion;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.ui.control.Buttons;
import org.waxwing.ui.control.Labels;
import org.waxwing.ui.control.PassphraseField;
import org.waxwing.ui.shield.Signers;
import org.waxwing.ui.text.Words;

/// Asks for the passphrase of a key, or the PIN of a token, in a sheet over the window. Asked from background work
/// only; one question waits for the other.
final class PassphraseSheet implements PassphrasePrompt {
    private final Shell shell;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private volatile CompletableFuture<Optional<char[]>> open = new CompletableFuture<>();
    private volatile boolean over;

    PassphraseSheet(Shell shell) {
        this.shell = shell;
    }

    /// What the sheet says.
    ///
    /// @param warning in a colour of its own; empty where there is none
    record Question(String title, String text, String label, String warning) {}

    @Override
    @SuppressWarnings("MustBeClosedChecker") // the port says that the caller closes it
    public Optional<Passphrase> ask(Fingerprint own, String owner, boolean again) {
        return answered(passphrase(owner, again)).map(Passphrase::taking);
    }

    @Override
    public PinAnswer askPin(PinQuestion question) {
        return answered(pin(question))
                .filter(typed -> typed.length > 0)
                .<PinAnswer>map(PassphraseSheet::given)
                .orElseGet(PinAnswer.NotGiven::new);
    }

    @SuppressWarnings("MustBeClosedChecker") // whoever asks closes it
    private static PinAnswer given(char[] typed) {
        return new PinAnswer.Given(Passphrase.taking(typed));
    }

    static Question passphrase(String owner, boolean again) {
        Words words = Words.in(PassphraseSheet.class);
        return new Question(
                words.of("ask.title"),
                words.of("ask.text", Signers.plain(owner)),
                words.of("ask.passphrase"),
                again ? words.of("ask.again") : "");
    }

    static Question pin(PinQuestion question) {
        Words words = Words.in(PassphraseSheet.class);
        String warning = switch (question.tries()) {
            case ALL -> "";
            case FEWER -> words.of("ask.pinFewer");
            case LAST -> words.of("ask.pinLast");
        };
        return new Question(
                words.of("ask.pinTitle"),
                words.of("ask.pinText", Signers.plain(question.token().name())),
                words.of("ask.pin"),
                warning);
    }

    private Optional<char[]> answered(Question question) {
        if (Platform.isFxApplicationThread()) {
            throw new IllegalStateException("a question from the window's own thread would stop the window");
        }
        oneAtATime.lock();
        try {
            CompletableFuture<Optional<char[]>> answer = new CompletableFuture<>();
            open = answer;
            if (over) {
                return Optional.empty();
            }
            Platform.runLater(() -> lay(question, answer));
            return answer.join();
        } finally {
            oneAtATime.unlock();
        }
    }

    /// Answers the question that is open with "no", and every later one: nobody can see them any more. Whoever
    /// asks may hold what the closing of the profile waits for.
    void close() {
        over = true;
        boolean _ = open.complete(Optional.empty());
    }

    void lay(Question question, CompletableFuture<Optional<char[]>> answer) {
        Words words = Words.in(PassphraseSheet.class);
        PassphraseField field = new PassphraseField(question.label());
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
                Labels.title(question.title()), Labels.text(question.text()), Labels.named(question.label(), field));
        if (!question.warning().isEmpty()) {
            sheet.getChildren().add(Labels.styled(question.warning(), "amber-text"));
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
