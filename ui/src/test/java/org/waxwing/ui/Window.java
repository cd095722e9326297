package org.waxwing.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.waxwing.ui.sample.Sample;
import org.waxwing.ui.sample.SamplePages;
import org.waxwing.ui.sample.SampleProfile;
import org.waxwing.ui.task.Tasks;
import org.waxwing.ui.theme.Look;
import org.waxwing.ui.theme.Theme;

/// The real screens over sample use cases, in a window that nobody sees.
final class Window {
    private static final int SECONDS = 20;
    private static final CountDownLatch STARTED = new CountDownLatch(1);

    final Stage stage = new Stage();
    final Shell shell = new Shell();
    final Scene scene;
    final Screens screens;

    private Window(Look look, double width, double height) {
        scene = new Scene(shell, width, height);
        FilePicking picking = new FilePicking() {
            @Override
            public Optional<Path> whereToSave(String suggestedName) {
                return Optional.of(Path.of("target", suggestedName));
            }

            @Override
            public List<Path> pick() {
                return List.of(Path.of("keys.asc"));
            }
        };
        screens = new Screens(shell, scene, Tasks.immediate(), picking, Sample.dates(), look, _ -> new SamplePages());
        stage.setScene(scene);
        stage.setWidth(width);
        stage.setHeight(height);
    }

    /// The three panes of a profile.
    static Window ofMail(SampleProfile profile, Look look, double width, double height) {
        Window window = new Window(look, width, height);
        window.screens.open(profile.waxwing());
        window.stage.show();
        return window;
    }

    /// Unlocking, or the first run.
    static Window ofStart(SampleProfile profile, Look look) {
        Window window = new Window(look, 1360, 860);
        window.screens.start(profile);
        window.stage.show();
        return window;
    }

    /// Any one view.
    static Window of(Parent view, Look look, double width, double height) {
        Window window = new Window(look, width, height);
        window.shell.show(view);
        window.stage.show();
        return window;
    }

    /// From any thread.
    void close() {
        Boolean _ = on(() -> {
            stage.close();
            return true;
        });
    }

    /// Starts the toolkit once for all tests, and does the work on its thread.
    static <T> T on(Supplier<T> work) {
        startToolkit();
        CompletableFuture<T> answer = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                answer.complete(work.get());
            } catch (RuntimeException | Error failure) {
                answer.completeExceptionally(failure);
            }
        });
        try {
            return answer.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            throw new AssertionError(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    private static synchronized void startToolkit() {
        if (STARTED.getCount() == 0) {
            return;
        }
        try {
            Platform.startup(Theme::loadFonts);
        } catch (IllegalStateException alreadyRunning) {
            Platform.runLater(Theme::loadFonts);
        }
        Platform.setImplicitExit(false);
        STARTED.countDown();
    }
}
