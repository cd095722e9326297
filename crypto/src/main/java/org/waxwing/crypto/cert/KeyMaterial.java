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
        record Skipped(String what, SkipReason reason) implements Item {}
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
        TOO_LARGE
    }
}
