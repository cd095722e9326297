package org.waxwing.ui.shield;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.waxwing.ui.text.Words;

/// A verdict as the reader sees it: shape, word and sentence in one row that takes the focus, so that a
/// screen reader speaks it.
public final class VerdictChip extends HBox {
    public VerdictChip(Verdict verdict, VerdictWords verdictWords) {
        this(verdict, verdictWords, false);
    }

    /// @param sealedAround the letter stands inside one that was sealed
    public VerdictChip(Verdict verdict, VerdictWords verdictWords, boolean sealedAround) {
        Words words = Words.in(VerdictChip.class);
        Label word = new Label(verdictWords.word(verdict), mark(verdict).draw());
        word.getStyleClass().add("verdict-word");
        word.setMinWidth(USE_PREF_SIZE);
        Label sentence =
                new Label(sealedAround ? verdictWords.sentenceInsideSealed(verdict) : verdictWords.sentence(verdict));
        sentence.getStyleClass().add("verdict-sentence");
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        setHgrow(sentence, Priority.ALWAYS);
        getStyleClass().addAll("verdict", tone(verdict));
        getChildren().addAll(word, sentence);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(words.of("chip.spoken", word.getText(), sentence.getText()));
    }

    static Mark mark(Verdict verdict) {
        return switch (verdict) {
            case Verdict.SealedAndChecked _, Verdict.SealedByYou _ -> Mark.SEAL_FILLED;
            case Verdict.SealedAndKnown _ -> Mark.SEAL_OUTLINE;
            case Verdict.Signed _ -> Mark.NIB;
            case Verdict.Postcard _ -> Mark.POSTCARD;
            case Verdict.SenderUnknown _, Verdict.Unproven _ -> Mark.SEAL_QUESTION;
            case Verdict.StillLocked _ -> Mark.LOCKED_SEAL;
            case Verdict.Withheld withheld ->
                switch (withheld.reason()) {
                    case NO_KEY, UNSUPPORTED, RULED_OUT, CANCELLED -> Mark.SEAL_CRACKED;
                    case NOT_INTACT,
                            MALFORMED,
                            TOO_DEEP,
                            TOO_MANY_PARTS,
                            LONG_HEADER,
                            UNPACKS_TOO_FAR,
                            TOO_LARGE,
                            TOO_LONG -> Mark.SEAL_TORN;
                };
        };
    }

    private static String tone(Verdict verdict) {
        return switch (verdict) {
            case Verdict.SealedAndChecked _, Verdict.SealedAndKnown _, Verdict.SealedByYou _, Verdict.Signed _ ->
                "tone-plain";
            case Verdict.Postcard _ -> "tone-quiet";
            case Verdict.SenderUnknown _, Verdict.Unproven _, Verdict.StillLocked _ -> "tone-amber";
            case Verdict.Withheld withheld ->
                switch (withheld.reason()) {
                    case NO_KEY, UNSUPPORTED, RULED_OUT, CANCELLED -> "tone-amber";
                    case NOT_INTACT,
                            MALFORMED,
                            TOO_DEEP,
                            TOO_MANY_PARTS,
                            LONG_HEADER,
                            UNPACKS_TOO_FAR,
                            TOO_LARGE,
                            TOO_LONG -> "tone-red";
                };
        };
    }
}
