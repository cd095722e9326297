package org.waxwing.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;
import org.waxwing.app.Waxwing;
import org.waxwing.app.account.Account;
import org.waxwing.app.compose.Draft;
import org.waxwing.app.compose.Drafts;
import org.waxwing.app.compose.MailtoLink;
import org.waxwing.app.trust.Card;
import org.waxwing.crypto.cert.UserId;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Mailbox;
import org.waxwing.ui.compose.ComposeActions;
import org.waxwing.ui.compose.ComposeState;
import org.waxwing.ui.compose.ComposeView;
import org.waxwing.ui.compose.ComposeViewModel;
import org.waxwing.ui.compose.LetterStart;
import org.waxwing.ui.compose.OpenedSealed;
import org.waxwing.ui.compose.Replies;
import org.waxwing.ui.mailbox.MailboxActions;
import org.waxwing.ui.mailbox.MailboxView;
import org.waxwing.ui.mailbox.MailboxViewModel;
import org.waxwing.ui.mailbox.SealEndViewModel;
import org.waxwing.ui.mark.OwnMarkSheet;
import org.waxwing.ui.mark.OwnMarkViewModel;
import org.waxwing.ui.outbox.OutboxViewModel;
import org.waxwing.ui.people.PersonViewModel;
import org.waxwing.ui.reading.LetterPages;
import org.waxwing.ui.reading.People;
import org.waxwing.ui.reading.ReadingActions;
import org.waxwing.ui.reading.ReadingState;
import org.waxwing.ui.reading.ReadingView;
import org.waxwing.ui.reading.ReadingViewModel;
import org.waxwing.ui.shield.Signers;
import org.waxwing.ui.task.Tasks;
import org.waxwing.ui.text.Dates;
import org.waxwing.ui.text.Words;

/// The window while a profile is open: its view models, and the ways from one screen to the next.
final class Desk implements MailboxActions, ReadingActions {
    private final Words words = Words.in(Desk.class);
    private final Waxwing waxwing;
    private final List<Account> accounts;
    private final Tasks tasks;
    private final FilePicking picking;
    private final Shell shell;
    private final Runnable switchLook;
    private final Dates dates;
    private final ReadingViewModel reading;
    private final OutboxViewModel outbox;
    private final MailboxViewModel mailbox;
    private final SealEndViewModel sealEnd;
    private final OwnMarkViewModel mark;
    private final MailboxView view;
    private final OpenedSealed openedSealed = new OpenedSealed();
    private Optional<ComposeViewModel> writing = Optional.empty();

    Desk(
            Waxwing waxwing,
            List<Account> accounts,
            LetterPages pages,
            Tasks tasks,
            FilePicking picking,
            Shell shell,
            Runnable switchLook,
            Dates dates) {
        this.waxwing = waxwing;
        this.accounts = List.copyOf(accounts);
        this.tasks = tasks;
        this.picking = picking;
        this.shell = shell;
        this.switchLook = switchLook;
        this.dates = dates;
        People people = new People(
                accounts.stream().map(account -> account.identity().address()).toList());
        this.reading = new ReadingViewModel(pages, waxwing.pictures(), tasks);
        this.mark = new OwnMarkViewModel(waxwing.ownMark(), tasks);
        this.outbox = new OutboxViewModel(waxwing.outbox(), tasks);
        this.mailbox =
                new MailboxViewModel(waxwing.letters(), waxwing.fetch(), waxwing.people(), waxwing.drafts(), tasks);
        PersonViewModel person = new PersonViewModel(waxwing.people(), tasks, mailbox::refreshCards);
        this.sealEnd = new SealEndViewModel(waxwing.seals(), tasks, dates.clock());
        this.view = new MailboxView(
                mailbox,
                reading,
                new ReadingView(reading, mark, this, people, dates),
                outbox,
                person,
                sealEnd,
                this,
                people,
                dates);
        reading.state().subscribe(this::noteSealed);
        new DeskKeys(view, reading, this).listen();
    }

    /// The screen.
    Parent view() {
        return view;
    }

    MailboxViewModel mailbox() {
        return mailbox;
    }

