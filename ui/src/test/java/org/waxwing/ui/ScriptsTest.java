package org.waxwing.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.Node;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waxwing.app.mailbox.Letters.LetterId;
import org.waxwing.crypto.page.LetterContent;
import org.waxwing.ui.reading.BodyPages;
import org.waxwing.ui.reading.ReadingState;
import org.waxwing.ui.sample.SamplePages;
import org.waxwing.ui.theme.Look;

/// Letters in the scripts of the world are drawn, and soon.
class ScriptsTest {
    @ParameterizedTest
    @CsvSource({
        "'\u05E9\u05DC\u05D5\u05DD ', 200",
        "'\u0628\u0628\u0628 ', 1000",
        "'\u0628\u0628\u0628', 400",
        "'\u0628\u0628\u0628 abc ', 400",
        "'\u0915\u093F\u0915 ', 1000",
        "'\u0915\u093F', 1000",
        "'\u0E01\u0E34\u0E19', 1200",
        "'\u6C49\u5B57', 2000"
    })
    void areDrawn(String words, int times) {
        ReadingState.Shown letter = SamplePages.budget(new LetterId(1));
        String text = words.repeat(times).strip();
        LetterContent content = LetterContent.plain(text, List.of());
        long began = System.nanoTime();
        Window window = Window.on(() -> Window.of(
                Reading.showing(new ReadingState.Shown(
                        letter.id(),
                        letter.fields(),
                        content,
                        BodyPages.of(content),
                        letter.verdict(),
                        letter.outsideFrom(),
                        letter.details())),
                Look.LIGHT,
                800,
                860));
        try {
            double height = Window.on(() -> {
                window.scene.getRoot().applyCss();
                window.scene.getRoot().layout();
                Node flow = window.shell.lookup(".letter-flow");
                assertEquals("Text of the letter: " + text, flow.getAccessibleText());
                return flow.getLayoutBounds().getHeight();
            });
            assertTrue(height > 200, "drawn in lines, " + height);
        } finally {
            window.close();
        }
        assertTrue(System.nanoTime() - began < 15_000_000_000L, "took too long");
    }
}
