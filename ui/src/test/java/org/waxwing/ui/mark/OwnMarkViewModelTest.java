package org.waxwing.ui.mark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.waxwing.app.account.OwnMark;
import org.waxwing.app.account.OwnMark.Colour;
import org.waxwing.ui.attack.Attack;
import org.waxwing.ui.sample.SampleMarks;
import org.waxwing.ui.task.Tasks;

/// Threads may finish in any order; what is read and kept of the mark does not depend on it.
class OwnMarkViewModelTest {
    private static final OwnMark HERON = new OwnMark("heron", Colour.PLUM);
    private static final OwnMark OTTER = new OwnMark("otter", Colour.BLUE);
    private static final OwnMark WREN = new OwnMark("wren", Colour.BLUE);

    private final SampleMarks marks = new SampleMarks();
    private final AnyOrder tasks = new AnyOrder();
    private final OwnMarkViewModel model = new OwnMarkViewModel(marks, tasks);

    @Test
    void whoWaitsForTheMarkGetsItOnceItIsThere() {
        List<Optional<OwnMark>> seen = new ArrayList<>();
        model.whenLoaded(() -> seen.add(model.mark().get()));
        assertEquals(List.of(), seen);
        model.load();
        tasks.doLast();
        assertEquals(List.of(Optional.of(HERON)), seen);
        model.whenLoaded(() -> seen.add(model.mark().get()));
        assertEquals(2, seen.size());
        model.load();
        tasks.doLast();
        assertEquals(2, seen.size(), "each waits once");
    }

    @Test
    @Attack(21)
    void theMarkThatWasChosenLastIsKept() {
        model.load();
        tasks.doLast();
        assertTrue(model.choose("otter", Colour.BLUE));
        assertTrue(model.choose("wren", Colour.BLUE));
        while (tasks.isWorking()) {
            tasks.doLast();
        }
        assertEquals(WREN, marks.mark());
        assertEquals(Optional.of(WREN), model.mark().get());
    }

    @Test
    @Attack(21)
    void whatWasReadBeforeAChoiceIsNotShownAfterIt() {
        model.load();
        assertTrue(model.choose("otter", Colour.BLUE));
        model.load();
        while (tasks.isWorking()) {
            tasks.doLast();
            assertEquals(Optional.of(OTTER), model.mark().get());
        }
        assertEquals(OTTER, marks.mark());
    }

    @Test
    void whatBreaksHoldsNobodyUp() {
        model.load();
        tasks.breakLast();
        model.load();
        tasks.doLast();
        assertEquals(Optional.of(HERON), model.mark().get());
        assertTrue(model.choose("otter", Colour.BLUE));
        tasks.breakLast();
        tasks.doLast();
        assertEquals(Optional.of(HERON), model.mark().get(), "the otter was not kept");
    }

    /// The piece of work that began last is done first.
    private static final class AnyOrder implements Tasks {
        private final List<Runnable> begun = new ArrayList<>();
        private final List<Runnable> breaking = new ArrayList<>();

        @Override
        public <T> void run(Supplier<T> work, Consumer<T> then, Runnable broken) {
            begun.add(() -> then.accept(work.get()));
            breaking.add(broken);
        }

        boolean isWorking() {
            return !begun.isEmpty();
        }

        void doLast() {
            breaking.removeLast();
            begun.removeLast().run();
        }

        void breakLast() {
            begun.removeLast();
            breaking.removeLast().run();
        }
    }
}
