package org.waxwing.keystore.sqlite;

import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.cert.KeyPlace;
import org.waxwing.crypto.cert.Token;
import org.waxwing.crypto.mime.Octets;

/// Which private keys lie on which token, and the way to it: `smime_token_key`.
final class TokenKeyTable {
    private static final String TABLE = "smime_token_key";
    private static final String CHAIN = "smime_token_key.chain";

    private final ColumnSealer sealer;

    TokenKeyTable(ColumnSealer sealer) {
        this.sealer = sealer;
    }

    /// @param chain the certificates above it, in DER
    record Stored(KeyPlace.OnToken place, List<Octets> chain) {}

    Optional<Stored> of(Transaction transaction, long certificate) {
        return transaction.first(
                row -> new Stored(
                        place(sealer.open(row.octets(1), TABLE, certificate, 1)),
                        OctetsList.apart(sealer.open(row.octets(2), CHAIN, certificate, 1))),
                "SELECT sealed, sealed_chain FROM smime_token_key WHERE cert_id = ?",
                certificate);
    }

    void put(Transaction transaction, long certificate, Stored stored) {
        remove(transaction, certificate);
        transaction.insert(
                "INSERT INTO smime_token_key (cert_id, sealed, sealed_chain) VALUES (?, ?, ?)",
                certificate,
                sealer.seal(written(stored.place()), TABLE, certificate, 1),
                sealer.seal(OctetsList.together(stored.chain()), CHAIN, certificate, 1));
    }

    void remove(Transaction transaction, long certificate) {
        int _ = transaction.change("DELETE FROM smime_token_key WHERE cert_id = ?", certificate);
    }

    private static Octets written(KeyPlace.OnToken place) {
        Token token = place.token();
        return OctetsList.together(List.of(
                Octets.ofUtf8(token.library()),
                Octets.ofUtf8(token.label()),
                Octets.ofUtf8(token.serialNumber()),
                place.id()));
    }

    private static KeyPlace.OnToken place(Octets written) {
        List<Octets> parts = OctetsList.apart(written);
        Token token =
                new Token(parts.get(0).utf8(), parts.get(1).utf8(), parts.get(2).utf8());
        return new KeyPlace.OnToken(token, parts.get(3));
    }
}
