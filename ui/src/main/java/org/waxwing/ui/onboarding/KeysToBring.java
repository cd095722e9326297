package org.waxwing.ui.onboarding;

import java.nio.file.Path;
import java.util.List;
import org.waxwing.app.Waxwing;
import org.waxwing.app.trust.ImportLine;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.secret.Passphrase;

/// Cards and keys from elsewhere, on their way in.
///
/// @param own the address that wants a seal
record KeysToBring(List<Path> paths, AddrSpec own) {
    /// Brings them in. The passphrase, where one was typed, is tried on each of them and wiped.
    Step.Brought into(Waxwing waxwing, char[] typed) {
        try (Passphrase passphrase = Passphrase.taking(typed)) {
            List<ImportLine> lines =
                    waxwing.people().bringIn(paths, passphrase.isEmpty() ? List.of() : List.of(passphrase));
            return new Step.Brought(lines, waxwing.seals().sealFor(own).isPresent());
        }
    }
}
