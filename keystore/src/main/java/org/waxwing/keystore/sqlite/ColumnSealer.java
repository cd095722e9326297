package org.waxwing.keystore.sqlite;

import java.util.Optional;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.keystore.KeyringException;
import org.waxwing.keystore.vault.SealedBox;

/// Seals the private columns, each bound to its table, row and version, and makes the digests by which
/// rows are found without storing what they are about.
record ColumnSealer(SealedBox box) {
    Octets seal(Octets clear, String table, Object row, long version) {
        return box.seal(clear, place(table, row, version));
    }

    Octets open(Octets sealed, String table, Object row, long version) {
        return tryOpen(sealed, table, row, version).orElseThrow(ColumnSealer::changedFromOutside);
    }

    Optional<Octets> tryOpen(Octets sealed, String table, Object row, long version) {
        return box.open(sealed, place(table, row, version));
    }

    Octets fingerprintMac(Fingerprint fingerprint) {
        String kind = switch (fingerprint) {
            case Fingerprint.OpenPgpV4 _ -> "openpgp4";
            case Fingerprint.OpenPgpV6 _ -> "openpgp6";
            case Fingerprint.X509Sha256 _ -> "x509";
        };
        return box.mac(Octets.ofUtf8("fingerprint " + kind + " " + fingerprint.hex()));
    }

    Octets keyIdMac(long keyId) {
        return box.mac(Octets.ofUtf8("keyid " + Long.toHexString(keyId)));
    }

    Octets addressMac(AddrSpec address) {
        return box.mac(Octets.ofUtf8("address " + address.canonical()));
    }

    static KeyringException changedFromOutside() {
        return new KeyringException(
                "something in the keyring was changed from outside or damaged; put back a copy of the profile folder");
    }

    private static String place(String table, Object row, long version) {
        return table + "/" + row + "/" + version;
    }
}
