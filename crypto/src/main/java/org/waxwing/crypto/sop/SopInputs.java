package org.waxwing.crypto.sop;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;

/// What the operations take.
public sealed interface SopInputs {
    /// @param keys files with secret keys
    /// @param keyPasswords any of which may open any of the keys
    record Keys(List<Octets> keys, List<Passphrase> keyPasswords) implements SopInputs {
        public Keys {
            keys = List.copyOf(keys);
            keyPasswords = List.copyOf(keyPasswords);
        }

        public static Keys none() {
            return new Keys(List.of(), List.of());
        }
    }

    /// @param certificates files with certificates
    /// @param notBefore signatures older than this don't count
    /// @param notAfter signatures younger than this don't count; nothing means now
    record Verifiers(List<Octets> certificates, Optional<Instant> notBefore, Optional<Instant> notAfter)
            implements SopInputs {
        public Verifiers {
            certificates = List.copyOf(certificates);
        }

        public static Verifiers none() {
            return new Verifiers(List.of(), Optional.empty(), Optional.empty());
        }
    }

    /// What `decrypt` may open a message with: any of them will do.
    record Openers(Keys keys, List<Passphrase> passwords, List<SessionKey> sessionKeys) implements SopInputs {
        public Openers {
            passwords = List.copyOf(passwords);
            sessionKeys = List.copyOf(sessionKeys);
        }

        public static Openers of(Keys keys) {
            return new Openers(keys, List.of(), List.of());
        }

        boolean isEmpty() {
            return keys.keys().isEmpty() && passwords.isEmpty() && sessionKeys.isEmpty();
        }
    }

    /// How `encrypt` writes.
    record Writing(Mode mode, EncryptionProfile profile, KeyPurpose purpose, boolean armored) implements SopInputs {
        public static Writing ordinary() {
            return new Writing(Mode.BINARY, EncryptionProfile.DEFAULT, KeyPurpose.ANY, true);
        }
    }

    /// For which use a certificate's owner made the key that a message is encrypted to (RFC 9580
    /// §5.2.3.29).
    enum KeyPurpose {
        ANY,
        COMMUNICATIONS,
        STORAGE
    }

    /// The key that `generate-key` makes.
    ///
    /// @param signingOnly whether nobody can encrypt to it
    record KeyRequest(
            List<String> userIds, Optional<Passphrase> password, KeyGenerationProfile profile, boolean signingOnly)
            implements SopInputs {
        public KeyRequest {
            userIds = List.copyOf(userIds);
        }

        /// Without a password, of the default profile.
        public static KeyRequest ordinary(List<String> userIds) {
            return new KeyRequest(userIds, Optional.empty(), KeyGenerationProfile.DEFAULT, false);
        }
    }

    /// @param passwords by which the message may be opened as well
    /// @param certificates files with certificates of the recipients
    record Recipients(List<Passphrase> passwords, List<Octets> certificates) implements SopInputs {
        public Recipients {
            passwords = List.copyOf(passwords);
            certificates = List.copyOf(certificates);
        }
    }

    /// What `validate-userid` asks of certificates.
    ///
    /// @param addressOnly whether the user id is an address, to be compared with the address in those of
    ///   the certificate
    /// @param at the instant of the judgement; nothing means now
    record UserIdQuestion(String userId, boolean addressOnly, Optional<Instant> at) implements SopInputs {}

    /// How a document is signed.
    enum Mode {
        BINARY,
        /// Line ends are made CRLF for the signature; anything but UTF-8 is refused.
        TEXT
    }

    /// How a document is signed when it goes with its signatures.
    enum Form {
        BINARY,
        /// As [Mode#TEXT].
        TEXT,
        /// Text that stays readable (RFC 9580 §7); white space at line ends is lost.
        CLEARSIGNED
    }
}
