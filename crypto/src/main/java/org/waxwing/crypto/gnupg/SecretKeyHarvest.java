package org.waxwing.crypto.gnupg;

import java.util.List;
import org.waxwing.crypto.cert.KeyMaterial.Item.Skipped;
import org.waxwing.crypto.secret.Passphrase;

/// The secret keys of a GnuPG home. Those that could be unlocked are locked anew, all with one random
/// passphrase.
///
/// @param secrets one for each certificate of which the home holds a secret key
/// @param leftOver secret keys that belong to none of the certificates, such as those for SSH
/// @param lock the random passphrase; it is wiped when the call that lends the harvest returns
public record SecretKeyHarvest(List<FoundSecret> secrets, List<Skipped> leftOver, Passphrase lock) {
    public SecretKeyHarvest {
        secrets = List.copyOf(secrets);
        leftOver = List.copyOf(leftOver);
    }

    @Override
    public String toString() {
        return "SecretKeyHarvest[redacted]";
    }
}
