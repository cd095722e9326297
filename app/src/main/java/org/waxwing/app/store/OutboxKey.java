package org.waxwing.app.store;

import com.google.errorprone.annotations.MustBeClosed;
import java.security.SecureRandom;
import java.util.Optional;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.SecretBytes;
import org.waxwing.keystore.vault.SealedBox;

/// The key under which the outbox keeps messages: random, made once for each profile, sealed under the
/// vault.
public final class OutboxKey {
    private static final String NAME = "outbox key";
    private static final int LENGTH = 32;

    private OutboxKey() {}

    /// The profile's key; made where there is none.
    @MustBeClosed
    public static SecretBytes of(Database database, SealedBox box, SecureRandom random) {
        byte[] fresh = new byte[LENGTH];
        random.nextBytes(fresh);
        Octets sealed = box.seal(Octets.of(fresh), NAME);
        Octets stored = database.inTransaction(sql -> {
            sql.change("INSERT INTO setting (name, sealed) VALUES (?, ?) ON CONFLICT DO NOTHING", NAME, sealed);
            return sql.one("SELECT sealed FROM setting WHERE name = ?", row -> Sql.bytes(row, "sealed"), NAME)
                    .orElseThrow();
        });
        Optional<Octets> key = box.open(stored, NAME);
        return SecretBytes.taking(
                key.orElseThrow(() -> Sealed.damaged("outbox key")).toByteArray());
    }
}
