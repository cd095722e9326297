package org.waxwing.keystore.sqlite;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.waxwing.crypto.cert.ComponentKey;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.cert.OpenPgpSecretKey;
import org.waxwing.crypto.cert.Relocking;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.keystore.Keeping;
import org.waxwing.keystore.KeyringException;
import org.waxwing.keystore.PassphraseCare;

/// The person's own secret keys, each still locked with a passphrase and sealed once more by the vault.
///
/// One certificate may have several rows: an export can hold a part of the secret keys only, and a part is
/// never allowed to push out another.
final class SecretKeyTable {
    private static final int CARE_PASSPHRASE_BYTES = 32;
    private static final String TABLE = "secret_key";
    private static final String PASSPHRASE = "secret_key.passphrase";
    private static final String COLUMNS =
            "SELECT id, version, source_mac, source_length, sealed, in_care, sealed_passphrase FROM secret_key ";

    private final ColumnSealer sealer;
    private final Engine engine;

    SecretKeyTable(ColumnSealer sealer, Engine engine) {
        this.sealer = sealer;
        this.engine = engine;
    }

    /// A row, opened.
    ///
    /// @param encoded the locked key
    /// @param passphrase sealed; empty when the vault doesn't know it
    private record Stored(
            long id,
            long version,
            Octets sourceMac,
            long sourceLength,
            Octets encoded,
            boolean inCare,
            Octets passphrase) {}

    /// A key as it is to be kept.
    ///
    /// @param source the key as it came, before it was locked anew
    /// @param locked the key as it is stored
    /// @param passphrase of the stored key, when the vault is to know it
    record Arriving(OpenPgpSecretKey source, OpenPgpSecretKey locked, Optional<Octets> passphrase) {}

    /// The keys of one certificate, the one that came last first.
    List<OpenPgpSecretKey> keysOf(Transaction transaction, long certificateId, OpenPgpCertificate certificate) {
        return rows(transaction, certificateId).stream()
                .map(row -> new OpenPgpSecretKey(certificate, row.encoded()))
                .toList();
    }

    /// The passphrase of exactly this key, when it is in the vault's care.
    Optional<Octets> passphraseOf(Transaction transaction, long certificateId, OpenPgpSecretKey key) {
        return rows(transaction, certificateId).stream()
                .filter(row -> row.inCare() && row.encoded().equals(key.encoded()))
                .map(row -> sealer.open(row.passphrase(), PASSPHRASE, row.id(), row.version()))
                .findFirst();
    }

    /// Whether these very bytes came before and the vault can use them: then there is nothing to do, and
    /// no need to lock them anew.
    Optional<Boolean> knownInCare(Transaction transaction, long certificateId, OpenPgpSecretKey source) {
        Octets mac = sealer.box().mac(source.encoded());
        return rows(transaction, certificateId).stream()
                .filter(row -> row.sourceMac().equals(mac))
                .map(Stored::inCare)
                .max(Boolean::compare);
    }

    /// Locks a key anew with a passphrase that only the vault will know, where one of the candidates
    /// opens it. By design that takes a fifth of a second.
    Arriving intoCare(OpenPgpSecretKey key, List<Passphrase> candidates, SecureRandom random) {
        Octets fresh = freshPassphrase(random);
        try (Passphrase own = passphrase(fresh)) {
            for (Passphrase candidate : candidates) {
                if (engine.relock(key, candidate, own) instanceof Relocking.Relocked(OpenPgpSecretKey relocked)) {
                    return new Arriving(key, relocked, Optional.of(fresh));
                }
            }
        }
        return new Arriving(key, key, Optional.empty());
    }

    Keeping keep(Transaction transaction, long certificateId, Arriving arriving) {
        Octets mac = sealer.box().mac(arriving.source().encoded());
        Set<Fingerprint> fingerprints = fingerprints(arriving.source());
        for (Stored row : rows(transaction, certificateId)) {
            boolean sameBytes = row.sourceMac().equals(mac);
            boolean sameKeys = sameBytes
                    || (row.sourceLength() == arriving.source().encoded().length()
                            && engine.secretKey(row.encoded())
                                    .map(SecretKeyTable::fingerprints)
                                    .filter(fingerprints::equals)
                                    .isPresent());
            if (sameKeys && (row.inCare() || (sameBytes && arriving.passphrase().isEmpty()))) {
                return Keeping.UNCHANGED;
            }
            if (sameKeys) {
                replace(transaction, row, mac, arriving.source().encoded().length(), arriving);
                return Keeping.MERGED;
            }
        }
        return insert(transaction, certificateId, mac, arriving);
    }

