package org.waxwing.app.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.waxwing.app.account.Account;
import org.waxwing.app.account.ConnectionProblem;
import org.waxwing.app.connection.Passwords;
import org.waxwing.app.dispatch.EntryLocks.Held;
import org.waxwing.app.dispatch.OutboxStore.Row;
import org.waxwing.app.send.Outbox;
import org.waxwing.app.send.OutboxId;
import org.waxwing.app.send.SubmissionOutcome;
import org.waxwing.app.send.SubmissionOutcome.Accepted;
import org.waxwing.app.send.SubmissionOutcome.PartlyAccepted;
import org.waxwing.app.send.SubmissionOutcome.Refusal;
import org.waxwing.app.send.SubmissionOutcome.Refused;
import org.waxwing.app.send.SubmissionOutcome.SmtpReply;
import org.waxwing.app.send.SubmissionOutcome.Unknown;
import org.waxwing.app.send.SubmissionOutcome.Unreachable;
import org.waxwing.crypto.Submittable;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.secret.Passphrase;

/// An outbox that writes every step down before it takes it: what may have been handed over is never
/// handed over again by itself, and what can't have been is never given up.
public final class DurableOutbox implements Outbox {
    private static final Duration SHOWN_AFTERWARDS = Duration.ofDays(1);

    private final OutboxStore store;
    private final EntryLocks locks;
    private final Submitter submitter;
    private final Passwords passwords;
    private final SentCopies copies;
    private final InstantSource clock;

    public DurableOutbox(
            OutboxStore store,
            EntryLocks locks,
            Submitter submitter,
            Passwords passwords,
            SentCopies copies,
            InstantSource clock) {
        this.store = store;
        this.locks = locks;
        this.submitter = submitter;
        this.passwords = passwords;
        this.copies = copies;
        this.clock = clock;
    }

    @Override
    public List<Entry> entries() {
        Instant shownSince = clock.instant().minus(SHOWN_AFTERWARDS);
        return store.rows().stream()
                .filter(row -> row.phase() != Phase.HANDED_OVER || row.changed().isAfter(shownSince))
                .map(this::recovered)
                .map(DurableOutbox::entry)
                .toList();
    }

    @Override
    public List<Entry> submitWaiting() {
        List<Row> rows = store.rows().stream().map(this::recovered).toList();
        List<OutboxId> tried = rows.stream()
                .filter(row -> goesByItself(row) || row.phase() == Phase.UNCONFIRMED)
                .map(Row::id)
                .toList();
        tried.forEach(this::tryByItself);
        rows.stream().map(Row::id).forEach(this::tidy);
        return tried.stream()
                .map(store::row)
                .flatMap(Optional::stream)
                .map(DurableOutbox::entry)
                .toList();
    }

    @Override
    public Entry submit(OutboxId id) {
        locked(id, row -> {
            if (row.phase() != Phase.HANDED_OVER) {
                handOver(row);
            }
        });
        copies.file(id);
        return entry(present(id));
    }

    @Override
    public void settle(OutboxId id) {
        locked(id, row -> {
            if (row.phase() == Phase.UNCONFIRMED) {
                arrived(row);
            }
        });
        copies.file(id);
    }

    /// Does nothing while it is being handed over: then it is too late.
    @Override
    public void discard(OutboxId id) {
        locked(id, row -> store.remove(row.id()));
    }

    private void tryByItself(OutboxId id) {
        locked(id, row -> {
            if (row.phase() == Phase.UNCONFIRMED) {
                if (copies.arrived(row)) {
                    arrived(row);
                }
            } else if (goesByItself(row)) {
                handOver(row);
            }
        });
    }

    /// Whether it may be tried without asking: it never was, or the last try failed in a way that passes.
    private static boolean goesByItself(Row row) {
        return switch (row.phase()) {
            case WAITING -> true;
            case FAILED -> row.outcome().filter(DurableOutbox::passes).isPresent();
            case ENDING, HANDED_OVER, UNCONFIRMED -> false;
        };
    }

    private static boolean passes(SubmissionOutcome outcome) {
        return switch (outcome) {
            case Unreachable(ConnectionProblem problem) -> problem instanceof ConnectionProblem.Unreachable;
            case Refused refused -> refused.reply().temporary();
            case PartlyAccepted partly ->
                partly.refused().stream().allMatch(refusal -> refusal.reply().temporary());
            case Accepted _, Unknown _ -> false;
        };
    }

    private void handOver(Row row) {
        Optional<Account> account = passwords.account(row.account());
        Optional<Passphrase> password = passwords.submissionPassword(row.account());
        Optional<Submittable> message = store.message(row.id());
        if (account.isEmpty() || password.isEmpty() || message.isEmpty()) {
            return;
        }
        SmtpEnvelope envelope = new SmtpEnvelope(row.about().from(), row.about().pending());
        try (Passphrase given = password.get()) {
            SubmissionOutcome outcome =
                    submitter.submit(account.get().submission(), given, envelope, message.get(), () -> ending(row));
            note(present(row.id()), outcome);
        }
    }

