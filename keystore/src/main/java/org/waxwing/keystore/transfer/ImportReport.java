package org.waxwing.keystore.transfer;

import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.KeyMaterial;
import org.waxwing.keystore.Acceptance;
import org.waxwing.keystore.Keeping;

/// What became of every item of an import.
public record ImportReport(List<Line> lines) {
    public ImportReport {
        lines = List.copyOf(lines);
    }

    /// One item.
    public sealed interface Line {
        /// Where it came from: the file's name without its folder.
        String source();

        /// @param owner the primary user id
        /// @param secret whether the secret key came with it
        /// @param ownPassphrase the secret key stays locked with its own passphrase, to be asked when it
        ///   is used
        /// @param acceptance what the source's own trust was taken for
        record Kept(
                String source,
                Fingerprint certificate,
                String owner,
                Keeping keeping,
                boolean secret,
                boolean ownPassphrase,
                Optional<Acceptance> acceptance)
                implements Line {
            @Override
            public String toString() {
                return "Kept[" + keeping + "]";
            }
        }

        /// @param what in words, such as "key 2 of 5"
        record Skipped(String source, String what, KeyMaterial.SkipReason reason) implements Line {}

        /// The file itself could not be read, or held nothing of use.
        record Unreadable(String source, Why why) implements Line {}

        /// Why a whole file gave nothing.
        enum Why {
            NOT_FOUND,
            NOT_READABLE,
            NOTHING_INSIDE,
            TOO_LARGE
        }
    }
}
