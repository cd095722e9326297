package org.waxwing.app.store;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.waxwing.app.account.AccountId;
import org.waxwing.app.arrival.LetterStore;
import org.waxwing.app.arrival.ListedLetter;
import org.waxwing.app.arrival.ServerPlace;
import org.waxwing.app.mailbox.Letters;
import org.waxwing.app.mailbox.Letters.Folder.Kind;
import org.waxwing.crypto.CryptographicSummary;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.keystore.vault.SealedBox;

/// Letters in SQLite, their bytes in a [LetterPack]; each value sealed for its row.
public final class SqliteLetters implements Letters, LetterStore, AutoCloseable {
    private final Database database;
    private final LetterPack pack;
    private final SealedBox box;

    public SqliteLetters(Database database, Path packFile, SealedBox box) {
        this.database = database;
        this.pack = LetterPack.open(packFile);
        this.box = box;
    }

    @Override
    public List<Folder> folders() {
        return database.inTransaction(sql -> {
            for (long account : sql.list("SELECT id FROM account ORDER BY id", row -> row.getLong("id"))) {
                long _ = folder(sql, new AccountId(account), Kind.INBOX);
                long _ = folder(sql, new AccountId(account), Kind.SENT);
            }
            return sql.list(
                    "SELECT id, account, kind,"
                            + " (SELECT count(*) FROM letter WHERE folder = folder.id) AS total,"
                            + " (SELECT count(*) FROM letter WHERE folder = folder.id AND unread = 1) AS fresh"
                            + " FROM folder ORDER BY account, kind",
                    row -> {
                        Kind kind = Kind.valueOf(row.getString("kind"));
                        return new Folder(
                                new FolderId(row.getLong("id")),
                                Optional.of(new AccountId(row.getLong("account"))),
                                kind,
                                kind.name(),
                                row.getInt("total"),
                                row.getInt("fresh"));
                    });
        });
    }

    @Override
    public List<Summary> page(FolderId folder, Optional<LetterId> before, int count) {
        String columns = "SELECT id, folder, date, unread, summary FROM letter WHERE folder = ?";
        String order = " ORDER BY date DESC, id DESC LIMIT ?";
        return database.reading(sql -> {
            if (before.isEmpty()) {
                return sql.list(columns + order, this::summary, folder.value(), count);
            }
            long id = before.get().value();
            long date = sql.one("SELECT date FROM letter WHERE id = ?", row -> row.getLong("date"), id)
                    .orElse(Long.MIN_VALUE);
            return sql.list(
                    columns + " AND (date, id) < (?, ?)" + order, this::summary, folder.value(), date, id, count);
        });
    }

    @Override
    public void markRead(LetterId id, boolean read) {
        int _ = database.inTransaction(
                sql -> sql.change("UPDATE letter SET unread = ? WHERE id = ?", !read, id.value()));
    }

    @Override
    public long newestUid(AccountId account, Kind folder, long uidValidity) {
        return database.reading(sql -> sql.one(
                        "SELECT newest_uid FROM folder WHERE account = ? AND kind = ? AND uid_validity = ?",
                        row -> row.getLong("newest_uid"),
                        account.value(),
                        folder.name(),
                        uidValidity)
                .orElse(0L));
    }

    @Override
    public Optional<LetterId> keep(
            ServerPlace place, Octets message, ListedLetter listed, boolean read, Instant arrived) {
        Octets content = box.mac(message);
        Octets messageId = messageMac(listed.messageId().orElse(""));
        return database.inTransaction(sql -> {
            long folder = folder(sql, place.account(), place.folder());
            Optional<Long> known = known(sql, folder, content, messageId, listed, place);
            note(sql, folder, place);
            if (known.isPresent()) {
                sql.change("UPDATE letter SET uid = max(uid, ?) WHERE id = ?", place.uid(), known.get());
                return Optional.<LetterId>empty();
            }
            long id = sql.insert(
                    "INSERT INTO letter (folder, uid, content_mac, message_mac, date, unread, pack_offset, pack_length,"
                            + " summary) VALUES (?, ?, ?, ?, ?, ?, 0, 0, ?)",
                    folder,
                    place.uid(),
                    content,
                    messageId,
                    sane(listed.date(), arrived).toEpochMilli(),
                    !read,
                    Sealed.pending());
            Octets sealed = box.seal(message, place(id));
            sql.change(
                    "UPDATE letter SET pack_offset = ?, pack_length = ?, summary = ? WHERE id = ?",
                    pack.append(sealed),
                    sealed.length(),
                    box.seal(ListedForm.written(listed), summaryPlace(id)),
                    id);
            return Optional.of(new LetterId(id));
        });
    }

    @Override
    public void passOver(ServerPlace place) {
        boolean _ = database.inTransaction(sql -> {
            note(sql, folder(sql, place.account(), place.folder()), place);
            return true;
        });
    }

    @Override
    public Optional<Octets> raw(LetterId id) {
        return database.reading(sql -> sql.one(
                        "SELECT pack_offset, pack_length FROM letter WHERE id = ?",
                        row -> pack.read(row.getLong("pack_offset"), row.getInt("pack_length")),
                        id.value()))
                .map(stored -> box.open(stored, place(id.value())).orElseThrow(() -> Sealed.damaged("letter")));
    }

