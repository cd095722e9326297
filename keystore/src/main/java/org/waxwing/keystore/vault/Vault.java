package org.waxwing.keystore.vault;

import java.nio.file.Path;
import java.security.SecureRandom;
import org.waxwing.crypto.secret.Passphrase;

/// The profile's master key while it is open: passphrase → Argon2id → wraps a random master key → HKDF,
/// one key for each purpose. Closing wipes the master key; boxes made from it stop working.
///
/// Any number of processes may have one vault open at a time.
public interface Vault extends AutoCloseable {
    /// The box for a purpose. The same purpose always gives the same key.
    ///
    /// @param purpose a constant such as "keyring" or "outbox"
    SealedBox box(String purpose);

    @Override
    void close();

    /// Makes a new vault, and its folder where that is missing. Fails with a
    /// [org.waxwing.keystore.KeyringException] when one is there already or the disk refuses, with an
    /// `IllegalArgumentException` for an empty passphrase.
    static Vault create(Path file, Passphrase passphrase) {
        return VaultFile.create(file, passphrase, new SecureRandom());
    }

    /// Opens the vault in the file.
    static VaultOpening open(Path file, Passphrase passphrase) {
        return VaultFile.open(file, passphrase, new SecureRandom());
    }

    /// Wraps the same master key under another passphrase. What was sealed stays as it is, and open vaults
    /// go on. A crash leaves either the old passphrase or the new one in force.
    static VaultOpening changePassphrase(Path file, Passphrase current, Passphrase next) {
        return VaultFile.changePassphrase(file, current, next, new SecureRandom());
    }
}
