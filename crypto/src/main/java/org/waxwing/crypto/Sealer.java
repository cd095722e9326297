package org.waxwing.crypto;

import java.time.Instant;
import org.waxwing.crypto.cert.PassphraseSource;
import org.waxwing.crypto.openpgp.OpenPgpEngine;

/// Signs and encrypts letters. The only maker of [SealedMessage]s.
public final class Sealer {
    private final OpenPgpEngine openPgp;

    private Sealer(OpenPgpEngine openPgp) {
        this.openPgp = openPgp;
    }

    /// A sealer over the engine.
    public static Sealer with(OpenPgp openPgp) {
        return new Sealer(openPgp.engine());
    }

    /// Seals the letter in one pass, with header protection (RFC 9788 §5.2) and `hcp_baseline`.
    public Sealing seal(Letter letter, SealingPlan plan, PassphraseSource passphrases, Instant now) {
        throw new UnsupportedOperationException("not yet " + openPgp.hashCode());
    }
}