    @Override
    public void list(LetterId id, ListedLetter listed) {
        int _ = database.inTransaction(sql -> sql.change(
                "UPDATE letter SET summary = ?, message_mac = ? WHERE id = ?",
                sealed(id, listed),
                messageMac(listed.messageId().orElse("")),
                id.value()));
    }

    @Override
    public void list(LetterId id, ListedLetter listed, Instant arrived) {
        int _ = database.inTransaction(sql -> sql.change(
                "UPDATE letter SET summary = ?, message_mac = ?, date = ? WHERE id = ?",
                sealed(id, listed),
                messageMac(listed.messageId().orElse("")),
                sane(listed.date(), arrived).toEpochMilli(),
                id.value()));
    }

    private Octets sealed(LetterId id, ListedLetter listed) {
        return box.seal(ListedForm.written(listed), summaryPlace(id.value()));
    }

    @Override
    public Optional<ListedLetter> listed(LetterId id) {
        return database.reading(sql -> sql.one(
                "SELECT id, summary FROM letter WHERE id = ?", row -> listed(row.getLong("id"), row), id.value()));
    }

    /// Letters are found by the keyed digest of their identifiers, which tells a thief of the disk nothing.
    @Override
    public boolean holdsSealed(List<String> messageIds) {
        return database.reading(sql -> {
            for (String messageId : messageIds) {
                List<ListedLetter> found = sql.list(
                        "SELECT letter.id, summary FROM folder JOIN letter ON letter.folder = folder.id"
                                + " WHERE message_mac = ? LIMIT 8",
                        row -> listed(row.getLong("id"), row),
                        messageMac(messageId));
                if (found.stream().anyMatch(SqliteLetters::wasSealed)) {
                    return true;
                }
            }
            return false;
        });
    }

    private static boolean wasSealed(ListedLetter letter) {
        return letter.status()
                .filter(CryptographicSummary.Status.CONFIDENTIAL::equals)
                .isPresent();
    }

    private Octets messageMac(String messageId) {
        return box.mac(Octets.ofUtf8("message-id " + messageId));
    }

    @Override
    public void close() {
        pack.close();
    }

    /// A letter with the same bytes; or, for a folder that this computer writes into itself, our own copy
    /// that has no place on the server yet. A Message-ID alone proves nothing about a letter that came
    /// from elsewhere: anybody can repeat one to hide another letter.
    private static Optional<Long> known(
            Sql sql, long folder, Octets content, Octets messageId, ListedLetter listed, ServerPlace place)
            throws SQLException {
        Optional<Long> same = sql.one(
                "SELECT id FROM letter WHERE folder = ? AND content_mac = ?",
                row -> row.getLong("id"),
                folder,
                content);
        if (same.isPresent()
                || place.folder() != Kind.SENT
                || listed.messageId().isEmpty()) {
            return same;
        }
        return sql.one(
                "SELECT id FROM letter WHERE folder = ? AND message_mac = ? AND (uid = 0 OR ? = 0)",
                row -> row.getLong("id"),
                folder,
                messageId,
                place.uid());
    }

    private static void note(Sql sql, long folder, ServerPlace place) throws SQLException {
        if (place.uid() > 0) {
            sql.change(
                    "UPDATE folder SET newest_uid = CASE WHEN uid_validity = ? THEN max(newest_uid, ?) ELSE ? END,"
                            + " uid_validity = ? WHERE id = ?",
                    place.uidValidity(),
                    place.uid(),
                    place.uid(),
                    place.uidValidity(),
                    folder);
        }
    }

    private static long folder(Sql sql, AccountId account, Kind kind) throws SQLException {
        sql.change(
                "INSERT INTO folder (account, kind) VALUES (?, ?) ON CONFLICT DO NOTHING",
                account.value(),
                kind.name());
        return sql.one(
                        "SELECT id FROM folder WHERE account = ? AND kind = ?",
                        row -> row.getLong("id"),
                        account.value(),
                        kind.name())
                .orElseThrow();
    }

    /// A letter can't be from the future: a date that claims so must not keep it on top of the list.
    private static Instant sane(Optional<Instant> claimed, Instant arrived) {
        return claimed.filter(date -> date.isBefore(arrived)).orElse(arrived);
    }

    private Summary summary(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        ListedLetter listed = listed(id, row);
        return new Summary(
                new LetterId(id),
                new FolderId(row.getLong("folder")),
                listed.from(),
                listed.to(),
                listed.subject(),
                listed.preview(),
                Instant.ofEpochMilli(row.getLong("date")),
                row.getInt("unread") == 0,
                listed.attachments(),
                listed.status());
    }

    private ListedLetter listed(long id, ResultSet row) throws SQLException {
        return ListedForm.read(
                box.open(Sql.bytes(row, "summary"), summaryPlace(id)).orElseThrow(() -> Sealed.damaged("summary")));
    }

    private static String place(long id) {
        return "letter/" + id + "/1";
    }

    private static String summaryPlace(long id) {
        return "letter-summary/" + id + "/1";
    }
}
