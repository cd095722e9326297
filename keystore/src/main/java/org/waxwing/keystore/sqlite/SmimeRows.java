package org.waxwing.keystore.sqlite;

import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waxwing.crypto.Smime;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.SmimeCertificate;
import org.waxwing.crypto.cert.SmimeSecretKey;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.keystore.Keeping;

/// X.509 certificates and the private keys of some: `smime_cert`, `smime_address`, `smime_key`.
final class SmimeRows {
    private static final String CERT = "smime_cert";
    private static final String SECRET = "smime_key";
    private static final String CHAIN = "smime_key.chain";
    private static final String PASSPHRASE = "smime_key.passphrase";
    private static final String COLUMNS = "SELECT id, fpr_mac, first_seen, sealed,"
            + " EXISTS (SELECT 1 FROM smime_key WHERE smime_key.cert_id = smime_cert.id) FROM smime_cert ";

    private final ColumnSealer sealer;
    private final Smime smime;

    /// Parsed certificates by row, used under the database's lock only. A row never changes.
    private final Map<Long, SmimeCertificate> parsed = new HashMap<>();

    SmimeRows(ColumnSealer sealer, Smime smime) {
        this.sealer = sealer;
        this.smime = smime;
    }

    /// A row of `smime_cert`.
    record Stored(long id, Octets subject, Instant firstSeen, Octets sealed, boolean own) {
        static Stored of(Transaction.Row row) throws SQLException {
            return new Stored(
                    row.number(1),
                    row.octets(2),
                    Instant.ofEpochSecond(row.number(3)),
                    row.octets(4),
                    row.number(5) == 1);
        }
    }

    List<Stored> all(Transaction transaction) {
        return transaction.list(Stored::of, COLUMNS + "ORDER BY created DESC, id DESC");
    }

    List<Stored> own(Transaction transaction) {
        return all(transaction).stream().filter(Stored::own).toList();
    }

    Optional<Stored> byFingerprint(Transaction transaction, Fingerprint fingerprint) {
        return transaction.first(Stored::of, COLUMNS + "WHERE fpr_mac = ?", sealer.fingerprintMac(fingerprint));
    }

    List<Stored> byAddress(Transaction transaction, AddrSpec address) {
        return transaction.list(
                Stored::of,
                COLUMNS + "WHERE id IN (SELECT cert_id FROM smime_address WHERE email_mac = ?) ORDER BY id",
                sealer.addressMac(address));
    }

    /// The certificate of a row, or nothing where the row was damaged or changed from outside.
    Optional<SmimeCertificate> readable(Stored row) {
        SmimeCertificate known = parsed.get(row.id());
        Optional<SmimeCertificate> certificate = known != null
                ? Optional.of(known)
                : sealer.tryOpen(row.sealed(), CERT, row.id(), 1).flatMap(smime::certificate);
        Optional<SmimeCertificate> sound = certificate.filter(
                found -> sealer.fingerprintMac(found.fingerprint()).equals(row.subject()));
        sound.ifPresent(found -> parsed.put(row.id(), found));
        return sound;
    }

    SmimeCertificate certificate(Stored row) {
        return readable(row).orElseThrow(ColumnSealer::changedFromOutside);
    }

    Keeping keep(Transaction transaction, SmimeCertificate certificate, Instant now) {
        if (byFingerprint(transaction, certificate.fingerprint()).isPresent()) {
            return Keeping.UNCHANGED;
        }
        long id = transaction.number("SELECT coalesce(max(id), 0) + 1 FROM smime_cert");
        transaction.insert(
                "INSERT INTO smime_cert (id, fpr_mac, created, first_seen, sealed) VALUES (?, ?, ?, ?, ?)",
                id,
                sealer.fingerprintMac(certificate.fingerprint()),
                certificate.created().getEpochSecond(),
                now.getEpochSecond(),
                sealer.seal(certificate.encoded(), CERT, id, 1));
        certificate.userIds().stream()
                .flatMap(userId -> userId.address().stream())
                .distinct()
                .forEach(address -> {
                    int _ = transaction.change(
                            "INSERT OR IGNORE INTO smime_address (email_mac, cert_id) VALUES (?, ?)",
                            sealer.addressMac(address),
                            id);
                });
        return Keeping.TAKEN;
    }

    /// The key that came last is the one that is kept: the same key, locked anew.
    Keeping keepSecret(Transaction transaction, SmimeSecretKey key, Octets passphrase, Instant now) {
        Keeping _ = keep(transaction, key.certificate(), now);
        Stored row = byFingerprint(transaction, key.fingerprint()).orElseThrow();
        int _ = transaction.change("DELETE FROM smime_key WHERE cert_id = ?", row.id());
        transaction.insert(
                "INSERT INTO smime_key (cert_id, sealed, sealed_chain, sealed_passphrase) VALUES (?, ?, ?, ?)",
                row.id(),
                sealer.seal(key.encoded(), SECRET, row.id(), 1),
                sealer.seal(together(key.chain()), CHAIN, row.id(), 1),
                sealer.seal(passphrase, PASSPHRASE, row.id(), 1));
        return row.own() ? Keeping.UNCHANGED : Keeping.TAKEN;
    }

    SmimeSecretKey key(Transaction transaction, Stored row) {
        return transaction
                .first(
                        found -> new SmimeSecretKey(
                                certificate(row),
                                apart(sealer.open(found.octets(2), CHAIN, row.id(), 1)),
                                sealer.open(found.octets(1), SECRET, row.id(), 1)),
                        "SELECT sealed, sealed_chain FROM smime_key WHERE cert_id = ?",
                        row.id())
                .orElseThrow(ColumnSealer::changedFromOutside);
    }

    Optional<Octets> passphrase(Transaction transaction, Fingerprint fingerprint) {
        return byFingerprint(transaction, fingerprint)
                .flatMap(row -> transaction.first(
                        found -> sealer.open(found.octets(1), PASSPHRASE, row.id(), 1),
                        "SELECT sealed_passphrase FROM smime_key WHERE cert_id = ?",
                        row.id()));
    }

    /// Each with its length before it, in four octets.
    private static Octets together(List<Octets> chain) {
        int length =
                chain.stream().mapToInt(der -> Integer.BYTES + der.length()).sum();
        ByteBuffer out = ByteBuffer.allocate(length);
        chain.forEach(der -> out.putInt(der.length()).put(der.toByteArray()));
        return Octets.of(out.array());
    }

    private static List<Octets> apart(Octets together) {
        ByteBuffer in = ByteBuffer.wrap(together.toByteArray());
        List<Octets> chain = new ArrayList<>();
        while (in.hasRemaining()) {
            byte[] der = new byte[in.getInt()];
            in.get(der);
            chain.add(Octets.of(der));
        }
        return chain;
    }
}
