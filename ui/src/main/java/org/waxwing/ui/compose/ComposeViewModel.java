package org.waxwing.ui.compose;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.waxwing.app.account.Account;
import org.waxwing.app.compose.Draft;
import org.waxwing.app.compose.Drafts;
import org.waxwing.app.compose.Drafts.DraftId;
import org.waxwing.app.send.ProtectionPlan;
import org.waxwing.app.send.SendLetter;
import org.waxwing.app.send.Sending;
import org.waxwing.app.trust.People;
import org.waxwing.app.trust.Readiness;
import org.waxwing.crypto.CleartextConsent;
import org.waxwing.crypto.Protection;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.AttachedFile;
import org.waxwing.crypto.mime.Mailbox;
import org.waxwing.ui.task.Tasks;

/// A letter being written. It is sealed or it is not sent: the only way to a postcard is
/// [#sendPostcard], with the writer's consent in hand.
public final class ComposeViewModel {
    private final SendLetter send;
    private final Drafts drafts;
    private final People people;
    private final Tasks tasks;
    private final DraftId id;
    private final LetterStart start;
    private final List<Account> accounts;
    private final ObjectProperty<Account> sender;
    private final ObservableList<Recipient> to = FXCollections.observableArrayList();
    private final ObservableList<Recipient> cc = FXCollections.observableArrayList();
    private final ObservableList<Recipient> bcc = FXCollections.observableArrayList();
    private final ObservableList<AttachedFile> attachments = FXCollections.observableArrayList();
    private final StringProperty subject = new SimpleStringProperty("");
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<ComposeState> state =
            new ReadOnlyObjectWrapper<>(new ComposeState.NobodyNamed());
    private final ReadOnlyObjectWrapper<Map<AddrSpec, Readiness>> readiness = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyIntegerWrapper refusedFiles = new ReadOnlyIntegerWrapper(0);
    private final SealedGuard guard;
    private final TypedSoFar typedSoFar = new TypedSoFar();
    private long question;

    /// @param start the draft to go on with; its account is one of these
    public ComposeViewModel(
            SendLetter send,
            Drafts drafts,
            People people,
            Tasks tasks,
            List<Account> accounts,
            DraftId id,
            LetterStart start,
            OpenedSealed opened) {
        this.send = send;
        this.drafts = drafts;
        this.people = people;
        this.tasks = tasks;
        this.accounts = List.copyOf(accounts);
        this.id = id;
        this.start = start;
        Draft draft = start.draft();
        this.sender = new SimpleObjectProperty<>(this.accounts.stream()
                .filter(account -> account.id().equals(draft.account()))
                .findFirst()
                .orElse(this.accounts.getFirst()));
        to.setAll(Recipient.unasked(draft.to()));
        cc.setAll(Recipient.unasked(draft.cc()));
        bcc.setAll(Recipient.unasked(draft.bcc()));
        attachments.setAll(draft.attachments());
        subject.set(draft.subject());
        text.set(draft.text());
        guard = new SealedGuard(subject, text, draft, opened);
        everyone().forEach(list -> list.addListener((ListChangeListener<Recipient>) _ -> ask()));
        sender.subscribe(_ -> ask());
    }

    public List<Account> accounts() {
        return accounts;
    }

    public ObjectProperty<Account> sender() {
        return sender;
    }

    public ObservableList<Recipient> to() {
        return to;
    }

    public ObservableList<Recipient> cc() {
        return cc;
    }

    public ObservableList<Recipient> bcc() {
        return bcc;
    }

    public ObservableList<AttachedFile> attachments() {
        return attachments;
    }

    public StringProperty subject() {
        return subject;
    }

    public StringProperty text() {
        return text;
    }

    public ReadOnlyObjectProperty<ComposeState> state() {
        return state.getReadOnlyProperty();
    }

    /// What the keyring said last, by address; those not in it were not asked about yet.
    public ReadOnlyObjectProperty<Map<AddrSpec, Readiness>> readiness() {
        return readiness.getReadOnlyProperty();
    }

    /// Where this letter began, for what the writer should know about it.
    public LetterStart start() {
        return start;
    }

    /// Adds what was typed to one of the lists. Says whether it was an address; one that is there already
    /// is not added twice.
    public boolean add(ObservableList<Recipient> list, String typed) {
        Optional<Mailbox> read = TypedAddress.read(typed);
        read.filter(mailbox -> addresses().noneMatch(mailbox.address()::equals))
                .ifPresent(mailbox -> list.add(new Recipient(mailbox, Optional.empty())));
        return read.isPresent();
    }

    /// Notes what stands in a recipient field and is no recipient yet. Nothing is sent while there is
    /// such text.
    public void typing(ObservableList<Recipient> list, String typed) {
        typedSoFar.put(list, typed);
        ask();
    }

