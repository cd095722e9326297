package org.waxwing.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import org.waxwing.ui.attack.Attack;
import org.waxwing.ui.reading.ReadingState;
import org.waxwing.ui.reading.ReadingViewModel;
import org.waxwing.ui.sample.SampleInside;
import org.waxwing.ui.sample.SamplePictures;
import org.waxwing.ui.shield.Verdict;
import org.waxwing.ui.theme.Look;

/// Letters inside letters, and pictures of others, by keyboard.
class InsideFlowTest {
    private final FxRobot robot = new FxRobot();
    private final SamplePictures web = new SamplePictures();
    private ReadingViewModel model = Reading.model(SampleInside.shown(SampleInside.FORWARDING), web);
    private Window window = Window.on(() -> Window.of(Reading.view(model), Look.LIGHT, 800, 860));

    @AfterEach
    void close() {
        window.close();
    }

    private void show(ReadingState state) {
        close();
        model = Reading.model(state, web);
        window = Window.on(() -> Window.of(Reading.view(model), Look.LIGHT, 800, 860));
    }

    @Test
    void opensOneInsideAndComesBackByKeyboard() {
        focus("enclosed-1");
        robot.push(KeyCode.SPACE);
        settle();
        assertEquals("Draft of chapter two", subject());
        assertEquals("inside-back", Window.on(() -> window.scene.getFocusOwner().getId()));
        assertFalse(has("posts-view"), "it was on no way of its own");
        assertTrue(Window.on(
                () -> window.shell.lookup("#inside-back").getAccessibleText().contains("Fwd: two things to read")));
        focus("enclosed-1");
        robot.push(KeyCode.SPACE);
        settle();
        assertEquals("Re: Draft", subject());
        robot.push(KeyCode.SPACE);
        settle();
        assertEquals("Draft of chapter two", subject());
        robot.push(KeyCode.SPACE);
        settle();
        assertEquals("Fwd: two things to read", subject());
        assertFalse(has("inside-back"));
    }

    @Test
    void theWayBackStaysWhileOneIsOpenedAndWhenItWasStopped() {
        close();
        Deque<Runnable> later = new ArrayDeque<>();
        model = Reading.model(SampleInside.shown(SampleInside.FORWARDING), web, later);
        window = Window.on(() -> Window.of(Reading.view(model), Look.LIGHT, 800, 860));
        opened(later);
        focus("enclosed-1");
        robot.push(KeyCode.SPACE);
        settle();
        assertTrue(has("inside-back"));
        awaitSkeleton();
        focus("stop-opening");
        robot.push(KeyCode.SPACE);
        settle();
        assertFalse(has("stop-opening"));
        assertEquals("inside-back", Window.on(() -> window.scene.getFocusOwner().getId()));
        robot.push(KeyCode.SPACE);
        settle();
        assertEquals("Fwd: two things to read", subject());
    }

    /// Quick letters would flicker.
    @Test
    void thatALetterIsBeingOpenedIsSeenAfterAMoment() {
        close();
        Deque<Runnable> later = new ArrayDeque<>();
        boolean atOnce = Window.on(() -> {
            model = Reading.model(SampleInside.shown(SampleInside.FORWARDING), web, later);
            window = Window.of(Reading.view(model), Look.LIGHT, 800, 860);
            return window.shell.lookup("#opening").isVisible();
        });
        assertFalse(atOnce);
        awaitSkeleton();
        opened(later);
        assertFalse(has("opening"));
    }

    private void awaitSkeleton() {
        try {
            WaitForAsyncUtils.waitFor(
                    20,
                    TimeUnit.SECONDS,
                    () -> Window.on(() -> window.shell.lookup("#opening").isVisible()));
        } catch (TimeoutException never) {
            throw new AssertionError(never);
        }
    }

    private static void opened(Deque<Runnable> later) {
        Boolean _ = Window.on(() -> {
            later.poll().run();
            return true;
        });
    }

    @Test
    @Attack(35)
    void theHeadOfALetterInsideShowsItsOwnVerdictAlone() {
        show(SampleInside.forged(SampleInside.FORWARDING, new Verdict.Signed("Ben Ito"), false));
        assertEquals(1, count(".verdict"));
        focus("enclosed-1");
        robot.push(KeyCode.SPACE);
        settle();
        assertEquals(1, count(".verdict"));
        assertTrue(Window.on(
                () -> window.shell.lookup(".verdict").getAccessibleText().startsWith("Postcard")));
    }

    @Test
    void aClearLetterInsideASealedOneIsNotSaidToHaveBeenReadableOnTheWay() {
        show(SampleInside.forged(SampleInside.FORWARDING, new Verdict.SenderUnknown(), false));
        focus("enclosed-1");
        robot.push(KeyCode.SPACE);
        settle();
        String spoken = Window.on(() -> window.shell.lookup(".verdict").getAccessibleText());
        assertTrue(spoken.startsWith("Postcard"), spoken);
        assertFalse(spoken.contains("Anyone on the way"), spoken);
        assertFalse(has("load-pictures"));
    }

    @Test
    void picturesComeOnAPressAndNotBefore() {
        show(SampleInside.shown(SampleInside.PICTURES));
        settle();
        assertEquals(List.of(), web.asked());
        focus("load-pictures");
        robot.push(KeyCode.SPACE);
        settle();
        assertEquals(3, web.asked().size());
        assertEquals(2, count(".image-view"));
        assertFalse(has("load-pictures"));
    }

    @Test
    @Attack(15)
    void aSealedLetterHasNoButtonForPictures() {
        show(SampleInside.forged(SampleInside.PICTURES, new Verdict.SenderUnknown(), false));
        assertFalse(has("load-pictures"));
        show(SampleInside.forged(SampleInside.PICTURES, new Verdict.Postcard(), true));
        assertFalse(has("load-pictures"));
        assertEquals(List.of(), web.asked());
    }

    @Test
    void aListsFooterStandsBelowARuleOfTheWindow() {
        show(SampleInside.listed());
        assertEquals(1, count(".list-footer-rule"));
        assertTrue(Window.on(
                () -> window.shell.lookup(".listed").getAccessibleText().contains("signed by Ben Ito")));
        assertTrue(Window.on(
                () -> window.shell.lookup(".verdict").getAccessibleText().startsWith("Postcard")));
    }

    private String subject() {
        return Window.on(
                () -> ((ReadingState.Shown) model.state().get()).fields().subject());
    }

    private boolean has(String id) {
        return Window.on(() -> window.shell.lookup("#" + id) != null);
    }

    private int count(String style) {
        return Window.on(() -> {
            window.shell.applyCss();
            window.shell.layout();
            return (int) window.shell.lookupAll(style).stream()
                    .filter(node -> !node.getStyleClass().contains("listed"))
                    .count();
        });
    }

    private void focus(String id) {
        Boolean _ = Window.on(() -> {
            window.stage.requestFocus();
            window.shell.applyCss();
            window.shell.layout();
            Node node = window.shell.lookup("#" + id);
            node.requestFocus();
            return true;
        });
        settle();
    }

    private static void settle() {
        WaitForAsyncUtils.waitForFxEvents();
    }
}
