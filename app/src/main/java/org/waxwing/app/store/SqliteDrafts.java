package org.waxwing.app.store;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.waxwing.app.account.AccountId;
import org.waxwing.app.compose.Answered;
import org.waxwing.app.compose.Draft;
import org.waxwing.app.compose.Drafts;
import org.waxwing.app.compose.SealedText;
import org.waxwing.crypto.mime.AttachedFile;
import org.waxwing.crypto.mime.Mailbox;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.keystore.vault.SealedBox;

/// Drafts in SQLite, each one sealed for its row.
public final class SqliteDrafts implements Drafts {
    private final Database database;
    private final SealedBox box;
    private final InstantSource clock;

    public SqliteDrafts(Database database, SealedBox box, InstantSource clock) {
        this.database = database;
        this.box = box;
        this.clock = clock;
    }

    @Override
    public void keep(DraftId id, Draft draft) {
        Octets sealed = box.seal(written(draft), place(id.value()));
        int _ = database.inTransaction(sql -> sql.change(
                "INSERT INTO draft (id, changed, sealed) VALUES (?, ?, ?)"
                        + " ON CONFLICT (id) DO UPDATE SET changed = excluded.changed, sealed = excluded.sealed",
                id.value(),
                clock.millis(),
                sealed));
    }

    /// Takes the number for good, so that two processes never get the same.
    @Override
    public DraftId fresh() {
        return database.inTransaction(sql -> {
            long id = sql.insert("INSERT INTO draft (changed, sealed) VALUES (0, ?)", Sealed.pending());
            sql.change("DELETE FROM draft WHERE id = ?", id);
            return new DraftId(id);
        });
    }

    @Override
    public Optional<Draft> load(DraftId id) {
        return all().stream()
                .filter(kept -> kept.id().equals(id))
                .map(Kept::draft)
                .findFirst();
    }

    @Override
    public List<Kept> all() {
        return database.reading(sql -> sql.list("SELECT id, changed, sealed FROM draft ORDER BY changed DESC", row -> {
            long id = row.getLong("id");
            Octets open = box.open(Sql.bytes(row, "sealed"), place(id)).orElseThrow(() -> Sealed.damaged("draft"));
            Instant changed = Instant.ofEpochMilli(row.getLong("changed"));
            return new Kept(new DraftId(id), read(new FieldReader(open)), changed);
        }));
    }

    @Override
    public void discard(DraftId id) {
        int _ = database.inTransaction(sql -> sql.change("DELETE FROM draft WHERE id = ?", id.value()));
    }

    private static String place(long id) {
        return "draft/" + id + "/1";
    }

    private static Octets written(Draft draft) {
        return new FieldWriter()
                .number(draft.account().value())
                .many(draft.to(), FieldWriter::mailbox)
                .many(draft.cc(), FieldWriter::mailbox)
                .many(draft.bcc(), FieldWriter::mailbox)
                .text(draft.subject())
                .text(draft.text())
                .many(draft.attachments(), SqliteDrafts::file)
                .maybe(draft.answered().inReplyTo(), FieldWriter::text)
                .many(draft.answered().references(), FieldWriter::text)
                .truth(draft.answered().sealed())
                .many(draft.sealedText().sources(), FieldWriter::text)
                .many(List.copyOf(draft.sealedText().released()), FieldWriter::text)
                .done();
    }

    private static Draft read(FieldReader in) {
        AccountId account = new AccountId(in.number());
        List<Mailbox> to = in.many(FieldReader::mailbox);
        List<Mailbox> cc = in.many(FieldReader::mailbox);
        List<Mailbox> bcc = in.many(FieldReader::mailbox);
        String subject = in.text();
        String text = in.text();
        List<AttachedFile> attachments = in.many(SqliteDrafts::file);
        return new Draft(account, to, cc, bcc, subject, text, attachments, answered(in), sealedText(in));
    }

    /// A draft of before the mark was kept may quote a sealed letter if it answers one at all.
    private static Answered answered(FieldReader in) {
        Optional<String> inReplyTo = in.maybe(FieldReader::text);
        List<String> references = in.many(FieldReader::text);
        return new Answered(inReplyTo, references, in.atEnd() ? inReplyTo.isPresent() : in.truth());
    }

    /// A draft of before these were kept has none; its mark alone guards its quotes.
    private static SealedText sealedText(FieldReader in) {
        if (in.atEnd()) {
            return SealedText.none();
        }
        List<String> sources = in.many(FieldReader::text);
        return new SealedText(sources, Set.copyOf(in.many(FieldReader::text)));
    }

    private static void file(FieldWriter out, AttachedFile file) {
        out.text(file.name()).text(file.mediaType()).bytes(file.content());
    }

    private static AttachedFile file(FieldReader in) {
        String name = in.text();
        String type = in.text();
        return new AttachedFile(name, type, in.bytes());
    }
}
