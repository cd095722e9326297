package org.waxwing.ui.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.waxwing.app.mailbox.Letters.LetterId;
import org.waxwing.app.read.LoadPictures;
import org.waxwing.app.read.LoadedPictures;
import org.waxwing.crypto.EnclosedLetter;
import org.waxwing.crypto.RemotePictures;
import org.waxwing.crypto.mime.AttachedFile;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.ui.task.Tasks;

/// The letter in the reading pane, and the letters around it where it stands inside others.
public final class ReadingViewModel {
    private final LetterPages pages;
    private final LoadPictures loading;
    private final Tasks tasks;
    private final ReadOnlyObjectWrapper<ReadingState> state = new ReadOnlyObjectWrapper<>(new ReadingState.Nothing());
    private final ReadOnlyObjectWrapper<Optional<Octets>> postsView = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<PicturesState> pictures =
            new ReadOnlyObjectWrapper<>(new PicturesState.NotLoaded());
    private final ReadOnlyObjectWrapper<Saving> saving = new ReadOnlyObjectWrapper<>(Saving.NONE);
    private final ReadOnlyObjectWrapper<Vouchers> vouchers = new ReadOnlyObjectWrapper<>(new Vouchers.NotAsked());
    private final BooleanProperty formatted = new SimpleBooleanProperty(false);
    private final BooleanProperty detailsOpen = new SimpleBooleanProperty(false);
    private Optional<LetterId> wanted = Optional.empty();
    private List<ReadingState.Shown> around = List.of();
    private Function<BooleanSupplier, ReadingState> opening = _ -> new ReadingState.Nothing();
    private AtomicBoolean dropped = new AtomicBoolean();

    public ReadingViewModel(LetterPages pages, LoadPictures loading, Tasks tasks) {
        this.pages = pages;
        this.loading = loading;
        this.tasks = tasks;
    }

    public ReadOnlyObjectProperty<ReadingState> state() {
        return state.getReadOnlyProperty();
    }

    /// The letters that the one in the pane stands in, outermost first; empty for a letter of its own.
    public List<ReadingState.Shown> around() {
        return around;
    }

    /// The bytes that the servers on the way had, while the person looks at them.
    public ReadOnlyObjectProperty<Optional<Octets>> postsView() {
        return postsView.getReadOnlyProperty();
    }

    /// What became of the linked pictures of the letter in the pane, for as long as it is there.
    public ReadOnlyObjectProperty<PicturesState> pictures() {
        return pictures.getReadOnlyProperty();
    }

    /// What became of the last file that was saved.
    public ReadOnlyObjectProperty<Saving> saving() {
        return saving.getReadOnlyProperty();
    }

    /// Whether servers vouch for the letter, since the person asked.
    public ReadOnlyObjectProperty<Vouchers> vouchers() {
        return vouchers.getReadOnlyProperty();
    }

    public BooleanProperty detailsOpen() {
        return detailsOpen;
    }

    /// Whether letters that have both are shown formatted rather than as plain text.
    public BooleanProperty formatted() {
        return formatted;
    }

    /// The words that the person sees of a letter, and no others: what an answer may quote. Pictures that
    /// were loaded are no part of it.
    public String shownText(ReadingState.Shown letter) {
        return formatted.get() && letter.pages().formatted().isPresent()
                ? letter.pages().formatted().get().text()
                : letter.content().text();
    }

    /// Shows this letter. Nobody waits for an earlier one any more.
    public void show(LetterId id) {
        wanted = Optional.of(id);
        around = List.of();
        open(id, nobodyWaits -> pages.open(id, nobodyWaits));
    }

    /// Opens a letter that stands in the one in the pane, in its place and on its own.
    public void openInside(EnclosedLetter letter) {
        if (state.get() instanceof ReadingState.Shown outer
                && outer.inside().letters().contains(letter)) {
            around = Stream.concat(around.stream(), Stream.of(outer)).toList();
            open(outer.id(), nobodyWaits -> pages.open(letter, outer, nobodyWaits));
        }
    }

    /// Back to the letter around the one in the pane.
    public void back() {
        if (!around.isEmpty()) {
            ReadingState.Shown outer = around.getLast();
            around = around.subList(0, around.size() - 1);
            forget();
            state.set(outer);
        }
    }

    /// Opens the letter in the pane once more, such as after a passphrase was wrong.
    public void again() {
        wanted.ifPresent(id -> open(id, opening));
    }

    private void open(LetterId id, Function<BooleanSupplier, ReadingState> work) {
        forget();
        opening = work;
        state.set(new ReadingState.Working(id));
        run(work, state::set, new ReadingState.Broken(id));
    }

    /// Does the work for whoever waits now. What comes of it is dropped when nobody does any more.
    ///
    /// @param broken what to show where it broke
    private <T> void run(Function<BooleanSupplier, ? extends T> work, Consumer<T> show, T broken) {
        AtomicBoolean nobodyWaits = dropped;
        Consumer<T> answer = came -> {
            if (!nobodyWaits.get()) {
                show.accept(came);
            }
        };
        tasks.run(() -> work.apply(nobodyWaits::get), answer::accept, () -> answer.accept(broken));
    }

    /// Stops opening the letter. Nothing of it is shown.
    public void stop() {
        if (state.get() instanceof ReadingState.Working(LetterId id)) {
            dropped.set(true);
            state.set(new ReadingState.Stopped(id));
        }
    }

    /// What belongs to the letter that was in the pane goes with it, and nobody waits for it any more.
    private void forget() {
        dropped.set(true);
        dropped = new AtomicBoolean();
        saving.set(Saving.NONE);
        postsView.set(Optional.empty());
        pictures.set(new PicturesState.NotLoaded());
        vouchers.set(new Vouchers.NotAsked());
    }

    /// Leaves the pane empty.
    public void clear() {
        wanted = Optional.empty();
        around = List.of();
        forget();
        state.set(new ReadingState.Nothing());
    }

    /// Asks other computers for the pictures of a clear letter, because the person said so. For any other
    /// letter nothing happens.
    public void loadPictures() {
        if (state.get() instanceof ReadingState.Shown shown
                && !shown.wasSealed()
                && pictures.get() instanceof PicturesState.NotLoaded) {
            shown.inside().pictures().ifPresent(wanted -> load(wanted.source()));
        }
    }

    private void load(RemotePictures source) {
        pictures.set(new PicturesState.Loading());
        run(
                _ -> {
                    LoadedPictures loaded = loading.load(source);
                    return new PicturesState.Loaded(source.page(loaded.pictures()), loaded.missing());
                },
                pictures::set,
                new PicturesState.NotLoaded());
    }

    /// Shows what the servers on the way saw, or puts it away. A letter inside another was on no way of its
    /// own.
    public void togglePostsView() {
        if (postsView.get().isPresent()) {
            postsView.set(Optional.empty());
            return;
        }
        wanted.filter(_ -> around.isEmpty())
                .ifPresent(id -> run(_ -> pages.asSeenOnTheWay(id), postsView::set, Optional.empty()));
    }

    /// Asks the DNS who vouches for the letter. An answer for an earlier letter that comes late is dropped.
    public void askVouchers() {
        wanted.filter(_ -> around.isEmpty()).ifPresent(id -> {
            vouchers.set(new Vouchers.Asking());
            run(_ -> new Vouchers.Told(pages.askVouchers(id)), vouchers::set, new Vouchers.Broken());
        });
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
