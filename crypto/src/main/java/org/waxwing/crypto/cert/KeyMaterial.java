package org.waxwing.crypto.cert;

import java.util.List;
import org.waxwing.crypto.mime.Octets;

/// What a key file or a GnuPG home held, item by item, in its order.
public record KeyMaterial(List<Item> items) {
    public KeyMaterial {
        items = List.copyOf(items);
    }

    /// One thing found.
    public sealed interface Item {
        record CertificateFound(OpenPgpCertificate certificate) implements Item {}

        /// @param passphraseNeeded its secret parts are locked; false when they lie open in the file
        record SecretKeyFound(OpenPgpSecretKey key, boolean passphraseNeeded) implements Item {}

        /// A revocation certificate on its own.
        record RevocationFound(long issuerKeyId, Octets revocation) implements Item {}

        /// What was passed over, and why.
        ///
        /// @param what in words, such as "key 2 of 5" or a fingerprint
        /// @param lost whether a private key, or what a damaged file held, stays behind by it
        record Skipped(String what, SkipReason reason, boolean lost) implements Item {
            /// What is lost as far as the reason tells: nobody misses the certificate of another format.
            public Skipped(String what, SkipReason reason) {
                this(what, reason, reason.loses());
            }

            /// The same of a private key.
            public static Skipped privateKey(String what, SkipReason reason) {
                return new Skipped(what, reason, !reason.leavesItElsewhere());
            }
        }
    }

    /// Why an item was passed over.
    public enum SkipReason {
        /// The bytes don't follow the format.
        MALFORMED,
        /// Version 3 or older: its fingerprint can be forged.
        OUTDATED_VERSION,
        /// Version 5, which GnuPG and LibrePGP have and no standard of the IETF.
        LIBREPGP_VERSION,
        /// A version or algorithm that this program doesn't know.
        UNSUPPORTED,
        /// No valid self-signature ties it together.
        NOT_SELF_CERTIFIED,
        /// The secret part is on a smart card; only the card can use it.
        ON_SMARTCARD,
        /// The secret part was left out when it was exported.
        SECRET_PART_MISSING,
        /// A certificate of S/MIME where only those of OpenPGP are looked for.
        SMIME_CERTIFICATE,
        /// A list of revoked certificates (RFC 5280), which holds none itself.
        REVOCATION_LIST,
        /// A request for a certificate, which an authority has yet to answer.
        REQUEST,
        /// A secret key that belongs to no certificate found beside it, such as one for SSH.
        NO_CERTIFICATE,
        /// The passphrase doesn't fit.
        WRONG_PASSPHRASE,
        /// A passphrase is needed and none was given.
        PASSPHRASE_NEEDED,
        /// Opening it would cost more work than any honest file asks for.
        TOO_COSTLY,
        /// A private key that contradicts itself or its certificate.
        KEY_MISMATCH,
        /// More, or larger, than a key file may hold.
        TOO_LARGE;

        /// Whether something that belonged here is lost by it, whatever the item was.
        public boolean loses() {
            return switch (this) {
                case MALFORMED, WRONG_PASSPHRASE, PASSPHRASE_NEEDED, TOO_COSTLY, KEY_MISMATCH, TOO_LARGE -> true;
                case OUTDATED_VERSION,
                        LIBREPGP_VERSION,
                        UNSUPPORTED,
                        NOT_SELF_CERTIFIED,
                        ON_SMARTCARD,
                        SECRET_PART_MISSING,
                        SMIME_CERTIFICATE,
                        REVOCATION_LIST,
                        REQUEST,
                        NO_CERTIFICATE -> false;
            };
        }

        private boolean leavesItElsewhere() {
            return this == ON_SMARTCARD || this == SECRET_PART_MISSING;
        }
    }
}
