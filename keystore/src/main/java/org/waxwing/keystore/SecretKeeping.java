package org.waxwing.keystore;

/// What became of a secret key that was given to the keyring.
///
/// @param inVaultCare the vault knows its passphrase; otherwise its own passphrase is asked when it is
///   used
public record SecretKeeping(Keeping keeping, boolean inVaultCare) {}