    /// Writes a key over what it was before its owner changed it.
    void change(
            Transaction transaction,
            long certificateId,
            OpenPgpSecretKey before,
            OpenPgpSecretKey after,
            PassphraseCare care) {
        if (!fingerprints(after).containsAll(fingerprints(before))) {
            throw new IllegalArgumentException("a changed key has every part that it had");
        }
        Stored row = rows(transaction, certificateId).stream()
                .filter(stored -> stored.encoded().equals(before.encoded()))
                .findFirst()
                .orElseThrow(() -> new KeyringException(
                        "the seal was changed by another Waxwing at the same time; nothing was done, try again"));
        Optional<Octets> known = row.inCare() && care == PassphraseCare.AS_BEFORE
                ? Optional.of(sealer.open(row.passphrase(), PASSPHRASE, row.id(), row.version()))
                : Optional.empty();
        Arriving arriving = new Arriving(after, after, known);
        // In care it is known again by the bytes that it came with, so that an old backup adds no second row.
        Octets mac = known.isPresent() ? row.sourceMac() : sealer.box().mac(after.encoded());
        long length = known.isPresent() ? row.sourceLength() : after.encoded().length();
        replace(transaction, row, mac, length, arriving);
    }

    private Keeping insert(Transaction transaction, long certificateId, Octets mac, Arriving arriving) {
        boolean first = transaction.number("SELECT count(*) FROM secret_key WHERE cert_id = ?", certificateId) == 0;
        long id = transaction.number("SELECT coalesce(max(id), 0) + 1 FROM secret_key");
        transaction.insert(
                """
                INSERT INTO secret_key
                    (id, cert_id, version, source_mac, source_length, sealed, in_care, sealed_passphrase)
                VALUES (?, ?, 1, ?, ?, ?, ?, ?)\
                """,
                id,
                certificateId,
                mac,
                arriving.source().encoded().length(),
                sealer.seal(arriving.locked().encoded(), TABLE, id, 1),
                arriving.passphrase().isPresent() ? 1 : 0,
                sealPassphrase(arriving, id, 1));
        return first ? Keeping.TAKEN : Keeping.MERGED;
    }

    private void replace(Transaction transaction, Stored row, Octets mac, long sourceLength, Arriving arriving) {
        long version = row.version() + 1;
        int _ = transaction.change(
                """
                UPDATE secret_key SET version = ?, source_mac = ?, source_length = ?, sealed = ?, in_care = ?,
                    sealed_passphrase = ?
                WHERE id = ?\
                """,
                version,
                mac,
                sourceLength,
                sealer.seal(arriving.locked().encoded(), TABLE, row.id(), version),
                arriving.passphrase().isPresent() ? 1 : 0,
                sealPassphrase(arriving, row.id(), version),
                row.id());
    }

    private Octets sealPassphrase(Arriving arriving, long id, long version) {
        return arriving.passphrase()
                .map(passphrase -> sealer.seal(passphrase, PASSPHRASE, id, version))
                .orElseGet(Octets::empty);
    }

    private List<Stored> rows(Transaction transaction, long certificateId) {
        return transaction.list(this::stored, COLUMNS + "WHERE cert_id = ? ORDER BY id DESC", certificateId);
    }

    private Stored stored(Transaction.Row row) throws SQLException {
        long id = row.number(1);
        long version = row.number(2);
        Octets encoded = sealer.open(row.octets(5), TABLE, id, version);
        return new Stored(id, version, row.octets(3), row.number(4), encoded, row.number(6) == 1, row.octets(7));
    }

    private static Set<Fingerprint> fingerprints(OpenPgpSecretKey key) {
        return key.certificate().keys().stream().map(ComponentKey::fingerprint).collect(Collectors.toSet());
    }

    /// A passphrase that nobody knows, for a key in the vault's care.
    private static Octets freshPassphrase(SecureRandom random) {
        byte[] bytes = new byte[CARE_PASSPHRASE_BYTES];
        random.nextBytes(bytes);
        return Octets.ofUtf8(HexFormat.of().formatHex(bytes));
    }

    /// What is sealed of a passphrase of our own making, which is all ASCII: no text is made of it on the way.
    static Octets clear(Passphrase passphrase) {
        return passphrase.lend(characters -> {
            byte[] bytes = new byte[characters.length];
            for (int i = 0; i < bytes.length; i++) {
                if (characters[i] >= 0x80) {
                    throw new IllegalArgumentException("a passphrase that the vault is to know is ASCII");
                }
                bytes[i] = (byte) characters[i];
            }
            Octets clear = Octets.of(bytes);
            Arrays.fill(bytes, (byte) 0);
            return clear;
        });
    }

    /// The characters of a sealed passphrase, which are all ASCII; to be closed by the caller.
    @SuppressWarnings("MustBeClosedChecker")
    static Passphrase passphrase(Octets stored) {
        char[] characters = new char[stored.length()];
        for (int i = 0; i < characters.length; i++) {
            characters[i] = (char) stored.at(i);
        }
        return Passphrase.taking(characters);
    }
}
