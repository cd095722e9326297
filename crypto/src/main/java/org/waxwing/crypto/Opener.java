package org.waxwing.crypto;

import java.time.Instant;
import org.waxwing.crypto.cert.CertificateSource;
import org.waxwing.crypto.cert.PassphraseSource;
import org.waxwing.crypto.cert.SecretKeySource;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.openpgp.OpenPgpEngine;

/// Opens messages and judges them. The only maker of [CryptographicPayload]s and of
/// [Authenticity.Verified].
public final class Opener {
    private final OpenPgpEngine openPgp;

    private Opener(OpenPgpEngine openPgp) {
        this.openPgp = openPgp;
    }

    /// An opener over the engine.
    public static Opener with(OpenPgp openPgp) {
        return new Opener(openPgp.engine());
    }

    /// Opens a whole message, of any origin. Never throws for what is in the message.
    public Opening open(
            Octets message,
            SecretKeySource keys,
            CertificateSource certificates,
            PassphraseSource passphrases,
            Instant now) {
        throw new UnsupportedOperationException("not yet " + openPgp.hashCode());
    }
}
