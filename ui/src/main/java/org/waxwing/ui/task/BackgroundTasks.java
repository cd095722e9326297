package org.waxwing.ui.task;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;

/// One virtual thread for each piece of work, and the window's thread for the answers.
public final class BackgroundTasks implements Tasks {
    private static final System.Logger LOG = System.getLogger(BackgroundTasks.class.getName());

    private final Runnable tell;

    /// @param tell tells the person that something broke; runs on the window's thread
    public BackgroundTasks(Runnable tell) {
        this.tell = tell;
    }

    @Override
    public <T> void run(Supplier<T> work, Consumer<T> then, Runnable broken) {
        Thread.ofVirtual().start(() -> {
            try {
                T answer = work.get();
                Platform.runLater(() -> then.accept(answer));
            } catch (RuntimeException | Error failure) {
                // The stated edge, for errors too: somebody waits for the answer. The type says what broke, the
                // message could hold something private.
                LOG.log(
                        System.Logger.Level.ERROR,
                        "background work ended with {0}",
                        failure.getClass().getName());
                Platform.runLater(() -> {
                    broken.run();
                    tell.run();
                });
            }
        });
    }
}
