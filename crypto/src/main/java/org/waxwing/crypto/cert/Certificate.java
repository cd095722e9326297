package org.waxwing.crypto.cert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Octets;

/// What is publicly known of someone's keys. Which kind it is matters to the engine and to Details, never
/// to the person who writes a letter.
public sealed interface Certificate permits OpenPgpCertificate, SmimeCertificate {
    Fingerprint fingerprint();

    Instant created();

    /// When it ends, as its owner last said; nothing means never.
    Optional<Instant> expires();

    /// What it is good for at the given time, and why not for the rest.
    Usability usability(Instant at);

    /// The self-certified user ids, or the names that the issuer certified, the primary one first.
    List<UserId> userIds();

    /// Whether one of its valid, certified user ids holds the address at the given time.
    boolean binds(AddrSpec address, Instant at);

    /// The certificate in its standard binary form, without third-party additions that we dropped.
    Octets encoded();
}
