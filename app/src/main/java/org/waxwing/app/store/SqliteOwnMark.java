package org.waxwing.app.store;

import java.security.SecureRandom;
import org.waxwing.app.account.OwnMark;
import org.waxwing.app.account.OwnMarks;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.keystore.vault.SealedBox;

/// The person's own mark as a sealed setting.
public final class SqliteOwnMark implements OwnMarks {
    private static final String NAME = "own mark";

    private final Database database;
    private final SealedBox box;
    private final SecureRandom random;

    public SqliteOwnMark(Database database, SealedBox box, SecureRandom random) {
        this.database = database;
        this.box = box;
        this.random = random;
    }

    @Override
    public OwnMark mark() {
        Octets fresh = box.seal(written(OwnMark.any(random)), NAME);
        Octets stored = database.inTransaction(sql -> {
            sql.change("INSERT INTO setting (name, sealed) VALUES (?, ?) ON CONFLICT DO NOTHING", NAME, fresh);
            return sql.one("SELECT sealed FROM setting WHERE name = ?", row -> Sql.bytes(row, "sealed"), NAME)
                    .orElseThrow();
        });
        FieldReader in = new FieldReader(box.open(stored, NAME).orElseThrow(() -> Sealed.damaged("own mark")));
        String word = in.text();
        return new OwnMark(word, OwnMark.Colour.valueOf(in.text()));
    }

    @Override
    public void choose(OwnMark mark) {
        Octets sealed = box.seal(written(mark), NAME);
        int _ = database.inTransaction(sql -> sql.change(
                "INSERT INTO setting (name, sealed) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET sealed = excluded.sealed",
                NAME,
                sealed));
    }

    private static Octets written(OwnMark mark) {
        return new FieldWriter().text(mark.word()).text(mark.colour().name()).done();
    }
}
