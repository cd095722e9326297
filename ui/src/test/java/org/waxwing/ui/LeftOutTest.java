package org.waxwing.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Objects;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.waxwing.ui.theme.Look;

/// Whoever writes down the digits of a backup learns which keys it lacks.
class LeftOutTest {
    private static String said(String screen) {
        Window window = Window.on(
                Objects.requireNonNull(new GalleryScreens(Look.LIGHT).all().get(screen)));
        try {
            return Window.on(() -> {
                Label label = (Label) window.shell.lookup("#left-out");
                return label.isVisible() && label.isManaged() ? label.getText() : "";
            });
        } finally {
            window.close();
        }
    }

    @Test
    void aKeyThatIsNotInTheBackupIsSaid() {
        assertEquals("", said("10-recovery-digits"));
        assertEquals(
                "One private key is not in the backup, because it keeps a passphrase that Waxwing was not given. Keep"
                        + " your own copy of it.",
                said("10-recovery-digits-key-left-out"));
    }
}
