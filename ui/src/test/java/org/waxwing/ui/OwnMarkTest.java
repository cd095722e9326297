package org.waxwing.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import org.waxwing.app.account.OwnMark;
import org.waxwing.app.mailbox.Letters.LetterId;
import org.waxwing.ui.attack.Attack;
import org.waxwing.ui.mark.OwnMarkViewModel;
import org.waxwing.ui.reading.ReadingState;
import org.waxwing.ui.sample.SampleBodies;
import org.waxwing.ui.sample.SampleInside;
import org.waxwing.ui.sample.SampleMarks;
import org.waxwing.ui.sample.SamplePages;
import org.waxwing.ui.sample.SampleProfile;
import org.waxwing.ui.shield.Verdict;
import org.waxwing.ui.task.Tasks;
import org.waxwing.ui.theme.Look;

/// A letter that draws a seal of its own can't draw the person's own mark beside it.
class OwnMarkTest {
    private final FxRobot robot = new FxRobot();
    private Window window =
            Window.on(() -> Window.of(Reading.showing(new ReadingState.Nothing()), Look.LIGHT, 400, 400));

    @AfterEach
    void close() {
        window.close();
    }

    private void show(Parent view) {
        window.stage.close();
        window = Window.of(view, Look.LIGHT, 900, 860);
        window.shell.applyCss();
        window.shell.layout();
    }

    @Test
    @Attack(21)
    void itStandsInTheHeadOfEveryLetterAndNowhereInItsBody() {
        LetterId id = new LetterId(1);
        for (ReadingState state : List.of(
                SampleBodies.hostile(),
                SamplePages.budget(id),
                SamplePages.postcard(id),
                SamplePages.withheld(id, new Verdict.StillLocked(Optional.empty())),
                SampleInside.shown(SampleInside.FORWARDING))) {
            List<Boolean> where = Window.on(() -> {
                show(Reading.showing(state));
                List<Boolean> inHead = window.shell.lookupAll(".own-mark").stream()
                        .map(node -> isUnder(node, "letter-head") && !isUnder(node, "letter-page"))
                        .toList();
                return inHead;
            });
            assertEquals(List.of(true), where);
        }
        assertFalse(SampleBodies.hostile().pages().first().text().contains("heron"));
    }

    @Test
    @Attack(21)
    void aLetterInsideAnotherHasItInItsOwnHead() {
        int badges = Window.on(() -> {
            show(Reading.showing(SampleInside.shown(SampleInside.FORWARDING)));
            ((ButtonBase) window.shell.lookup("#enclosed-1")).fire();
            window.shell.applyCss();
            window.shell.layout();
            return window.shell.lookupAll(".own-mark").size();
        });
        assertEquals(1, badges);
    }

    @Test
    void itIsChangedByKeyboardAndKept() {
        SampleProfile profile = SampleProfile.inUse();
        Boolean _ = Window.on(() -> {
            window.stage.close();
            window = Window.ofMail(profile, Look.LIGHT, 1360, 860);
            window.shell.applyCss();
            window.shell.layout();
            GalleryScreens.choose(window, 0);
            window.shell.applyCss();
            window.shell.layout();
            window.stage.requestFocus();
            window.shell.lookup("#own-mark").requestFocus();
            return true;
        });
        settle();
        robot.push(KeyCode.SPACE);
        settle();
        robot.write("grey seal!");
        robot.push(KeyCode.ENTER);
        settle();
        assertEquals(new OwnMark("heron", OwnMark.Colour.PLUM), profile.marks.mark(), "no word, so nothing changed");
        Boolean _ = Window.on(() -> {
            TextField word = (TextField) window.shell.lookup("#own-mark-word");
            word.selectAll();
            return true;
        });
        robot.write("otter");
        robot.push(KeyCode.ENTER);
        settle();
        assertEquals(new OwnMark("otter", OwnMark.Colour.PLUM), profile.marks.mark());
        assertTrue(Window.on(
                () -> window.shell.lookup("#own-mark").getAccessibleText().contains("otter")));
    }

    @Test
    void anotherWordAndColourAreTakenOnlyWhereTheyAreOne() {
        SampleMarks marks = new SampleMarks();
        OwnMarkViewModel model = new OwnMarkViewModel(marks, Tasks.immediate());
        assertTrue(model.mark().get().isEmpty());
        model.load();
        assertFalse(model.choose(" ", OwnMark.Colour.BLUE));
        assertEquals("heron", model.mark().get().orElseThrow().word());
        assertTrue(model.choose(" wren ", OwnMark.Colour.BLUE));
        assertEquals(new OwnMark("wren", OwnMark.Colour.BLUE), marks.mark());
        assertEquals(marks.mark(), model.mark().get().orElseThrow());
    }

    private static boolean isUnder(Node node, String style) {
        for (Node above = node; above != null; above = above.getParent()) {
            if (above.getStyleClass().contains(style)) {
                return true;
            }
        }
        return false;
    }

    private static void settle() {
        WaitForAsyncUtils.waitForFxEvents();
    }
}
