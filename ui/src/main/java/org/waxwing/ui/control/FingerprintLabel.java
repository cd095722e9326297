package org.waxwing.ui.control;

import javafx.scene.control.TextArea;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.ui.text.Words;

/// A whole fingerprint in groups of four, to be selected and compared.
public final class FingerprintLabel extends TextArea {
    private static final int GROUP = 4;
    private static final int GROUPS_IN_A_LINE = 5;

    public FingerprintLabel(Fingerprint fingerprint) {
        super(grouped(fingerprint.hex()));
        setEditable(false);
        setPrefRowCount((int) getText().lines().count());
        Words words = Words.in(FingerprintLabel.class);
        setAccessibleText(words.of("fingerprint.spoken", getText()));
        getStyleClass().add("fingerprint");
    }

    static String grouped(String hex) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < hex.length(); i += GROUP) {
            if (i > 0) {
                text.append(i % (GROUP * GROUPS_IN_A_LINE) == 0 ? '\n' : ' ');
            }
            text.append(hex, i, Math.min(hex.length(), i + GROUP));
        }
        return text.toString();
    }
}
