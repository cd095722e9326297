package org.waxwing.crypto.cert;

import java.util.List;

/// What is in a file in which S/MIME identities travel: PKCS#12, PKCS#8, PKCS#7 with certificates only,
/// certificates, in DER or PEM.
public sealed interface IdentityFile {
    /// Everything that the file holds, private keys first.
    record Read(List<Item> items) implements IdentityFile {
        public Read {
            items = List.copyOf(items);
        }
    }

    /// Nothing of it is read.
    record Refused(IdentityProblem problem) implements IdentityFile {}

    /// One thing in the file.
    sealed interface Item {
        /// A private key with its certificate and what the file holds of the chain above, locked with the
        /// passphrase that was given for that.
        record KeyFound(SmimeSecretKey key) implements Item {}

        /// A certificate on its own.
        ///
        /// @param authority whether it confirms others rather than belonging to a person
        record CertificateFound(SmimeCertificate certificate, boolean authority) implements Item {}

        /// What was passed over, and why.
        ///
        /// @param what in words, such as "item 2"
        record PassedOver(String what, IdentityProblem problem) implements Item {}
    }
}
