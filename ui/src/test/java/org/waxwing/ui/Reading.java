package org.waxwing.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Parent;
import org.waxwing.app.mailbox.Letters.LetterId;
import org.waxwing.app.read.LoadPictures;
import org.waxwing.crypto.EnclosedLetter;
import org.waxwing.crypto.dkim.DkimVerdict;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.ui.mark.OwnMarkViewModel;
import org.waxwing.ui.reading.LetterPages;
import org.waxwing.ui.reading.People;
import org.waxwing.ui.reading.ReadingActions;
import org.waxwing.ui.reading.ReadingState;
import org.waxwing.ui.reading.ReadingView;
import org.waxwing.ui.reading.ReadingViewModel;
import org.waxwing.ui.reading.Vouchers;
import org.waxwing.ui.sample.Sample;
import org.waxwing.ui.sample.SampleInside;
import org.waxwing.ui.sample.SampleMarks;
import org.waxwing.ui.sample.SamplePictures;
import org.waxwing.ui.task.Tasks;

/// The reading pane on its own, in one state.
final class Reading {
    private Reading() {}

    static Parent showing(ReadingState state) {
        return view(model(state, new SamplePictures()));
    }

    /// A view model that has this letter, and really opens what is inside it.
    static ReadingViewModel model(ReadingState state, LoadPictures pictures) {
        return model(state, pictures, Tasks.immediate());
    }

    /// One in which asking breaks.
    static Parent withoutALedger(ReadingState state) {
        return view(model(state, new SamplePictures(), new Tasks() {
            @Override
            public <T> void run(Supplier<T> work, Consumer<T> then, Runnable broken) {
                T answer = work.get();
                if (answer instanceof Vouchers) {
                    broken.run();
                } else {
                    then.accept(answer);
                }
            }
        }));
    }

    /// The same, whose work waits until it is done by hand.
    static ReadingViewModel model(ReadingState state, LoadPictures pictures, Queue<Runnable> later) {
        return model(state, pictures, new Tasks() {
            @Override
            public <T> void run(Supplier<T> work, Consumer<T> then, Runnable broken) {
                later.add(() -> then.accept(work.get()));
            }
        });
    }

    private static ReadingViewModel model(ReadingState state, LoadPictures pictures, Tasks tasks) {
        LetterPages really = SampleInside.pages();
        LetterPages pages = new LetterPages() {
            @Override
            public ReadingState open(LetterId id, BooleanSupplier nobodyWaits) {
                return state;
            }

            @Override
            public ReadingState open(EnclosedLetter letter, ReadingState.Shown around, BooleanSupplier nobodyWaits) {
                return really.open(letter, around, nobodyWaits);
            }

            @Override
            public Optional<Octets> asSeenOnTheWay(LetterId id) {
                return Optional.empty();
            }

            @Override
            public List<DkimVerdict> askVouchers(LetterId id) {
                return List.of();
            }
        };
        ReadingViewModel model = new ReadingViewModel(pages, pictures, tasks);
        model.show(new LetterId(1));
        return model;
    }

    static ReadingView view(ReadingViewModel model) {
        ReadingActions actions = new ReadingActions() {
            @Override
            public void reply(ReadingState.Shown letter, boolean toAll) {}

            @Override
            public void changeMark() {}

            @Override
            public Optional<Path> whereToSave(String suggestedName) {
                return Optional.empty();
            }
        };
        OwnMarkViewModel mark = new OwnMarkViewModel(new SampleMarks(), Tasks.immediate());
        mark.load();
        return new ReadingView(model, mark, actions, new People(List.of(Sample.ME.address())), Sample.dates());
    }
}
