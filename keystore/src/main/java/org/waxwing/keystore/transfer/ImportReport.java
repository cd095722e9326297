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
        /// @param lost whether a private key, or what a damaged file held, stays behind by it
        record Skipped(String source, String what, KeyMaterial.SkipReason reason, boolean lost) implements Line {
            /// What is lost as far as the reason tells.
            public Skipped(String source, String what, KeyMaterial.SkipReason reason) {
                this(source, what, reason, reason.loses());
            }
        }

        /// The file itself could not be read, or held nothing of use.
        record Unreadable(String source, Why why) implements Line {}

        /// A setting of the other program.
        ///
        /// @param setting as it stands there, such as "keyserver hkps://keys.example.org"
        record Setting(String source, String setting, Fate fate) implements Line {
            @Override
            public String toString() {
                return "Setting[" + fate + "]";
            }
        }

        /// What becomes of a setting.
        enum Fate {
            /// Done as it says.
            TAKEN,
            /// This program does so by itself.
            ALWAYS_SO,
            /// Not taken: the key that signs follows from the address that is written from.
            BY_ADDRESS,
            /// Not taken: a letter is sealed to those it is addressed to and its writer, to nobody else.
            ONLY_THOSE_ADDRESSED,
            /// Not taken: algorithms are chosen from what the readers' certificates say.
            FROM_CERTIFICATES,
            /// Not taken: a person decides about each certificate.
            DECIDED_FOR_EACH,
            /// Not taken: the network is asked only when the person wants it.
            ONLY_WHEN_ASKED,
            /// Not taken: this program has no groups of people.
            NO_GROUPS,
            /// Not taken: it would make reading or writing weaker.
            WEAKER
        }

        /// Why a whole file gave nothing.
        enum Why {
            NOT_FOUND,
            NOT_READABLE,
            NOTHING_INSIDE,
            TOO_LARGE
        }
    }
}