    /// The letter being written, while one is.
    Optional<ComposeViewModel> writing() {
        return writing;
    }

    /// Fills the panes. Asks no network.
    void start() {
        mailbox.start();
        outbox.refresh();
        sealEnd.refresh();
        mark.load();
    }

    /// Keeps the letter being written, before the window closes.
    void keepDraft() {
        writing.ifPresent(ComposeViewModel::keep);
    }

    @Override
    public void write() {
        compose(
                LetterStart.of(Draft.empty(accounts.getFirst().id())),
                waxwing.drafts().fresh());
    }

    /// A letter that a link asks for, for the person to read before it goes anywhere.
    void write(MailtoLink link) {
        compose(
                LetterStart.of(link.draft(accounts.getFirst().id())),
                waxwing.drafts().fresh());
    }

    @Override
    public void goOn(Drafts.Kept draft) {
        compose(LetterStart.of(draft.draft()), draft.id());
    }

    @Override
    public void writeTo(Card card) {
        Optional<AddrSpec> address = card.userIds().stream()
                .map(UserId::address)
                .flatMap(Optional::stream)
                .findFirst();
        List<Mailbox> to = address.map(found -> List.of(new Mailbox(Signers.name(card.userIds()), found)))
                .orElse(List.of());
        Draft begun = Draft.letter(accounts.getFirst().id(), to, "", "");
        compose(LetterStart.of(begun), waxwing.drafts().fresh());
    }

    @Override
    public void reply(ReadingState.Shown letter, boolean toAll) {
        Account account = accounts.stream()
                .filter(candidate -> letter.fields().to().stream()
                        .anyMatch(person ->
                                person.address().equals(candidate.identity().address())))
                .findFirst()
                .orElse(accounts.getFirst());
        String author = Replies.writer(letter.fields(), letter.answersSealed())
                .map(person -> person.displayName().isEmpty() ? person.address().text() : person.displayName())
                .orElse("?");
        LetterStart start = Replies.to(
                letter.fields(),
                reading.shownText(letter),
                letter.answersSealed(),
                toAll,
                account,
                words.of("reply.quoteLine", author));
        compose(start, waxwing.drafts().fresh());
    }

    /// At the end of the first run: shows the mark that was made by chance, for the person to change.
    void introduceMark() {
        mark.whenLoaded(this::changeMark);
    }

    @Override
    public void changeMark() {
        mark.mark().get().ifPresent(now -> {
            OwnMarkSheet sheet = new OwnMarkSheet(mark, now, shell::liftSheet);
            shell.lay(sheet);
            sheet.begin();
        });
    }

    @Override
    public Optional<Path> whereToSave(String suggestedName) {
        return picking.whereToSave(suggestedName);
    }

    @Override
    public void switchLook() {
        switchLook.run();
    }

    private void noteSealed(ReadingState state) {
        if (state instanceof ReadingState.Shown shown && shown.answersSealed()) {
            openedSealed.shown(shown.content().text());
        }
    }

    private void compose(LetterStart start, Drafts.DraftId id) {
        keepDraft();
        ComposeViewModel model = new ComposeViewModel(
                waxwing.send(), waxwing.drafts(), waxwing.people(), tasks, accounts, id, start, openedSealed);
        writing = Optional.of(model);
        model.state().subscribe(this::onSent);
        ComposeView composer = new ComposeView(
                model,
                new ComposeActions() {
                    @Override
                    public List<Path> pickFiles() {
                        return picking.pick();
                    }

                    @Override
                    public void close() {
                        writing = Optional.empty();
                        view.closePage();
                        mailbox.refreshDrafts();
                    }
                },
                dates);
        view.openPage(composer);
        // The focus can only go to what is laid out.
        view.applyCss();
        view.layout();
        composer.begin();
    }

    private void onSent(ComposeState state) {
        if (state instanceof ComposeState.Queued(int people, boolean sealed)) {
            shell.say(sealed ? words.of("sent.sealed", people) : words.of("sent.postcard", people));
            outbox.handOverWaiting();
        }
    }
}