    /// From here on the relay may have it. Where this can't be written down, the message must not end.
    private void ending(Row row) {
        if (!store.move(row, Phase.ENDING, clock.instant(), Optional.empty(), row.about())) {
            throw new IllegalStateException("an outbox entry changed while it was locked");
        }
    }

    private void note(Row row, SubmissionOutcome outcome) {
        Instant now = clock.instant();
        switch (outcome) {
            case Accepted _ -> handedOver(row, outcome);
            case PartlyAccepted partly ->
                store.together(() -> {
                    copies.keep(row);
                    move(row, Phase.FAILED, now, outcome, divided(row.about(), partly));
                });
            case Refused _, Unreachable _ -> move(row, Phase.FAILED, now, outcome, row.about());
            case Unknown _ -> move(row, Phase.UNCONFIRMED, now, outcome, row.about());
        }
    }

    private void arrived(Row row) {
        handedOver(row, new Accepted(new SmtpReply(250, "")));
    }

    /// The state and the copy under Sent in one step: a letter is never in neither place.
    private void handedOver(Row row, SubmissionOutcome outcome) {
        List<AddrSpec> everyone = Stream.concat(row.about().delivered().stream(), row.about().pending().stream())
                .toList();
        store.together(() -> {
            copies.keep(row);
            move(row, Phase.HANDED_OVER, clock.instant(), outcome, row.about().divided(List.of(), everyone));
        });
    }

    private void move(Row row, Phase to, Instant now, SubmissionOutcome outcome, About about) {
        if (!store.move(row, to, now, Optional.of(outcome), about)) {
            throw new IllegalStateException("an outbox entry changed while it was locked");
        }
    }

    private static About divided(About about, PartlyAccepted partly) {
        return about.divided(
                partly.refused().stream().map(Refusal::recipient).toList(),
                Stream.concat(about.delivered().stream(), partly.accepted().stream())
                        .toList());
    }

    /// An entry that nobody works on and whose end may have gone out was left by a process that stopped.
    private Row recovered(Row row) {
        if (row.phase() != Phase.ENDING) {
            return row;
        }
        locked(row.id(), _ -> {});
        return store.row(row.id()).orElse(row);
    }

    private void tidy(OutboxId id) {
        copies.file(id);
        Instant shownSince = clock.instant().minus(SHOWN_AFTERWARDS);
        locked(id, row -> {
            if (row.phase() == Phase.HANDED_OVER
                    && !row.appendPending()
                    && row.changed().isBefore(shownSince)) {
                store.remove(id);
            }
        });
    }

    /// Runs the work on the entry as it is once nobody else works on it; does nothing while somebody does.
    private void locked(OutboxId id, Consumer<Row> work) {
        Optional<Held> lock = locks.tryTake(id);
        if (lock.isEmpty()) {
            return;
        }
        try (Held _ = lock.get()) {
            store.row(id).map(this::withoutOwner).ifPresent(work);
        }
    }

    /// The lock is ours, so whoever was ending this message is gone.
    private Row withoutOwner(Row row) {
        if (row.phase() != Phase.ENDING) {
            return row;
        }
        move(row, Phase.UNCONFIRMED, clock.instant(), new Unknown(), row.about());
        return present(row.id());
    }

    private Row present(OutboxId id) {
        return store.row(id).orElseThrow(() -> new IllegalArgumentException("there is no such outbox entry"));
    }

    private static Entry entry(Row row) {
        List<AddrSpec> everyone = Stream.concat(row.about().pending().stream(), row.about().delivered().stream())
                .toList();
        return new Entry(
                row.id(),
                row.account(),
                everyone,
                row.about().subject(),
                row.about().sealed(),
                row.queued(),
                state(row));
    }

    private static State state(Row row) {
        return switch (row.phase()) {
            case WAITING, ENDING -> new State.Waiting();
            case HANDED_OVER ->
                new State.HandedOver(
                        row.changed(), row.outcome().map(DurableOutbox::words).orElse(""));
            case FAILED -> new State.Failed(row.changed(), row.outcome().orElseGet(Unknown::new));
            case UNCONFIRMED -> new State.Unconfirmed(row.changed());
        };
    }

    private static String words(SubmissionOutcome outcome) {
        return switch (outcome) {
            case Accepted accepted -> accepted.reply().text();
            case PartlyAccepted partly -> partly.reply().text();
            case Refused refused -> refused.reply().text();
            case Unreachable _, Unknown _ -> "";
        };
    }
}
