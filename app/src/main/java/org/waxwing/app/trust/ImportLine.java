package org.waxwing.app.trust;

import java.util.Optional;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.KeyMaterial.SkipReason;

/// What became of one item of an import.
public sealed interface ImportLine {
    /// The name of the file it came from.
    String source();

    /// @param own the secret key came with it
    /// @param ownPassphrase the key keeps its own passphrase, which is asked when it is used
    record Kept(
            String source,
            Fingerprint fingerprint,
            String owner,
            Result result,
            boolean own,
            boolean ownPassphrase,
            Optional<Standing> standing)
            implements ImportLine {
        @Override
        public String toString() {
            return "Kept[" + result + "]";
        }
    }

    record Skipped(String source, String what, SkipReason reason) implements ImportLine {}

    record Unreadable(String source, Why why) implements ImportLine {}

    enum Result {
        TAKEN,
        MERGED,
        UNCHANGED
    }

    enum Why {
        NOT_FOUND,
        NOT_READABLE,
        NOTHING_INSIDE,
        TOO_LARGE
    }
}
