package org.waxwing.keystore.sqlite;

import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waxwing.crypto.cert.ComponentKey;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.cert.UserId;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.keystore.Keeping;

/// The certificates, with the digests by which they are found: `cert`, `cert_raw`, `uid`, `subkey`.
final class CertificateTable {
    private static final String RAW = "cert_raw";
    private static final String VERDICTS = "verdicts";
    private static final int KIND_OPENPGP = 1;
    private static final int CACHED = 2_048;
    private static final String COLUMNS = "SELECT cert.id, cert.fpr_mac, cert.created, cert.first_seen, cert.version,"
            + " EXISTS (SELECT 1 FROM secret_key WHERE secret_key.cert_id = cert.id) FROM cert ";

    private final ColumnSealer sealer;
    private final Engine engine;

    /// Parsed certificates by row and version, used under the database's lock only.
    private final Map<String, OpenPgpCertificate> parsed = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, OpenPgpCertificate> eldest) {
            return size() > CACHED;
        }
    };

    CertificateTable(ColumnSealer sealer, Engine engine) {
        this.sealer = sealer;
        this.engine = engine;
    }

    /// A row of `cert`.
    ///
    /// @param own whether there is a secret key for it
    record Stored(long id, Octets subject, Instant created, Instant firstSeen, long version, boolean own) {
        static Stored of(Transaction.Row row) throws SQLException {
            return new Stored(
                    row.number(1),
                    row.octets(2),
                    Instant.ofEpochSecond(row.number(3)),
                    Instant.ofEpochSecond(row.number(4)),
                    row.number(5),
                    row.number(6) == 1);
        }
    }

    /// What keeping did, and to which row.
    record Kept(long id, Keeping keeping) {}

    List<Stored> all(Transaction transaction) {
        return transaction.list(Stored::of, COLUMNS + "ORDER BY cert.created DESC, cert.id DESC");
    }

    Optional<Stored> byPrimary(Transaction transaction, Fingerprint primary) {
        return transaction.first(Stored::of, COLUMNS + "WHERE cert.fpr_mac = ?", sealer.fingerprintMac(primary));
    }

    List<Stored> byAnyFingerprint(Transaction transaction, Fingerprint fingerprint) {
        return transaction.list(
                Stored::of,
                COLUMNS + "WHERE cert.id IN (SELECT cert_id FROM subkey WHERE fpr_mac = ?) ORDER BY cert.id",
                sealer.fingerprintMac(fingerprint));
    }

    List<Stored> byKeyId(Transaction transaction, long keyId) {
        return transaction.list(
                Stored::of,
                COLUMNS + "WHERE cert.id IN (SELECT cert_id FROM subkey WHERE keyid_mac = ?) ORDER BY cert.id",
                sealer.keyIdMac(keyId));
    }

    List<Stored> byAddress(Transaction transaction, AddrSpec address) {
        return transaction.list(
                Stored::of,
                COLUMNS + "WHERE cert.id IN (SELECT cert_id FROM uid WHERE email_mac = ?) ORDER BY cert.id",
                sealer.addressMac(address));
    }

    /// The certificate of a row.
    OpenPgpCertificate certificate(Transaction transaction, Stored row) {
        return readable(transaction, row).orElseThrow(ColumnSealer::changedFromOutside);
    }

    /// The certificate of a row, or nothing where the row was damaged or changed from outside.
    Optional<OpenPgpCertificate> readable(Transaction transaction, Stored row) {
        String key = row.id() + "/" + row.version();
        OpenPgpCertificate known = parsed.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<OpenPgpCertificate> fresh = tryRaw(transaction, row)
                .flatMap(raw -> engine.certificate(raw.encoded(), raw.verdicts()))
                .filter(certificate ->
                        sealer.fingerprintMac(certificate.fingerprint()).equals(row.subject()));
        fresh.ifPresent(certificate -> parsed.put(key, certificate));
        return fresh;
    }

    /// The user ids of a row, without parsing its certificate; those that can't be read are left out.
    List<UserId> userIds(Transaction transaction, Stored row) {
        List<Optional<Octets>> sealed = transaction.list(
                uid -> sealer.tryOpen(uid.octets(2), "uid", row.id() + "." + uid.number(1), row.version()),
                "SELECT seq, sealed FROM uid WHERE cert_id = ? ORDER BY seq",
                row.id());
        return sealed.stream()
                .flatMap(Optional::stream)
                .map(text -> new UserId(text.utf8()))
                .toList();
    }

    Kept keep(Transaction transaction, OpenPgpCertificate certificate, Instant now) {
        Optional<Stored> row = byPrimary(transaction, certificate.fingerprint());
        return row.isPresent()
                ? merge(transaction, row.get(), certificate)
                : new Kept(insert(transaction, certificate, now), Keeping.TAKEN);
    }

    private Kept merge(Transaction transaction, Stored row, OpenPgpCertificate update) {
        Octets known = encoded(transaction, row);
        if (known.equals(update.encoded())) {
            return new Kept(row.id(), Keeping.UNCHANGED);
        }
        OpenPgpCertificate merged = engine.merge(certificate(transaction, row), update);
        if (known.equals(merged.encoded())) {
            return new Kept(row.id(), Keeping.UNCHANGED);
        }
        long version = row.version() + 1;
        int _ = transaction.change("UPDATE cert SET version = ? WHERE id = ?", version, row.id());
        int _ = transaction.change("DELETE FROM cert_raw WHERE cert_id = ?", row.id());
        int _ = transaction.change("DELETE FROM uid WHERE cert_id = ?", row.id());
        int _ = transaction.change("DELETE FROM subkey WHERE cert_id = ?", row.id());
        insertParts(transaction, row.id(), version, merged);
        return new Kept(row.id(), Keeping.MERGED);
    }

    private long insert(Transaction transaction, OpenPgpCertificate certificate, Instant now) {
        transaction.insert(
                "INSERT INTO cert (kind, fpr_mac, created, first_seen, version) VALUES (?, ?, ?, ?, 1)",
                KIND_OPENPGP,
                sealer.fingerprintMac(certificate.fingerprint()),
                certificate.created().getEpochSecond(),
                now.getEpochSecond());
        long id = transaction.number("SELECT last_insert_rowid()");
        insertParts(transaction, id, 1, certificate);
        return id;
    }

    private void insertParts(Transaction transaction, long id, long version, OpenPgpCertificate certificate) {
        transaction.insert(
                "INSERT INTO cert_raw (cert_id, sealed, sealed_verdicts) VALUES (?, ?, ?)",
                id,
                sealer.seal(certificate.encoded(), RAW, id, version),
                sealer.seal(engine.verdicts(certificate), VERDICTS, id, version));
        int seq = 0;
        for (UserId userId : certificate.userIds()) {
            transaction.insert(
                    "INSERT INTO uid (cert_id, seq, sealed, email_mac) VALUES (?, ?, ?, ?)",
                    id,
                    seq,
                    sealer.seal(Octets.ofUtf8(userId.text()), "uid", id + "." + seq, version),
                    userId.address().map(sealer::addressMac).orElseGet(Octets::empty));
            seq++;
        }
        for (ComponentKey key : certificate.keys()) {
            int _ = transaction.change(
                    "INSERT OR IGNORE INTO subkey (keyid_mac, fpr_mac, cert_id) VALUES (?, ?, ?)",
                    sealer.keyIdMac(key.keyId()),
                    sealer.fingerprintMac(key.fingerprint()),
                    id);
        }
    }

    private Octets encoded(Transaction transaction, Stored row) {
        return tryRaw(transaction, row).map(Raw::encoded).orElseThrow(ColumnSealer::changedFromOutside);
    }

    /// The bytes of a certificate and what was found out about them.
    private record Raw(Octets encoded, Octets verdicts) {}

    /// Verdicts that are missing or don't open are none: the work is then done again.
    private Optional<Raw> tryRaw(Transaction transaction, Stored row) {
        Optional<Optional<Raw>> opened = transaction.first(
                raw -> {
                    Octets verdicts = raw.octets(2);
                    return sealer.tryOpen(raw.octets(1), RAW, row.id(), row.version())
                            .map(encoded -> new Raw(
                                    encoded,
                                    sealer.tryOpen(verdicts, VERDICTS, row.id(), row.version())
                                            .orElseGet(Octets::empty)));
                },
                "SELECT sealed, sealed_verdicts FROM cert_raw WHERE cert_id = ?",
                row.id());
        return opened.flatMap(clear -> clear);
    }
}
