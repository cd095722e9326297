package org.waxwing.ui.reading;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.waxwing.app.read.Finding;
import org.waxwing.ui.control.Labels;
import org.waxwing.ui.shield.Marks;
import org.waxwing.ui.text.Words;

/// What this computer remembers about a letter, over its text where no letter can draw.
final class FindingBar extends HBox {
    private final Words words = Words.in(FindingBar.class);

    FindingBar(Finding finding) {
        Label says = Labels.styled(sentence(finding), "bar-text");
        says.setWrapText(true);
        says.setMinHeight(USE_PREF_SIZE);
        setHgrow(says, Priority.ALWAYS);
        getChildren().addAll(mark(finding), says);
        getStyleClass().addAll("warning-bar", "tone-red");
    }

    private String sentence(Finding finding) {
        return switch (finding) {
            case Finding.ThreadWasSealed _ -> words.of("finding.threadWasSealed");
            case Finding.CertificateInYourName(var address, var fingerprint) ->
                words.of("finding.certificateInYourName", address.text(), fingerprint.hex());
        };
    }

    private static Node mark(Finding finding) {
        return switch (finding) {
            case Finding.ThreadWasSealed _ -> Marks.postcard();
            case Finding.CertificateInYourName _ -> Marks.warning();
        };
    }
}
