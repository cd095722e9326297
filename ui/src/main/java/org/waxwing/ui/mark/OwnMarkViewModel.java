package org.waxwing.ui.mark;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.waxwing.app.account.OwnMark;
import org.waxwing.app.account.OwnMarks;
import org.waxwing.ui.task.Tasks;

/// The mark in use.
public final class OwnMarkViewModel {
    private final OwnMarks marks;
    private final Tasks tasks;
    private final ReadOnlyObjectWrapper<Optional<OwnMark>> mark = new ReadOnlyObjectWrapper<>(Optional.empty());

    public OwnMarkViewModel(OwnMarks marks, Tasks tasks) {
        this.marks = marks;
        this.tasks = tasks;
    }

    /// Nothing before it was loaded.
    public ReadOnlyObjectProperty<Optional<OwnMark>> mark() {
        return mark.getReadOnlyProperty();
    }

    public void load() {
        tasks.run(marks::mark, found -> mark.set(Optional.of(found)));
    }

    /// Takes another one, and keeps it.
    ///
    /// @return whether the word is one
    public boolean choose(String word, OwnMark.Colour colour) {
        Optional<OwnMark> chosen = OwnMark.of(word, colour);
        chosen.ifPresent(wanted -> {
            mark.set(chosen);
            tasks.run(() -> marks.choose(wanted));
        });
        return chosen.isPresent();
    }
}
