package org.waxwing.crypto.cert;

import org.waxwing.crypto.mime.Octets;

/// Where the private key of a certificate lies.
public sealed interface KeyPlace {
    /// With the program that holds the certificate.
    ///
    /// @param encoded a DER EncryptedPrivateKeyInfo (RFC 5958 §3): PBES2 with AES-256 and
    ///   PBKDF2-HMAC-SHA256
    record Held(Octets encoded) implements KeyPlace {
        @Override
        public String toString() {
            return "Held[redacted]";
        }
    }

    /// On a token, for good.
    ///
    /// @param id the token's own name for the key (CKA_ID)
    record OnToken(Token token, Octets id) implements KeyPlace {
        @Override
        public String toString() {
            return "OnToken[redacted]";
        }
    }
}
