package org.waxwing.crypto.engine;

import java.time.Instant;
import java.util.List;
import org.waxwing.crypto.cert.Certificate;
import org.waxwing.crypto.cert.Objection;

/// What one signature proves.
public sealed interface SignatureOutcome {
    /// The mathematics holds and the signer's certificate was acceptable at that time.
    ///
    /// @param intendedRecipients the fingerprints of the certificates for which it was meant; empty when
    ///   it names nobody, and always empty from S/MIME
    record Valid(Certificate signer, Instant signedAt, List<String> intendedRecipients) implements SignatureOutcome {
        public Valid {
            intendedRecipients = List.copyOf(intendedRecipients);
        }
    }

    /// It proves nothing, and why.
    record Invalid(List<Objection> objections) implements SignatureOutcome {
        public Invalid {
            objections = List.copyOf(objections);
        }
    }
}
