package org.waxwing.ui.mailbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.waxwing.app.compose.Drafts;
import org.waxwing.app.mailbox.Letters;
import org.waxwing.app.mailbox.Letters.Folder;
import org.waxwing.app.mailbox.Letters.FolderId;
import org.waxwing.app.mailbox.Letters.LetterId;
import org.waxwing.app.mailbox.Letters.Summary;
import org.waxwing.app.read.FetchMail;
import org.waxwing.app.trust.Card;
import org.waxwing.app.trust.People;
import org.waxwing.app.trust.Readiness;
import org.waxwing.app.trust.Standing;
import org.waxwing.crypto.CryptographicSummary;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Mailbox;
import org.waxwing.ui.task.Tasks;

/// Folders, people and the list of letters.
public final class MailboxViewModel {
    private static final int PAGE = 200;

    private final Letters letters;
    private final FetchMail fetch;
    private final People people;
    private final Drafts drafts;
    private final Tasks tasks;
    private final ObservableList<Folder> folders = FXCollections.observableArrayList();
    private final ObservableList<Card> cards = FXCollections.observableArrayList();
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ObservableList<Drafts.Kept> kept = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<Place>> place = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<MailState> mail = new ReadOnlyObjectWrapper<>(new MailState.Quiet());
    private boolean complete;
    private boolean loading;

    public MailboxViewModel(Letters letters, FetchMail fetch, People people, Drafts drafts, Tasks tasks) {
        this.letters = letters;
        this.fetch = fetch;
        this.people = people;
        this.drafts = drafts;
        this.tasks = tasks;
    }

    public ObservableList<Folder> folders() {
        return folders;
    }

    /// Other people's address cards.
    public ObservableList<Card> cards() {
        return cards;
    }

    public ObservableList<Row> rows() {
        return rows;
    }

    public ObservableList<Drafts.Kept> drafts() {
        return kept;
    }

    public ReadOnlyObjectProperty<Optional<Place>> place() {
        return place;
    }

    public ReadOnlyObjectProperty<MailState> mail() {
        return mail.getReadOnlyProperty();
    }

    /// Fills the rail, and opens the first inbox where nothing is open.
    public void start() {
        tasks.run(letters::folders, found -> {
            folders.setAll(found);
            if (place.get().isEmpty()) {
                found.stream()
                        .filter(folder -> folder.kind() == Folder.Kind.INBOX)
                        .findFirst()
                        .or(() -> found.stream().findFirst())
                        .ifPresent(folder -> go(new Place.InFolder(folder)));
            }
        });
        refreshCards();
        refreshDrafts();
    }

    public void refreshCards() {
        tasks.run(
                () -> people.cards().stream()
                        .filter(card -> card.standing() != Standing.OWN)
                        .toList(),
                cards::setAll);
    }

    public void refreshDrafts() {
        tasks.run(drafts::all, kept::setAll);
    }

    /// Opens a place.
    public void go(Place wanted) {
        place.set(Optional.of(wanted));
        switch (wanted) {
            case Place.InFolder(Folder folder) -> open(folder.id());
            case Place.InDrafts _ -> refreshDrafts();
            case Place.InOutbox _, Place.OnePerson _ -> {}
        }
    }

    private void open(FolderId folder) {
        rows.clear();
        complete = false;
        loading = false;
        more(folder);
    }

    /// Loads older letters, when there are any.
    public void more() {
        if (!complete && place.get().orElse(null) instanceof Place.InFolder(Folder folder)) {
            more(folder.id());
        }
    }

    private void more(FolderId folder) {
        if (loading) {
            return;
        }
        loading = true;
        Optional<LetterId> before = rows.isEmpty()
                ? Optional.empty()
                : Optional.of(rows.getLast().summary().id());
        tasks.run(() -> marked(letters.page(folder, before, PAGE)), page -> {
            loading = false;
            if (isOpen(folder)) {
                complete = page.size() < PAGE;
                rows.addAll(page);
            }
        });
    }

    private boolean isOpen(FolderId folder) {
        return place.get().orElse(null) instanceof Place.InFolder(Folder open)
                && open.id().equals(folder);
    }

    /// A postcard is worth a mark only where the sender could have sealed.
    private List<Row> marked(List<Summary> page) {
        Map<AddrSpec, Boolean> couldSeal = new HashMap<>();
        return page.stream()
                .map(summary -> new Row(
                        summary,
                        summary.status().filter(MailboxViewModel::unprotected).isPresent()
                                && summary.from().stream().findFirst().map(Mailbox::address).stream()
                                        .anyMatch(address -> couldSeal.computeIfAbsent(
                                                address, asked -> people.readiness(asked) instanceof Readiness.Ready))))
                .toList();
    }

    private static boolean unprotected(CryptographicSummary.Status status) {
        return status == CryptographicSummary.Status.UNPROTECTED;
    }

    /// Marks the letter as read, here and in the count of its folder.
    public void opened(Row row) {
        Summary summary = row.summary();
        if (summary.read()) {
            return;
        }
        tasks.run(
                () -> {
                    letters.markRead(summary.id(), true);
                    return letters.folders();
                },
                folders::setAll);
        int at = rows.indexOf(row);
        if (at >= 0) {
            rows.set(at, new Row(read(summary), row.postcard()));
        }
    }

    private static Summary read(Summary summary) {
        return new Summary(
                summary.id(),
                summary.folder(),
                summary.from(),
                summary.to(),
                summary.subject(),
                summary.preview(),
                summary.date(),
                true,
                summary.attachments(),
                summary.status());
    }

    /// Looks for new letters, because the person asked.
    public void fetch() {
        mail.set(new MailState.Fetching());
        Supplier<List<FetchMail.Fetched>> work = fetch::fetchAll;
        tasks.run(work, results -> {
            mail.set(outcome(results));
            tasks.run(letters::folders, folders::setAll);
            place.get().ifPresent(current -> {
                if (current instanceof Place.InFolder(Folder folder)) {
                    open(folder.id());
                }
            });
            refreshCards();
        });
    }

    private static MailState outcome(List<FetchMail.Fetched> results) {
        int newLetters = 0;
        boolean any = false;
        for (FetchMail.Fetched result : results) {
            switch (result) {
                case FetchMail.Fetched.Failed failed -> {
                    return new MailState.Failed(failed.problem());
                }
                case FetchMail.Fetched.Done done -> {
                    any = true;
                    newLetters += done.newLetters();
                }
                case FetchMail.Fetched.SendOnly _ -> {}
            }
        }
        return any ? new MailState.Fetched(newLetters) : new MailState.SendOnly();
    }
}
