package org.waxwing.keystore.vault;

import java.nio.file.Path;
import org.waxwing.crypto.secret.Passphrase;

/// The profile's master key while it is open: passphrase → Argon2id → wraps a random master key → HKDF,
/// one key for each purpose. Closing wipes the master key; boxes made from it stop working.
public interface Vault extends AutoCloseable {
    /// The box for a purpose. The same purpose always gives the same key.
    ///
    /// @param purpose a constant such as "keyring" or "outbox"
    SealedBox box(String purpose);

    @Override
    void close();

    /// Makes a new vault. Fails with a [org.waxwing.keystore.KeyringException] when one is there already.
    static Vault create(Path file, Passphrase passphrase) {
        return VaultFile.create(file, passphrase);
    }

    /// Opens the vault in the file.
    static VaultOpening open(Path file, Passphrase passphrase) {
        return VaultFile.open(file, passphrase);
    }
}
