package org.waxwing.app.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waxwing.app.account.AccountId;
import org.waxwing.app.compose.Drafts.DraftId;
import org.waxwing.app.dispatch.About;
import org.waxwing.app.dispatch.OutboxStore;
import org.waxwing.app.dispatch.Phase;
import org.waxwing.app.send.OutboxId;
import org.waxwing.app.send.SubmissionOutcome;
import org.waxwing.crypto.Safekeeping;
import org.waxwing.crypto.Submittable;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.keystore.vault.SealedBox;

/// The outbox in SQLite: messages in [Safekeeping], everything else about them sealed for its row.
public final class SqliteOutbox implements OutboxStore {
    private static final String COLUMNS =
            "SELECT id, account, queued, state, changed, append_pending, about, outcome FROM outbox";

    private final Database database;
    private final SealedBox box;
    private final Safekeeping safekeeping;

    public SqliteOutbox(Database database, SealedBox box, Safekeeping safekeeping) {
        this.database = database;
        this.box = box;
        this.safekeeping = safekeeping;
    }

    @Override
    public List<OutboxId> queue(AccountId account, List<Message> messages, Instant now, Optional<DraftId> draft) {
        return database.inTransaction(sql -> {
            List<OutboxId> queued = new ArrayList<>();
            for (Message message : messages) {
                long id = sql.insert(
                        "INSERT INTO outbox (account, queued, state, changed, append_pending, about, message, outcome)"
                                + " VALUES (?, ?, ?, ?, 0, ?, ?, ?)",
                        account.value(),
                        now.toEpochMilli(),
                        Phase.WAITING.name(),
                        now.toEpochMilli(),
                        Sealed.pending(),
                        Sealed.pending(),
                        Sealed.pending());
                sql.change(
                        "UPDATE outbox SET about = ?, message = ? WHERE id = ?",
                        box.seal(written(message.about()), aboutPlace(id)),
                        safekeeping.keep(message.bytes(), messagePlace(id)),
                        id);
                queued.add(new OutboxId(id));
            }
            if (draft.isPresent()) {
                sql.change("DELETE FROM draft WHERE id = ?", draft.get().value());
            }
            return List.copyOf(queued);
        });
    }

    @Override
    public List<Row> rows() {
        return database.reading(sql -> sql.list(COLUMNS + " ORDER BY id", this::row));
    }

    @Override
    public Optional<Row> row(OutboxId id) {
        return database.reading(sql -> sql.one(COLUMNS + " WHERE id = ?", this::row, id.value()));
    }

    @Override
    public Optional<Submittable> message(OutboxId id) {
        return database.reading(sql -> sql.one(
                        "SELECT message FROM outbox WHERE id = ?", row -> Sql.bytes(row, "message"), id.value()))
                .map(kept -> safekeeping
                        .restore(kept, messagePlace(id.value()))
                        .orElseThrow(() -> Sealed.damaged("message in the outbox")));
    }

    @Override
    public boolean move(Row seen, Phase to, Instant now, Optional<SubmissionOutcome> outcome, About about) {
        long id = seen.id().value();
        Octets ended = outcome.map(known -> box.seal(OutcomeForm.written(known), outcomePlace(id)))
                .orElse(Octets.empty());
        return database.inTransaction(sql -> sql.change(
                        "UPDATE outbox SET state = ?, changed = ?, outcome = ?, about = ? WHERE id = ? AND state = ?",
                        to.name(),
                        now.toEpochMilli(),
                        ended,
                        box.seal(written(about), aboutPlace(id)),
                        id,
                        seen.phase().name())
                == 1);
    }

    @Override
    public void appendPending(OutboxId id, boolean pending) {
        int _ = database.inTransaction(
                sql -> sql.change("UPDATE outbox SET append_pending = ? WHERE id = ?", pending, id.value()));
    }

    @Override
    public void remove(OutboxId id) {
        int _ = database.inTransaction(sql -> sql.change("DELETE FROM outbox WHERE id = ?", id.value()));
    }

    @Override
    public void together(Runnable changes) {
        boolean _ = database.inTransaction(_ -> {
            changes.run();
            return true;
        });
    }

    private Row row(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        Octets about = box.open(Sql.bytes(row, "about"), aboutPlace(id)).orElseThrow(() -> Sealed.damaged("outbox"));
        Octets ended = Sql.bytes(row, "outcome");
        Optional<SubmissionOutcome> outcome = ended.isEmpty()
                ? Optional.empty()
                : Optional.of(OutcomeForm.read(
                        box.open(ended, outcomePlace(id)).orElseThrow(() -> Sealed.damaged("outbox"))));
        return new Row(
                new OutboxId(id),
                new AccountId(row.getLong("account")),
                Instant.ofEpochMilli(row.getLong("queued")),
                Phase.valueOf(row.getString("state")),
                Instant.ofEpochMilli(row.getLong("changed")),
                row.getInt("append_pending") == 1,
                about(new FieldReader(about)),
                outcome);
    }

    private static Octets written(About about) {
        return new FieldWriter()
                .address(about.from())
                .many(about.pending(), FieldWriter::address)
                .many(about.delivered(), FieldWriter::address)
                .text(about.subject())
                .truth(about.sealed())
                .text(about.messageId())
                .truth(about.sentCopy())
                .done();
    }

    private static About about(FieldReader in) {
        AddrSpec from = in.address();
        List<AddrSpec> pending = in.many(FieldReader::address);
        List<AddrSpec> delivered = in.many(FieldReader::address);
        String subject = in.text();
        boolean isSealed = in.truth();
        String messageId = in.text();
        return new About(from, pending, delivered, subject, isSealed, messageId, in.truth());
    }

    private static String aboutPlace(long id) {
        return "outbox-about/" + id + "/1";
    }

    private static String messagePlace(long id) {
        return "outbox-message/" + id + "/1";
    }

    private static String outcomePlace(long id) {
        return "outbox-outcome/" + id + "/1";
    }
}
