package org.waxwing.ui.mark;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.waxwing.app.account.OwnMark;
import org.waxwing.app.account.OwnMarks;
import org.waxwing.ui.task.Tasks;

/// The mark in use. What is read and what is kept goes one after the other, so the mark that is shown is
/// the one that was chosen last.
public final class OwnMarkViewModel {
    private final OwnMarks marks;
    private final Tasks tasks;
    private final ReadOnlyObjectWrapper<Optional<OwnMark>> mark = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Queue<Runnable> next = new ArrayDeque<>();
    private final List<Runnable> waiting = new ArrayList<>();
    private boolean busy;

    public OwnMarkViewModel(OwnMarks marks, Tasks tasks) {
        this.marks = marks;
        this.tasks = tasks;
    }

    /// Nothing before it was loaded.
    public ReadOnlyObjectProperty<Optional<OwnMark>> mark() {
        return mark.getReadOnlyProperty();
    }

    public void load() {
        inTurn(
                marks::mark,
                found -> {
                    // Another may have been chosen meanwhile, which is shown and about to be kept.
                    if (next.isEmpty()) {
                        mark.set(Optional.of(found));
                    }
                    List<Runnable> waited = List.copyOf(waiting);
                    waiting.clear();
                    waited.forEach(Runnable::run);
                },
                () -> {});
    }

    /// Does this as soon as the mark is there: at once where it is. Loads nothing by itself.
    public void whenLoaded(Runnable then) {
        if (mark.get().isPresent()) {
            then.run();
        } else {
            waiting.add(then);
        }
    }

    /// Takes another one, and keeps it. Where that breaks, the one that is kept is shown again.
    ///
    /// @return whether the word is one
    public boolean choose(String word, OwnMark.Colour colour) {
        Optional<OwnMark> chosen = OwnMark.of(word, colour);
        chosen.ifPresent(wanted -> {
            mark.set(chosen);
            inTurn(
                    () -> {
                        marks.choose(wanted);
                        return wanted;
                    },
                    _ -> {},
                    this::load);
        });
        return chosen.isPresent();
    }

    private <T> void inTurn(Supplier<T> work, Consumer<T> then, Runnable broken) {
        next.add(() -> tasks.run(
                work,
                answer -> {
                    then.accept(answer);
                    proceed();
                },
                () -> {
                    broken.run();
                    proceed();
                }));
        if (!busy) {
            proceed();
        }
    }

    private void proceed() {
        Optional<Runnable> first = Optional.ofNullable(next.poll());
        busy = first.isPresent();
        first.ifPresent(Runnable::run);
    }
}
