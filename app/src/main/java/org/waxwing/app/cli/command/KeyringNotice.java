package org.waxwing.app.cli.command;

import java.io.IOException;
import org.waxwing.app.cli.terminal.Terminal;
import org.waxwing.app.trust.KeyringHealth;

/// Lines on standard error where a list of keys is not all that there should be.
final class KeyringNotice {
    private KeyringNotice() {}

    static void tell(Terminal terminal, KeyringHealth health) throws IOException {
        if (health.unreadable() > 0) {
            terminal.tell("Damaged or changed from outside, and left out here: "
                    + (health.unreadable() == 1 ? "1 entry" : health.unreadable() + " entries") + " of the keyring.");
        }
        if (!health.decisionsWhole()) {
            terminal.tell("The record of whom you accepted or refused was changed from outside:"
                    + " look at each person again before you rely on it.");
        }
        if (!health.equals(KeyringHealth.good())) {
            terminal.tell(
                    "Hint: Put back a copy of the profile folder, or bring in your backup with “waxwing import”.");
        }
    }
}
