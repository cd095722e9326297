package org.waxwing.app.trust;

/// What is not as it was left, in the file that holds everybody's keys.
///
/// @param unreadable how many entries are damaged or were changed from outside, and are left out of every list
/// @param decisionsWhole whether the record of what the person decided about others is complete and unchanged
public record KeyringHealth(int unreadable, boolean decisionsWhole) {
    /// Nothing is amiss.
    public static KeyringHealth good() {
        return new KeyringHealth(0, true);
    }
}
