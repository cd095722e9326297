package org.waxwing.keystore.sqlite;

import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.cert.CertificateWish;
import org.waxwing.crypto.cert.SmimeKeyKind;
import org.waxwing.crypto.cert.WaitingKey;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.keystore.WaitingRequest;

/// Keys that wait for their certificate: `smime_waiting`. A row goes only in the transaction in which its
/// key gets a certificate.
final class WaitingTable {
    private static final String KEY = "smime_waiting";
    private static final String REQUEST = "smime_waiting.request";
    private static final String PASSPHRASE = "smime_waiting.passphrase";

    private final ColumnSealer sealer;

    WaitingTable(ColumnSealer sealer) {
        this.sealer = sealer;
    }

    void keep(Transaction transaction, WaitingRequest waiting, Octets passphrase) {
        long id = transaction.number("SELECT coalesce(max(id), 0) + 1 FROM smime_waiting");
        transaction.insert(
                """
                INSERT INTO smime_waiting (id, request_mac, sealed, sealed_request, sealed_passphrase)
                VALUES (?, ?, ?, ?, ?)\
                """,
                id,
                mac(waiting.key()),
                sealer.seal(waiting.key().locked(), KEY, id, 1),
                sealer.seal(written(waiting), REQUEST, id, 1),
                sealer.seal(passphrase, PASSPHRASE, id, 1));
    }

    /// Those that can be read, the newest first.
    List<WaitingRequest> all(Transaction transaction) {
        return read(transaction).stream().flatMap(Optional::stream).toList();
    }

    /// How many were damaged or changed from outside.
    long unreadable(Transaction transaction) {
        return read(transaction).stream().filter(Optional::isEmpty).count();
    }

    private List<Optional<WaitingRequest>> read(Transaction transaction) {
        return transaction.list(this::read, "SELECT id, sealed, sealed_request FROM smime_waiting ORDER BY id DESC");
    }

    /// The passphrase of a key that waits; nothing where it waits no more.
    Optional<Octets> passphrase(Transaction transaction, WaitingKey key) {
        return transaction.first(
                row -> sealer.open(row.octets(2), PASSPHRASE, row.number(1), 1),
                "SELECT id, sealed_passphrase FROM smime_waiting WHERE request_mac = ?",
                mac(key));
    }

    void remove(Transaction transaction, WaitingKey key) {
        int _ = transaction.change("DELETE FROM smime_waiting WHERE request_mac = ?", mac(key));
    }

    private Octets mac(WaitingKey key) {
        byte[] label = Octets.ofUtf8("request ").toByteArray();
        return sealer.box()
                .mac(Octets.of(ByteBuffer.allocate(label.length + key.request().length())
                        .put(label)
                        .put(key.request().toByteArray())
                        .array()));
    }

    /// A line each for time, kind, address and name, then the request.
    private static Octets written(WaitingRequest waiting) {
        CertificateWish wish = waiting.key().wish();
        byte[] lines = Octets.ofUtf8(waiting.asked().getEpochSecond()
                        + "\n"
                        + name(wish.kind())
                        + "\n"
                        + wish.address().text()
                        + "\n"
                        + wish.name()
                        + "\n")
                .toByteArray();
        return Octets.of(
                ByteBuffer.allocate(lines.length + waiting.key().request().length())
                        .put(lines)
                        .put(waiting.key().request().toByteArray())
                        .array());
    }

    private Optional<WaitingRequest> read(Transaction.Row row) throws SQLException {
        long id = row.number(1);
        Octets sealed = row.octets(3);
        return sealer.tryOpen(row.octets(2), KEY, id, 1)
                .flatMap(locked -> sealer.tryOpen(sealed, REQUEST, id, 1).map(written -> read(locked, written)));
    }

    private static WaitingRequest read(Octets locked, Octets written) {
        String[] lines = new String[4];
        int from = 0;
        for (int i = 0; i < lines.length; i++) {
            int end = from;
            while (written.at(end) != '\n') {
                end++;
            }
            lines[i] = written.slice(from, end).utf8();
            from = end + 1;
        }
        CertificateWish wish = new CertificateWish(lines[3], AddrSpec.of(lines[2]), kind(lines[1]));
        WaitingKey key = new WaitingKey(wish, locked, written.slice(from, written.length()));
        return new WaitingRequest(key, Instant.ofEpochSecond(Long.parseLong(lines[0])));
    }

    private static String name(SmimeKeyKind kind) {
        return switch (kind) {
            case RSA_3072 -> "rsa3072";
            case P_256 -> "p256";
            case ED25519 -> "ed25519";
        };
    }

    private static SmimeKeyKind kind(String name) {
        return switch (name) {
            case "rsa3072" -> SmimeKeyKind.RSA_3072;
            case "p256" -> SmimeKeyKind.P_256;
            case "ed25519" -> SmimeKeyKind.ED25519;
            default -> throw ColumnSealer.changedFromOutside();
        };
    }
}
