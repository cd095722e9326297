package org.waxwing.ui.sample;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.waxwing.app.account.AccountId;
import org.waxwing.app.send.Outbox;
import org.waxwing.app.send.OutboxId;
import org.waxwing.app.send.SubmissionOutcome;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Mailbox;

/// An outbox in memory; what waits is handed over at the first try.
public final class SampleOutbox implements Outbox {
    private final List<Entry> entries = new ArrayList<>();

    /// One letter in each state.
    public static SampleOutbox ofEveryState() {
        SampleOutbox outbox = new SampleOutbox();
        Instant at = Instant.parse("2026-06-09T11:02:00Z");
        outbox.add(1, "Trip budget", true, new State.HandedOver(at, "250 2.0.0 Ok: queued as 4XkQ2p"), Sample.ANNA);
        outbox.add(
                2,
                "Reading list",
                true,
                new State.Failed(
                        at,
                        new SubmissionOutcome.Refused(
                                List.of(), new SubmissionOutcome.SmtpReply(552, "Message exceeds fixed limit"))),
                Sample.BEN);
        outbox.add(3, "Room for Thursday", true, new State.Unconfirmed(at), Sample.ANNA, Sample.CARLA);
        outbox.add(4, "Lunch", false, new State.Waiting(), Sample.DAVE);
        return outbox;
    }

    public void add(long id, String subject, boolean sealed, State state, Mailbox... people) {
        List<AddrSpec> to = List.of(people).stream().map(Mailbox::address).toList();
        entries.add(new Entry(new OutboxId(id), new AccountId(1), to, subject, sealed, Sample.NOW, state));
    }

    @Override
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    @Override
    public List<Entry> submitWaiting() {
        return entries.stream().filter(entry -> entry.state() instanceof State.Waiting).toList().stream()
                .map(entry -> submit(entry.id()))
                .toList();
    }

    @Override
    public Entry submit(OutboxId id) {
        return become(id, new State.HandedOver(Sample.NOW, "250 2.0.0 Ok: queued as 7TbM9c"));
    }

    @Override
    public void settle(OutboxId id) {
        Entry _ = become(id, new State.HandedOver(Sample.NOW, "confirmed"));
    }

    @Override
    public void discard(OutboxId id) {
        entries.removeIf(entry -> entry.id().equals(id));
    }

    private Entry become(OutboxId id, State state) {
        entries.replaceAll(entry -> entry.id().equals(id)
                ? new Entry(
                        id, entry.account(), entry.recipients(), entry.subject(), entry.sealed(), entry.queued(), state)
                : entry);
        return entries.stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
