package org.waxwing.crypto.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.cert.Certificate;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.cert.SmimeIntroduction;

/// What one signature proves.
public sealed interface SignatureOutcome {
    /// The mathematics holds and the signer's certificate was acceptable at that time.
    ///
    /// @param intendedRecipients the fingerprints of the certificates for which it was meant; empty when
    ///   it names nobody, and always empty from S/MIME
    /// @param introduction what an S/MIME signature tells beside the text
    record Valid(
            Certificate signer,
            Instant signedAt,
            List<String> intendedRecipients,
            Optional<SmimeIntroduction> introduction)
            implements SignatureOutcome {
        public Valid {
            intendedRecipients = List.copyOf(intendedRecipients);
        }

        /// One that tells nothing beside the text.
        public Valid(Certificate signer, Instant signedAt, List<String> intendedRecipients) {
            this(signer, signedAt, intendedRecipients, Optional.empty());
        }
    }

    /// It proves nothing, and why.
    record Invalid(List<Objection> objections) implements SignatureOutcome {
        public Invalid {
            objections = List.copyOf(objections);
        }
    }
}
