package org.waxwing.ui.reading;

import java.util.List;
import java.util.Optional;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.waxwing.crypto.CryptographicPayload.Note;
import org.waxwing.ui.control.Labels;
import org.waxwing.ui.shield.Marks;
import org.waxwing.ui.text.Words;

/// That the cipher of a letter protects little, or nothing, over its text where no letter can draw.
final class CipherBar extends HBox {
    private static final Words WORDS = Words.in(CipherBar.class);

    private CipherBar(String sentence) {
        var says = Labels.styled(sentence, "bar-text");
        says.setWrapText(true);
        says.setMinHeight(USE_PREF_SIZE);
        setHgrow(says, Priority.ALWAYS);
        getChildren().addAll(Marks.warning(), says);
        getStyleClass().addAll("warning-bar", "tone-red");
    }

    /// Nothing where the cipher is sound, or there is none.
    static Optional<CipherBar> of(List<Note> notes) {
        return sentence(notes).map(CipherBar::new);
    }

    static Optional<String> sentence(List<Note> notes) {
        if (notes.contains(Note.BROKEN_CIPHER)) {
            return Optional.of(WORDS.of("note.brokenCipher"));
        }
        return notes.contains(Note.WEAK_CIPHER) ? Optional.of(WORDS.of("note.weakCipher")) : Optional.empty();
    }
}
