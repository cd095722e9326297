package org.waxwing.crypto.smime.identity;

import java.util.List;
import org.waxwing.crypto.cert.IdentityProblem;
import org.waxwing.crypto.mime.Octets;

/// One thing found in a file of identities.
public sealed interface IdentityItem {
    /// A private key with its certificate.
    ///
    /// @param certificate in DER
    /// @param chain the certificates above it that the file holds, its issuer's first, each in DER
    /// @param locked the private key, an EncryptedPrivateKeyInfo under the passphrase given for it
    record Identity(Octets certificate, List<Octets> chain, Octets locked) implements IdentityItem {
        public Identity {
            chain = List.copyOf(chain);
        }

        @Override
        public String toString() {
            return "Identity[redacted]";
        }
    }

    /// A certificate on its own, or of an authority, in DER.
    record CertificateAlone(Octets certificate) implements IdentityItem {}

    /// A private key without its certificate, as a file with a key only holds it.
    ///
    /// @param locked an EncryptedPrivateKeyInfo under the passphrase given for it
    record KeyAlone(Octets locked) implements IdentityItem {
        @Override
        public String toString() {
            return "KeyAlone[redacted]";
        }
    }

    /// What was passed over, and why.
    ///
    /// @param what in words, such as "item 2"
    record PassedOver(String what, IdentityProblem problem) implements IdentityItem {}
}
