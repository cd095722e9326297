package org.waxwing.app.trust;

/// What a backup file holds of the private keys that are kept here.
///
/// @param written how many are in it
/// @param leftOut how many are not, because the passphrase that they keep was not to be had
public record BackedUp(int written, int leftOut) {}
