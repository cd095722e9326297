package org.waxwing.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import org.waxwing.ui.sample.SampleProfile;
import org.waxwing.ui.theme.Look;

/// The main ways through the window, by keyboard.
class FlowTest {
    private final FxRobot robot = new FxRobot();
    private final SampleProfile profile = SampleProfile.inUse();
    private final Window window = Window.on(() -> Window.ofMail(profile, Look.LIGHT, 1360, 860));

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void writesAndSendsASealedLetterByKeyboard() {
        focusList();
        robot.push(KeyCode.W);
        robot.write("anna@chem.example,");
        settle();
        write("bare-field", "Trip budget");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        settle();
        assertEquals(
                "anna@chem.example",
                Window.on(() -> profile.sending.sealed().stream()
                        .map(letter -> letter.to().getFirst().address().text())
                        .findFirst()
                        .orElse("nothing sent")));
        assertTrue(profile.sending.postcards().isEmpty());
    }

    @Test
    void sendStaysShutWhileDaveIsNotReady() {
        focusList();
        robot.push(KeyCode.W);
        robot.write("dave@example.com,");
        settle();
        assertTrue(Window.on(() -> ((Button) window.shell.lookup("#send")).isDisabled()));
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        settle();
        assertTrue(profile.sending.sealed().isEmpty());
    }

    @Test
    void stepsThroughTheListAndAnswers() {
        focusList();
        robot.push(KeyCode.J);
        settle();
        robot.push(KeyCode.R);
        settle();
        assertTrue(Window.on(() -> GalleryScreens.composed(window)).contains("> "));
    }

    private void write(String style, String text) {
        Boolean _ = Window.on(() -> {
            window.shell.lookupAll("." + style).stream()
                    .filter(node -> "Subject".equals(node.getAccessibleText()))
                    .findFirst()
                    .orElseThrow()
                    .requestFocus();
            return true;
        });
        robot.write(text);
        settle();
    }

    private void focusList() {
        Boolean _ = Window.on(() -> {
            window.stage.requestFocus();
            window.shell.lookup("#letters").requestFocus();
            return true;
        });
        settle();
    }

    private static void settle() {
        WaitForAsyncUtils.waitForFxEvents();
    }
}
