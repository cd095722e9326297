package org.waxwing.crypto.gnupg;

import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.cert.KeyMaterial.Item.Skipped;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.cert.OpenPgpSecretKey;

/// What a GnuPG home holds of the secret keys of one certificate.
///
/// @param key with what could be had: a part that couldn't is marked as absent, the way GnuPG marks it;
///   nothing when no part could be had
/// @param ownPassphrase locked with the passphrase it had in the home, which none of those tried was;
///   otherwise with that of the [SecretKeyHarvest]
/// @param missing which parts are absent, and why
public record FoundSecret(
        OpenPgpCertificate certificate, Optional<OpenPgpSecretKey> key, boolean ownPassphrase, List<Skipped> missing) {
    public FoundSecret {
        missing = List.copyOf(missing);
    }

    @Override
    public String toString() {
        return "FoundSecret[redacted]";
    }
}
