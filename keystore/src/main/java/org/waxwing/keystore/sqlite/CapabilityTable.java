package org.waxwing.keystore.sqlite;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.waxwing.crypto.mime.Octets;

/// What the owners of X.509 certificates said that their programs read: `smime_capabilities`.
final class CapabilityTable {
    private static final String TABLE = "smime_capabilities";

    private final ColumnSealer sealer;

    CapabilityTable(ColumnSealer sealer) {
        this.sealer = sealer;
    }

    /// @param at when it was said, to the second
    record Stated(Instant at, Set<String> identifiers) {
        Stated {
            at = Instant.ofEpochSecond(at.getEpochSecond());
            identifiers = Set.copyOf(identifiers);
        }

        private Octets written() {
            return Octets.ofUtf8(at.getEpochSecond() + "\n" + String.join("\n", new TreeSet<>(identifiers)));
        }

        private static Stated read(Octets written) {
            List<String> lines = written.utf8().lines().toList();
            return new Stated(
                    Instant.ofEpochSecond(Long.parseLong(lines.getFirst())),
                    Set.copyOf(lines.subList(1, lines.size())));
        }
    }

    Optional<Stated> of(Transaction transaction, long certificate) {
        return transaction
                .first(row -> row.octets(1), "SELECT sealed FROM smime_capabilities WHERE cert_id = ?", certificate)
                .map(octets -> Stated.read(sealer.open(octets, TABLE, certificate, 1)));
    }

    /// Whether it was said later than what is known.
    boolean isNews(Transaction transaction, long certificate, Stated said) {
        return of(transaction, certificate)
                .filter(known -> !known.at().isBefore(said.at()))
                .isEmpty();
    }

    void put(Transaction transaction, long certificate, Stated said) {
        int _ = transaction.change("DELETE FROM smime_capabilities WHERE cert_id = ?", certificate);
        transaction.insert(
                "INSERT INTO smime_capabilities (cert_id, sealed) VALUES (?, ?)",
                certificate,
                sealer.seal(said.written(), TABLE, certificate, 1));
    }
}
