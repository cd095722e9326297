package org.waxwing.keystore.sqlite;

import java.util.Optional;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.mime.Octets;

/// Revocation certificates for the day they are needed.
record RevocationTable(ColumnSealer sealer) {
    private static final String TABLE = "revocation";

    void keep(Transaction transaction, Fingerprint certificate, Octets revocation) {
        transaction.insert(
                "INSERT OR REPLACE INTO revocation (fpr_mac, sealed) VALUES (?, ?)",
                sealer.fingerprintMac(certificate),
                sealer.seal(revocation, TABLE, certificate.hex(), 1));
    }

    Optional<Octets> of(Transaction transaction, Fingerprint certificate) {
        return transaction.first(
                row -> sealer.open(row.octets(1), TABLE, certificate.hex(), 1),
                "SELECT sealed FROM revocation WHERE fpr_mac = ?",
                sealer.fingerprintMac(certificate));
    }
}
