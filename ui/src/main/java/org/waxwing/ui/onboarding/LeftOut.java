package org.waxwing.ui.onboarding;

import javafx.scene.control.Label;
import org.waxwing.ui.control.Labels;
import org.waxwing.ui.text.Words;

/// One line about private keys that are not in a backup, which takes no room where all are.
final class LeftOut {
    private LeftOut() {}

    static Label label(int keys) {
        Words words = Words.in(LeftOut.class);
        Label label = Labels.styled(words.of("leftOut", keys), "amber-text");
        label.setId("left-out");
        label.setWrapText(true);
        label.setVisible(keys > 0);
        label.setManaged(keys > 0);
        return label;
    }
}
