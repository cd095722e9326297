package org.waxwing.ui.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.waxwing.app.mailbox.Letters.LetterId;
import org.waxwing.crypto.EnclosedLetter;
import org.waxwing.crypto.dkim.DkimVerdict;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.ui.sample.SamplePages;
import org.waxwing.ui.sample.SamplePictures;
import org.waxwing.ui.task.Tasks;

/// Opening may take a while, and nobody has to wait for it.
class ReadingViewModelTest {
    private static final LetterId FIRST = new LetterId(2);
    private static final LetterId SECOND = new LetterId(6);

    private final List<BooleanSupplier> waiters = new ArrayList<>();
    private final List<Runnable> later = new ArrayList<>();
    private boolean diskFull;
    private final ReadingViewModel model = new ReadingViewModel(new Noting(), new SamplePictures(), new Slow());

    @Test
    void showsWhatWasOpenedWhileSomebodyWaited() {
        model.show(FIRST);
        assertEquals(new ReadingState.Working(FIRST), model.state().get());
        later.getFirst().run();
        assertFalse(isDropped(0));
        assertEquals(new SamplePages().open(FIRST, () -> false), model.state().get());
    }

    @Test
    void showsNothingOfALetterThatWasStopped() {
        model.show(FIRST);
        model.stop();
        later.getFirst().run();
        assertTrue(isDropped(0));
        assertEquals(new ReadingState.Stopped(FIRST), model.state().get());
    }

    @Test
    void opensAStoppedLetterAgain() {
        model.show(FIRST);
        model.stop();
        model.again();
        later.getFirst().run();
        assertEquals(new ReadingState.Working(FIRST), model.state().get());
        later.getLast().run();
        assertEquals(new SamplePages().open(FIRST, () -> false), model.state().get());
    }

    @Test
    void nobodyWaitsForALetterThatWasLeft() {
        model.show(FIRST);
        model.show(SECOND);
        later.forEach(Runnable::run);
        assertTrue(isDropped(0));
        assertFalse(isDropped(1));
        model.clear();
        assertTrue(isDropped(1));
        assertEquals(new ReadingState.Nothing(), model.state().get());
    }

    @Test
    void aLetterThatIsShownCannotBeStopped() {
        model.show(FIRST);
        later.getFirst().run();
        model.stop();
        assertEquals(new SamplePages().open(FIRST, () -> false), model.state().get());
    }

    @Test
    void aLetterWhoseOpeningBreaksSaysSoAndIsTriedAgain() {
        diskFull = true;
        model.show(FIRST);
        later.getFirst().run();
        assertEquals(new ReadingState.Broken(FIRST), model.state().get());
        diskFull = false;
        model.again();
        assertEquals(new ReadingState.Working(FIRST), model.state().get());
        later.getLast().run();
        assertEquals(new SamplePages().open(FIRST, () -> false), model.state().get());
    }

    @Test
    void whatBreaksForALetterThatWasLeftIsDropped() {
        diskFull = true;
        model.show(FIRST);
        model.stop();
        later.getFirst().run();
        assertEquals(new ReadingState.Stopped(FIRST), model.state().get());
    }

    /// Whether the opener of that letter was told that nobody waits.
    private boolean isDropped(int letter) {
        return waiters.get(letter).getAsBoolean();
    }

    private final class Noting implements LetterPages {
        @Override
        public ReadingState open(LetterId id, BooleanSupplier nobodyWaits) {
            waiters.add(nobodyWaits);
            if (diskFull) {
                throw new IllegalStateException("the disk is full");
            }
            return new SamplePages().open(id, nobodyWaits);
        }

        @Override
        public ReadingState open(EnclosedLetter letter, ReadingState.Shown around, BooleanSupplier nobodyWaits) {
            throw new AssertionError("none of the letters holds another");
        }

        @Override
        public Optional<Octets> asSeenOnTheWay(LetterId id) {
            return Optional.empty();
        }

        @Override
        public List<DkimVerdict> askVouchers(LetterId id) {
            throw new AssertionError("nobody said so");
        }
    }

    private final class Slow implements Tasks {
        @Override
        public <T> void run(Supplier<T> work, Consumer<T> then, Runnable broken) {
            later.add(() -> {
                try {
                    then.accept(work.get());
                } catch (IllegalStateException full) {
                    broken.run();
                }
            });
        }
    }
}
