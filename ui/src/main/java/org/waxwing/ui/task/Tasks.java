package org.waxwing.ui.task;

import java.util.function.Consumer;
import java.util.function.Supplier;

/// Runs work away from the window and brings its answer back.
public interface Tasks {
    /// Does the work in the background, then hands the answer over on the window's thread. What breaks in
    /// between is shown to the person and `then` is not called.
    default <T> void run(Supplier<T> work, Consumer<T> then) {
        run(work, then, () -> {});
    }

    /// As above.
    ///
    /// @param broken what else to do when the work broke, on the window's thread
    <T> void run(Supplier<T> work, Consumer<T> then, Runnable broken);

    /// Work without an answer.
    default void run(Runnable work) {
        run(
                () -> {
                    work.run();
                    return Boolean.TRUE;
                },
                _ -> {});
    }

    /// Everything at once, in the caller's thread: for tests and the gallery.
    static Tasks immediate() {
        return new Tasks() {
            @Override
            public <T> void run(Supplier<T> work, Consumer<T> then, Runnable broken) {
                then.accept(work.get());
            }
        };
    }
}
