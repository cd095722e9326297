package org.waxwing.ui.shield;

import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.HBox;
import org.waxwing.ui.control.Labels;

/// Below the verdict on a letter that came through a mailing list: what is proven of the text above the
/// list's footer. The verdict on the whole stays what it is (RFC 9787 §6.2.1.1).
public final class ListedChip extends HBox {
    /// @param signer who signed the text, where that is proven
    /// @param another the signer's address, where that isn't the one in From
    public ListedChip(Optional<String> signer, Optional<String> another, VerdictWords words) {
        String sentence = words.listed(signer, another);
        getStyleClass().addAll("verdict", "listed");
        signer.ifPresent(_ -> getChildren().add(Mark.NIB.draw()));
        getChildren().add(Labels.styled(sentence, "verdict-sentence"));
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(sentence);
    }
}
