package org.waxwing.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.scene.Parent;
import org.waxwing.app.mailbox.Letters.LetterId;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.ui.reading.LetterPages;
import org.waxwing.ui.reading.People;
import org.waxwing.ui.reading.ReadingActions;
import org.waxwing.ui.reading.ReadingState;
import org.waxwing.ui.reading.ReadingView;
import org.waxwing.ui.reading.ReadingViewModel;
import org.waxwing.ui.sample.Sample;
import org.waxwing.ui.task.Tasks;

/// The reading pane on its own, in one state.
final class Reading {
    private Reading() {}

    static Parent showing(ReadingState state) {
        LetterPages pages = new LetterPages() {
            @Override
            public ReadingState open(LetterId id, BooleanSupplier nobodyWaits) {
                return state;
            }

            @Override
            public Optional<Octets> asSeenOnTheWay(LetterId id) {
                return Optional.empty();
            }
        };
        ReadingViewModel model = new ReadingViewModel(pages, Tasks.immediate());
        model.show(new LetterId(1));
        ReadingActions actions = new ReadingActions() {
            @Override
            public void reply(ReadingState.Shown letter, boolean toAll) {}

            @Override
            public Optional<Path> whereToSave(String suggestedName) {
                return Optional.empty();
            }
        };
        return new ReadingView(model, actions, new People(List.of(Sample.ME.address())), Sample.dates());
    }
}