    /// Takes a person out of the letter.
    public void remove(AddrSpec address) {
        everyone()
                .forEach(list ->
                        list.removeIf(recipient -> recipient.mailbox().address().equals(address)));
    }

    /// Takes out everyone who is not ready.
    public void removeNotReady() {
        if (state.get() instanceof ComposeState.SomeNotReady(List<ProtectionPlan.Recipient> notReady)) {
            notReady.forEach(recipient -> remove(recipient.address()));
        }
    }

    /// People whose name or address begins with what was typed.
    public void suggest(String typed, Consumer<List<Mailbox>> then) {
        tasks.run(() -> people.suggest(typed, 6), then);
    }

    /// Reads files into the letter; those that can't be read, or are too large, are counted.
    public void attach(List<Path> files) {
        tasks.run(() -> files.stream().map(PickedFile::read).toList(), read -> {
            read.forEach(file -> file.ifPresent(attachments::add));
            refusedFiles.set((int) read.stream().filter(Optional::isEmpty).count());
        });
    }

    /// How many of the files last picked did not make it into the letter.
    public ReadOnlyIntegerProperty refusedFiles() {
        return refusedFiles.getReadOnlyProperty();
    }

    /// Asks the keyring again, such as when a card came in.
    public void ask() {
        Optional<String> unfinished = typedSoFar.any();
        if (unfinished.isPresent()) {
            question++;
            state.set(new ComposeState.Unfinished(unfinished.get()));
            return;
        }
        if (addresses().findAny().isEmpty()) {
            state.set(new ComposeState.NobodyNamed());
            return;
        }
        state.set(new ComposeState.Asking());
        Draft asked = draft();
        long current = ++question;
        tasks.run(() -> send.plan(asked), plan -> {
            if (current == question) {
                answer(plan);
            }
        });
    }

    private void answer(ProtectionPlan plan) {
        Map<AddrSpec, Readiness> known = plan.recipients().stream()
                .collect(Collectors.toMap(
                        ProtectionPlan.Recipient::address, ProtectionPlan.Recipient::readiness, (one, _) -> one));
        readiness.set(Map.copyOf(known));
        state.set(ComposeState.of(plan));
    }

    /// Seals and queues it, when everyone is ready or the last try was not sent; else does nothing.
    public void sendSealed() {
        if (state.get() instanceof ComposeState.Ready || state.get() instanceof ComposeState.NotSent) {
            Draft letter = draft();
            int count = (int) addresses().count();
            submit(() -> send.send(letter, Optional.of(id), Protection.SIGNED_AND_ENCRYPTED), count, true);
        }
    }

    /// Queues it as a postcard; does nothing while it holds text of sealed letters.
    public void sendPostcard(CleartextConsent consent) {
        if (typedSoFar.any().isPresent() || !guard.clean()) {
            return;
        }
        Draft letter = draft();
        int count = (int) addresses().count();
        submit(() -> send.sendPostcard(letter, Optional.of(id), consent), count, false);
    }

    /// What of it came from sealed letters.
    public SealedGuard guard() {
        return guard;
    }

    private void submit(Supplier<Sending> work, int count, boolean sealed) {
        state.set(new ComposeState.Sealing());
        tasks.run(work, sending -> {
            switch (sending) {
                case Sending.Queued _ -> state.set(new ComposeState.Queued(count, sealed));
                case Sending.NotReady notReady -> state.set(new ComposeState.SomeNotReady(notReady.recipients()));
                case Sending.Locked _,
                        Sending.NoSeal _,
                        Sending.SealUnusable _,
                        Sending.NoRecipients _,
                        Sending.NoAccount _,
                        Sending.HoldsSealedText _,
                        Sending.LetterUnusable _ -> state.set(new ComposeState.NotSent(sending));
            }
        });
    }

    /// Keeps the draft, unless it was sent or holds nothing.
    public void keep() {
        Draft current = draft();
        if (state.get() instanceof ComposeState.Queued || current.isEmpty()) {
            return;
        }
        tasks.run(() -> drafts.keep(id, current));
    }

    /// Throws the draft away.
    public void discard() {
        tasks.run(() -> drafts.discard(id));
    }

    /// The letter as it stands.
    public Draft draft() {
        return new Draft(
                sender.get().id(),
                Recipient.mailboxes(to),
                Recipient.mailboxes(cc),
                Recipient.mailboxes(bcc),
                subject.get(),
                text.get(),
                attachments,
                start.draft().answered(),
                guard.known());
    }

    private List<ObservableList<Recipient>> everyone() {
        return List.of(to, cc, bcc);
    }

    private Stream<AddrSpec> addresses() {
        return everyone().stream()
                .flatMap(List::stream)
                .map(recipient -> recipient.mailbox().address());
    }
}
