package org.waxwing.app.store;

import java.time.Instant;
import java.util.List;
import org.waxwing.app.keys.InquiryLedger;
import org.waxwing.app.trust.Inquiry;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.keystore.vault.SealedBox;

/// The ledger of what servers were asked about certificates and letters and for pictures, each line sealed
/// for its row. The newest are kept.
public final class SqliteInquiries implements InquiryLedger {
    private static final int MOST = 500;
    private static final String DNS = "dns:";

    private final Database database;
    private final SealedBox box;

    public SqliteInquiries(Database database, SealedBox box) {
        this.database = database;
        this.box = box;
    }

    @Override
    public void add(Inquiry inquiry) {
        int _ = database.inTransaction(sql -> {
            long id = sql.insert("INSERT INTO inquiry (sealed) VALUES (?)", Sealed.pending());
            sql.change("UPDATE inquiry SET sealed = ? WHERE id = ?", box.seal(written(inquiry), place(id)), id);
            return sql.change("DELETE FROM inquiry WHERE id <= ?", id - MOST);
        });
    }

    @Override
    public List<Inquiry> all() {
        return database.reading(sql -> sql.list("SELECT id, sealed FROM inquiry ORDER BY id DESC", row -> {
            long id = row.getLong("id");
            Octets open = box.open(Sql.bytes(row, "sealed"), place(id)).orElseThrow(() -> Sealed.damaged("ledger"));
            return read(new FieldReader(open));
        }));
    }

    private static String place(long id) {
        return "inquiry/" + id + "/1";
    }

    private static Octets written(Inquiry inquiry) {
        return new FieldWriter()
                .number(inquiry.at().toEpochMilli())
                .text(inquiry.url())
                .number(inquiry.octets())
                .text(inquiry.outcome().name())
                .text(inquiry.purpose().name())
                .done();
    }

    private static Inquiry read(FieldReader in) {
        Instant at = Instant.ofEpochMilli(in.number());
        String url = in.text();
        long octets = in.number();
        Inquiry.Outcome outcome = Inquiry.Outcome.valueOf(in.text());
        // Lines of before there were others than about certificates end here.
        Inquiry.Purpose purpose = in.atEnd() ? Inquiry.Purpose.CERTIFICATE : Inquiry.Purpose.valueOf(in.text());
        // The DNS was never asked about anything but letters; that stood here as if it were about certificates.
        return new Inquiry(at, url, octets, outcome, url.startsWith(DNS) ? Inquiry.Purpose.LETTER : purpose);
    }
}
