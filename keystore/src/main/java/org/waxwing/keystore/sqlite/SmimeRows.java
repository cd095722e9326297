package org.waxwing.keystore.sqlite;

import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waxwing.crypto.Smime;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.KeyPlace;
import org.waxwing.crypto.cert.SmimeCertificate;
import org.waxwing.crypto.cert.SmimeSecretKey;
import org.waxwing.crypto.cert.Token;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.keystore.Keeping;

/// X.509 certificates and the private keys of some: `smime_cert`, `smime_address`, `smime_key`,
/// `smime_token_key`.
final class SmimeRows {
    private static final String CERT = "smime_cert";
    private static final String SECRET = "smime_key";
    private static final String CHAIN = "smime_key.chain";
    private static final String PASSPHRASE = "smime_key.passphrase";
    private static final String COLUMNS = "SELECT id, fpr_mac, first_seen, sealed,"
            + " EXISTS (SELECT 1 FROM smime_key WHERE smime_key.cert_id = smime_cert.id)"
            + " OR EXISTS (SELECT 1 FROM smime_token_key WHERE smime_token_key.cert_id = smime_cert.id)"
            + " FROM smime_cert ";

    private final ColumnSealer sealer;
    private final Smime smime;
    private final TokenKeyTable onTokens;

    /// Parsed certificates by row, used under the database's lock only. A row never changes.
    private final Map<Long, SmimeCertificate> parsed = new HashMap<>();

    SmimeRows(ColumnSealer sealer, Smime smime) {
        this.sealer = sealer;
        this.smime = smime;
        this.onTokens = new TokenKeyTable(sealer);
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

    /// By what the journal knows a certificate.
    Octets subject(Fingerprint fingerprint) {
        return sealer.fingerprintMac(fingerprint);
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
    Keeping keepSecret(Transaction transaction, SmimeSecretKey key, Octets encoded, Octets passphrase, Instant now) {
        Keeping _ = keep(transaction, key.certificate(), now);
        Stored row = byFingerprint(transaction, key.fingerprint()).orElseThrow();
        int _ = transaction.change("DELETE FROM smime_key WHERE cert_id = ?", row.id());
        transaction.insert(
                "INSERT INTO smime_key (cert_id, sealed, sealed_chain, sealed_passphrase) VALUES (?, ?, ?, ?)",
                row.id(),
                sealer.seal(encoded, SECRET, row.id(), 1),
                sealer.seal(OctetsList.together(key.chain()), CHAIN, row.id(), 1),
                sealer.seal(passphrase, PASSPHRASE, row.id(), 1));
        return row.own() ? Keeping.UNCHANGED : Keeping.TAKEN;
    }

    /// Notes where the key of a certificate lies.
    Keeping keepOnToken(Transaction transaction, SmimeSecretKey key, KeyPlace.OnToken place, Instant now) {
        Keeping _ = keep(transaction, key.certificate(), now);
        Stored row = byFingerprint(transaction, key.fingerprint()).orElseThrow();
        onTokens.put(transaction, row.id(), new TokenKeyTable.Stored(place, key.chain()));
        return row.own() ? Keeping.UNCHANGED : Keeping.TAKEN;
    }

    /// Forgets what lies on a token; the certificates stay.
    void forget(Transaction transaction, Token token) {
        for (Stored row : own(transaction)) {
            boolean there = onTokens.of(transaction, row.id())
                    .filter(stored -> stored.place().token().equals(token))
                    .isPresent();
            if (there) {
                onTokens.remove(transaction, row.id());
            }
        }
    }

    /// The token that a certificate's key lies on.
    Optional<Token> token(Transaction transaction, Stored row) {
        return row.own()
                ? onTokens.of(transaction, row.id())
                        .map(stored -> stored.place().token())
                : Optional.empty();
    }

    /// The key of a certificate; the one that is held here where it lies on a token too.
    SmimeSecretKey key(Transaction transaction, Stored row) {
        return transaction
                .first(
                        found -> new SmimeSecretKey(
                                certificate(row),
                                OctetsList.apart(sealer.open(found.octets(2), CHAIN, row.id(), 1)),
                                sealer.open(found.octets(1), SECRET, row.id(), 1)),
                        "SELECT sealed, sealed_chain FROM smime_key WHERE cert_id = ?",
                        row.id())
                .or(() -> onTokens.of(transaction, row.id())
                        .map(stored -> new SmimeSecretKey(certificate(row), stored.chain(), stored.place())))
                .orElseThrow(ColumnSealer::changedFromOutside);
    }

    Optional<Octets> passphrase(Transaction transaction, Fingerprint fingerprint) {
        return byFingerprint(transaction, fingerprint)
                .flatMap(row -> transaction.first(
                        found -> sealer.open(found.octets(1), PASSPHRASE, row.id(), 1),
                        "SELECT sealed_passphrase FROM smime_key WHERE cert_id = ?",
                        row.id()));
    }
}
