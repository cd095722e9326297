package org.waxwing.ui.mailbox;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.waxwing.app.trust.Card;
import org.waxwing.ui.control.Buttons;
import org.waxwing.ui.control.Icons;
import org.waxwing.ui.control.Labels;
import org.waxwing.ui.text.Dates;
import org.waxwing.ui.text.Words;

/// One calm line across the window about a seal that ends, with the one thing to do. Takes no room while
/// there is nothing to say.
final class SealEndBanner extends HBox {
    /// Good news needs no colour.
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");

    private final Words words = Words.in(SealEndBanner.class);
    private final SealEndViewModel model;
    private final SealEndWords sentences;

    SealEndBanner(SealEndViewModel model, Dates dates) {
        this.model = model;
        this.sentences = new SealEndWords(dates);
        getStyleClass().add("seal-end");
        setAccessibleRole(AccessibleRole.TEXT);
        model.state().subscribe(this::draw);
    }

    private void draw(SealEndState state) {
        String text = sentences.sentence(state);
        setVisible(!text.isEmpty());
        setManaged(!text.isEmpty());
        pseudoClassStateChanged(DONE, state instanceof SealEndState.Prolonged);
        Label sentence = Labels.styled(text, "seal-end-text");
        HBox.setHgrow(sentence, Priority.ALWAYS);
        sentence.setMaxWidth(Double.MAX_VALUE);
        FontIcon icon = icon(state);
        getChildren().setAll(icon, sentence);
        getChildren().addAll(buttons(state));
        setAccessibleText(text);
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    private List<Button> buttons(SealEndState state) {
        return switch (state) {
            case SealEndState.Nothing _, SealEndState.Working _ -> List.of();
            case SealEndState.EndsSoon soon ->
                List.of(prolong(words.of("seal.prolong"), soon.seal()), later(soon.seal()));
            case SealEndState.HasEnded ended ->
                List.of(prolong(words.of("seal.prolong"), ended.seal()), later(ended.seal()));
            case SealEndState.IssuersEnd issuers -> List.of(later(issuers.seal()));
            case SealEndState.Locked locked ->
                List.of(prolong(words.of("seal.again"), locked.seal()), later(locked.seal()));
            case SealEndState.NotKept not -> List.of(prolong(words.of("seal.again"), not.seal()), later(not.seal()));
            case SealEndState.Prolonged done -> List.of(close(done.seal()));
            case SealEndState.PartEnded part -> List.of(close(part.seal()));
            case SealEndState.Refused refused -> List.of(close(refused.seal()));
            case SealEndState.Gone gone -> List.of(close(gone.seal()));
        };
    }

    private Button prolong(String text, Card seal) {
        Button button = Buttons.plain(text, () -> model.prolong(seal));
        button.setId("prolong");
        return button;
    }

    private Button later(Card seal) {
        return Buttons.quiet(words.of("seal.later"), () -> model.putAside(seal));
    }

    private Button close(Card seal) {
        return Buttons.quiet(words.of("seal.close"), () -> model.putAside(seal));
    }

    private static FontIcon icon(SealEndState state) {
        return Icons.of(
                switch (state) {
                    case SealEndState.Nothing _, SealEndState.EndsSoon _, SealEndState.Working _ -> Feather.CLOCK;
                    case SealEndState.Prolonged _ -> Feather.CHECK;
                    case SealEndState.IssuersEnd issuers -> issuers.past() ? Feather.ALERT_TRIANGLE : Feather.CLOCK;
                    case SealEndState.HasEnded _,
                            SealEndState.PartEnded _,
                            SealEndState.Locked _,
                            SealEndState.Refused _,
                            SealEndState.Gone _,
                            SealEndState.NotKept _ -> Feather.ALERT_TRIANGLE;
                });
    }
}
