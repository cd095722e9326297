package org.waxwing.crypto;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.cert.CertificateSource;
import org.waxwing.crypto.cert.SecretKeySource;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.smime.CmsLayers;

/// Ben opens what comes in; he knows everybody's certificate.
final class BensDesk {
    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private BensDesk() {}

    static Opening open(Octets message) {
        return new Opener(new PretendEngine(), new CmsLayers(new SecureRandom()))
                .open(
                        message,
                        SecretKeySource.of(List.of(Person.BEN.secretKey())),
                        CertificateSource.of(Person.ALL),
                        _ -> Optional.empty(),
                        NOW);
    }

    /// A letter inside another, because Ben asked for it.
    static Opening.Opened opened(EnclosedLetter letter) {
        Opener opener = new Opener(new PretendEngine(), new CmsLayers(new SecureRandom()));
        return assertInstanceOf(
                Opening.Opened.class,
                opener.open(
                        letter,
                        SecretKeySource.of(List.of(Person.BEN.secretKey())),
                        CertificateSource.of(Person.ALL),
                        _ -> Optional.empty(),
                        NOW));
    }

    static Opening.Opened opened(Octets message) {
        return assertInstanceOf(Opening.Opened.class, open(message));
    }

    static CryptographicSummary.Status status(Octets message) {
        return opened(message).summary().status();
    }
}
