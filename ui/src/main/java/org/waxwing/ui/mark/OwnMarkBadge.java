package org.waxwing.ui.mark;

import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.waxwing.app.account.OwnMark;
import org.waxwing.ui.text.Words;

/// The mark as it stands beside a verdict: the word, and a disc in the colour. Pressing it is how to choose
/// another.
public final class OwnMarkBadge extends Button {
    public OwnMarkBadge(OwnMark mark, Runnable change) {
        super(mark.word(), disc(mark.colour()));
        Words words = Words.in(OwnMarkBadge.class);
        setId("own-mark");
        setAccessibleText(words.of("badge.spoken", mark.word(), name(mark.colour())));
        setTooltip(new Tooltip(words.of("badge.hint")));
        setOnAction(_ -> change.run());
        setMinWidth(USE_PREF_SIZE);
        getStyleClass().addAll("flat", "own-mark");
    }

    static Region disc(OwnMark.Colour colour) {
        Region disc = new Region();
        disc.getStyleClass().addAll("own-mark-disc", "own-mark-" + colour.name().toLowerCase(Locale.ROOT));
        return disc;
    }

    static String name(OwnMark.Colour colour) {
        Words words = Words.in(OwnMarkBadge.class);
        return switch (colour) {
            case PLUM -> words.of("colour.plum");
            case BLUE -> words.of("colour.blue");
            case TEAL -> words.of("colour.teal");
            case OCHRE -> words.of("colour.ochre");
            case BRICK -> words.of("colour.brick");
            case ROSE -> words.of("colour.rose");
            case SLATE -> words.of("colour.slate");
            case VIOLET -> words.of("colour.violet");
        };
    }
}
