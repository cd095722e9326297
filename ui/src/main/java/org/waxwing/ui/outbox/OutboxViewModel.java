package org.waxwing.ui.outbox;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.waxwing.app.send.Outbox;
import org.waxwing.app.send.Outbox.Entry;
import org.waxwing.app.send.OutboxId;
import org.waxwing.ui.task.Tasks;

/// Letters on their way, and what the person may decide about them.
public final class OutboxViewModel {
    private final Outbox outbox;
    private final Tasks tasks;
    private final ObservableList<Entry> entries = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);

    public OutboxViewModel(Outbox outbox, Tasks tasks) {
        this.outbox = outbox;
        this.tasks = tasks;
    }

    public ObservableList<Entry> entries() {
        return entries;
    }

    /// Whether letters are being handed over.
    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /// Looks again.
    public void refresh() {
        tasks.run(outbox::entries, this::show);
    }

    /// Hands over everything that waits.
    public void handOverWaiting() {
        change(() -> {
            List<Entry> _ = outbox.submitWaiting();
        });
    }

    /// Hands one letter over again, because the person said so.
    public void again(OutboxId id) {
        change(() -> {
            Entry _ = outbox.submit(id);
        });
    }

    /// The person knows that it arrived.
    public void arrived(OutboxId id) {
        change(() -> outbox.settle(id));
    }

    public void discard(OutboxId id) {
        change(() -> outbox.discard(id));
    }

    private void change(Runnable work) {
        busy.set(true);
        tasks.run(
                () -> {
                    work.run();
                    return outbox.entries();
                },
                this::show,
                () -> busy.set(false));
    }

    private void show(List<Entry> now) {
        busy.set(false);
        entries.setAll(now.reversed());
    }
}
