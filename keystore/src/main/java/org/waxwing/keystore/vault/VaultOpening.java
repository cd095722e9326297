package org.waxwing.keystore.vault;

/// What came of opening a vault.
public sealed interface VaultOpening {
    record Open(Vault vault) implements VaultOpening {}

    record WrongPassphrase() implements VaultOpening {}

    /// There is no vault in this place.
    record Missing() implements VaultOpening {}

    /// There is a file, but it is not a vault that this version can open.
    record Damaged(String why) implements VaultOpening {}
}
