package org.waxwing.ui.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.waxwing.app.mailbox.Letters.LetterId;
import org.waxwing.crypto.mime.AttachedFile;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.ui.task.Tasks;

/// The letter in the reading pane.
public final class ReadingViewModel {
    private final LetterPages pages;
    private final Tasks tasks;
    private final ReadOnlyObjectWrapper<ReadingState> state = new ReadOnlyObjectWrapper<>(new ReadingState.Nothing());
    private final ReadOnlyObjectWrapper<Optional<Octets>> postsView = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Saving> saving = new ReadOnlyObjectWrapper<>(Saving.NONE);
    private final BooleanProperty formatted = new SimpleBooleanProperty(false);
    private final BooleanProperty detailsOpen = new SimpleBooleanProperty(false);
    private Optional<LetterId> wanted = Optional.empty();
    private AtomicBoolean dropped = new AtomicBoolean();

    public ReadingViewModel(LetterPages pages, Tasks tasks) {
        this.pages = pages;
        this.tasks = tasks;
    }

    public ReadOnlyObjectProperty<ReadingState> state() {
        return state.getReadOnlyProperty();
    }

    /// The bytes that the servers on the way had, while the person looks at them.
    public ReadOnlyObjectProperty<Optional<Octets>> postsView() {
        return postsView.getReadOnlyProperty();
    }

    /// What became of the last file that was saved.
    public ReadOnlyObjectProperty<Saving> saving() {
        return saving.getReadOnlyProperty();
    }

    public BooleanProperty detailsOpen() {
        return detailsOpen;
    }

    /// Whether letters that have both are shown formatted rather than as plain text.
    public BooleanProperty formatted() {
        return formatted;
    }

    /// The words that the person sees of a letter, and no others: what an answer may quote.
    public String shownText(ReadingState.Shown letter) {
        return formatted.get() && letter.pages().formatted().isPresent()
                ? letter.pages().formatted().get().text()
                : letter.content().text();
    }

    /// Shows this letter. Nobody waits for an earlier one any more.
    public void show(LetterId id) {
        dropped.set(true);
        AtomicBoolean nobodyWaits = new AtomicBoolean();
        dropped = nobodyWaits;
        wanted = Optional.of(id);
        saving.set(Saving.NONE);
        postsView.set(Optional.empty());
        state.set(new ReadingState.Working(id));
        tasks.run(() -> pages.open(id, nobodyWaits::get), page -> {
            if (!nobodyWaits.get()) {
                state.set(page);
            }
        });
    }

    /// Stops opening the letter. Nothing of it is shown.
    public void stop() {
        if (state.get() instanceof ReadingState.Working(LetterId id)) {
            dropped.set(true);
            state.set(new ReadingState.Stopped(id));
        }
    }

    /// Opens the letter in the pane once more, such as after a passphrase was wrong.
    public void again() {
        wanted.ifPresent(this::show);
    }

    /// Leaves the pane empty.
    public void clear() {
        dropped.set(true);
        wanted = Optional.empty();
        postsView.set(Optional.empty());
        state.set(new ReadingState.Nothing());
    }

    /// Shows what the servers on the way saw, or puts it away.
    public void togglePostsView() {
        if (postsView.get().isPresent()) {
            postsView.set(Optional.empty());
            return;
        }
        wanted.ifPresent(id -> tasks.run(() -> pages.asSeenOnTheWay(id), bytes -> {
            if (wanted.filter(id::equals).isPresent()) {
                postsView.set(bytes);
            }
        }));
    }

    /// Saves an attachment where the person said. It is never opened.
    public void save(AttachedFile file, Path target) {
        tasks.run(() -> write(file, target), saving::set);
    }

    private static Saving write(AttachedFile file, Path target) {
        try {
            Files.write(target, file.content().toByteArray());
            return Saving.SAVED;
        } catch (IOException notWritten) {
            return Saving.FAILED;
        }
    }

    /// How saving went.
    public enum Saving {
        NONE,
        SAVED,
        FAILED
    }
}
