package org.waxwing.app.trust;

/// The digits that open a backup file: nine groups of four, to be written down or printed.
///
/// @param leftOut how many private keys are not in the file, because the passphrase that they keep was not to be
///   had
public record RecoveryDigits(String digits, int leftOut) {
    @Override
    public String toString() {
        return "RecoveryDigits[redacted]";
    }
}
