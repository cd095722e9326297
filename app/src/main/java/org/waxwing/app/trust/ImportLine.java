package org.waxwing.app.trust;

import java.util.Optional;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.KeyMaterial.SkipReason;
import org.waxwing.crypto.mime.AddrSpec;

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

    /// What was kept is a certificate for one of the person's own addresses, and its key isn't here. It is
    /// not sealed for unless they compared it.
    record InYourName(String source, Fingerprint fingerprint, AddrSpec address) implements ImportLine {
        @Override
        public String toString() {
            return "InYourName[redacted]";
        }
    }

    /// @param lost whether a private key, or what a damaged file held, stays behind by it
    record Skipped(String source, String what, SkipReason reason, boolean lost) implements ImportLine {
        /// What is lost as far as the reason tells.
        public Skipped(String source, String what, SkipReason reason) {
            this(source, what, reason, reason.loses());
        }
    }

    record Unreadable(String source, Why why) implements ImportLine {}

    /// A setting of the other program.
    ///
    /// @param setting as it stands there
    record Setting(String source, String setting, Fate fate) implements ImportLine {
        @Override
        public String toString() {
            return "Setting[" + fate + "]";
        }
    }

    /// What becomes of a setting: taken, so by itself, or not taken and why.
    enum Fate {
        TAKEN,
        ALWAYS_SO,
        BY_ADDRESS,
        ONLY_THOSE_ADDRESSED,
        FROM_CERTIFICATES,
        DECIDED_FOR_EACH,
        ONLY_WHEN_ASKED,
        NO_GROUPS,
        WEAKER
    }

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
