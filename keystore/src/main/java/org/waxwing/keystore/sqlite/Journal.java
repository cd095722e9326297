package org.waxwing.keystore.sqlite;

import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.keystore.Acceptance;
import org.waxwing.keystore.Decision;

/// The decisions, in a chain: the link of an entry is a keyed digest over the link before it and the
/// entry, so nobody without the vault's key can edit, reorder, insert or take out one. The head file tells
/// when entries are missing at the end.
///
/// The head is written after the commit, so a crash in between leaves a head that is behind. An entry past
/// the head that continues the chain is therefore sound; a head past the last entry never is.
final class Journal {
    private static final String TABLE = "trust_event";

    private final ColumnSealer sealer;
    private final JournalHead head;

    Journal(ColumnSealer sealer, JournalHead head) {
        this.sealer = sealer;
        this.head = head;
    }

    private record Event(long id, Octets subject, Octets sealed, Octets chain) {
        static Event of(Transaction.Row row) throws SQLException {
            return new Event(row.number(1), row.octets(2), row.octets(3), row.octets(4));
        }
    }

    /// The head of an empty journal, written before its table is there.
    void begin() {
        if (!head.exists()) {
            head.write(new JournalHead.Head(0, genesis()));
        }
    }

    void append(Transaction transaction, Decision decision) {
        Optional<Event> last = last(transaction);
        long id = last.map(Event::id).orElse(0L) + 1;
        Octets subject = sealer.fingerprintMac(decision.certificate());
        Octets sealed = sealer.seal(DecisionCodec.encode(decision), TABLE, id, 1);
        Octets chain = link(last.map(Event::chain).orElseGet(this::genesis), id, subject, sealed);
        transaction.insert(
                "INSERT INTO trust_event (id, fpr_mac, sealed, chain_mac) VALUES (?, ?, ?, ?)",
                id,
                subject,
                sealed,
                chain);
    }

    /// Moves the head to the last entry, where everything from the head to there follows. A journal that
    /// is broken keeps the head that proves it.
    ///
    /// To be called within a writing transaction, so that no other process moves the head at the same time.
    void advanceHead(Transaction transaction) {
        Optional<JournalHead.Head> known = head.read();
        if (known.isEmpty()) {
            return;
        }
        JournalHead.Head from = known.get();
        if (at(transaction, from.count()).filter(from::equals).isEmpty()) {
            return;
        }
        Optional<JournalHead.Head> end = follow(transaction, from);
        if (end.isPresent() && end.get().count() > from.count()) {
            head.write(end.get());
        }
    }

    boolean intact(Transaction transaction) {
        JournalHead.Head start = new JournalHead.Head(0, genesis());
        return follow(transaction, start).isPresent()
                && head.read()
                        .filter(known -> at(transaction, known.count())
                                .filter(known::equals)
                                .isPresent())
                        .isPresent();
    }

    /// What was decided last; an entry that can't be read counts as a rejection, which is the safe side.
    Acceptance acceptance(Transaction transaction, Octets subject) {
        return transaction
                .first(Event::of, """
                    SELECT id, fpr_mac, sealed, chain_mac FROM trust_event
                    WHERE fpr_mac = ? ORDER BY id DESC LIMIT 1\
                    """, subject)
                .map(event -> read(event)
                        .filter(decision ->
                                sealer.fingerprintMac(decision.certificate()).equals(subject))
                        .map(Decision::acceptance)
                        .orElse(Acceptance.REJECTED))
                .orElse(Acceptance.UNDECIDED);
    }

    Map<Fingerprint, Acceptance> acceptances(Transaction transaction, Set<Fingerprint> primaries) {
        return primaries.stream()
                .collect(Collectors.toUnmodifiableMap(
                        primary -> primary, primary -> acceptance(transaction, sealer.fingerprintMac(primary))));
    }

    List<Decision> decisions(Transaction transaction, Fingerprint primary) {
        return transaction.list(Event::of, """
            SELECT id, fpr_mac, sealed, chain_mac FROM trust_event
            WHERE fpr_mac = ? ORDER BY id\
            """, sealer.fingerprintMac(primary)).stream()
                .map(event -> read(event).orElseThrow(ColumnSealer::changedFromOutside))
                .toList();
    }

    private Optional<Decision> read(Event event) {
        return sealer.tryOpen(event.sealed(), TABLE, event.id(), 1).flatMap(DecisionCodec::decode);
    }

    /// The head that the journal has after so many entries.
    private Optional<JournalHead.Head> at(Transaction transaction, long count) {
        if (count == 0) {
            return Optional.of(new JournalHead.Head(0, genesis()));
        }
        return transaction
                .first(Event::of, "SELECT id, fpr_mac, sealed, chain_mac FROM trust_event WHERE id = ?", count)
                .map(event -> new JournalHead.Head(event.id(), event.chain()));
    }

    /// The end of the journal, when every entry after `from` follows from the one before it.
    private Optional<JournalHead.Head> follow(Transaction transaction, JournalHead.Head from) {
        List<Event> events = transaction.list(
                Event::of,
                "SELECT id, fpr_mac, sealed, chain_mac FROM trust_event WHERE id > ? ORDER BY id",
                from.count());
        JournalHead.Head end = from;
        for (Event event : events) {
            Octets expected = link(end.chain(), event.id(), event.subject(), event.sealed());
            if (event.id() != end.count() + 1 || !expected.equals(event.chain())) {
                return Optional.empty();
            }
            end = new JournalHead.Head(event.id(), event.chain());
        }
        return Optional.of(end);
    }

    private static Optional<Event> last(Transaction transaction) {
        return transaction.first(
                Event::of, "SELECT id, fpr_mac, sealed, chain_mac FROM trust_event ORDER BY id DESC LIMIT 1");
    }

    private Octets genesis() {
        return sealer.box().mac(Octets.ofUtf8("journal begins"));
    }

    private Octets link(Octets before, long id, Octets subject, Octets sealed) {
        byte[] label = Octets.ofUtf8("journal link").toByteArray();
        return sealer.box()
                .mac(Octets.of(
                        ByteBuffer.allocate(label.length + before.length() + 8 + 4 + subject.length() + sealed.length())
                                .put(label)
                                .put(before.toByteArray())
                                .putLong(id)
                                .putInt(subject.length())
                                .put(subject.toByteArray())
                                .put(sealed.toByteArray())
                                .array()));
    }
}
