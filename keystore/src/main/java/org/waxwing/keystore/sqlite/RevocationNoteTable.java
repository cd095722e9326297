package org.waxwing.keystore.sqlite;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.keystore.RevocationNote;

/// What authorities said of X.509 certificates, those of other authorities included: `smime_revocation`.
final class RevocationNoteTable {
    private static final String TABLE = "smime_revocation";

    private final ColumnSealer sealer;

    RevocationNoteTable(ColumnSealer sealer) {
        this.sealer = sealer;
    }

    /// The last word counts: an authority may take back that it only held a certificate (RFC 5280 §5.3.1).
    void put(Transaction transaction, RevocationNote note) {
        Octets subject = sealer.fingerprintMac(note.certificate());
        int _ = transaction.change("DELETE FROM smime_revocation WHERE fpr_mac = ?", subject);
        long id = transaction.number("SELECT coalesce(max(id), 0) + 1 FROM smime_revocation");
        transaction.insert(
                "INSERT INTO smime_revocation (id, fpr_mac, sealed) VALUES (?, ?, ?)",
                id,
                subject,
                sealer.seal(written(note), TABLE, id, 1));
    }

    List<RevocationNote> all(Transaction transaction) {
        return transaction.list(
                row -> read(sealer.open(row.octets(2), TABLE, row.number(1), 1)),
                "SELECT id, sealed FROM smime_revocation ORDER BY id");
    }

    private static Octets written(RevocationNote note) {
        String said = note.revoked()
                .map(revoked -> revoked.since().getEpochSecond() + " " + revoked.hard())
                .orElse("");
        return Octets.ofUtf8(note.certificate().hex() + "\n" + note.asked().getEpochSecond() + "\n" + said + "\n");
    }

    private static RevocationNote read(Octets written) {
        List<String> lines = written.utf8().lines().toList();
        return new RevocationNote(
                new Fingerprint.X509Sha256(lines.get(0)),
                Instant.ofEpochSecond(Long.parseLong(lines.get(1))),
                lines.get(2).isEmpty() ? Optional.empty() : Optional.of(revoked(lines.get(2))));
    }

    private static Objection.Revoked revoked(String said) {
        int space = said.indexOf(' ');
        return new Objection.Revoked(
                Instant.ofEpochSecond(Long.parseLong(said.substring(0, space))),
                Boolean.parseBoolean(said.substring(space + 1)));
    }
}
