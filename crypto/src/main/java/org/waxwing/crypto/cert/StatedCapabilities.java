package org.waxwing.crypto.cert;

import java.util.Map;
import java.util.Set;

/// What people's programs said that they read (RFC 8551 §2.5.2), by their certificates. Of whom nothing is
/// known it is assumed that they read what everybody reads.
///
/// @param byCertificate object identifiers in dotted decimal
public record StatedCapabilities(Map<Fingerprint, Set<String>> byCertificate) {
    public StatedCapabilities {
        byCertificate = Map.copyOf(byCertificate);
    }

    /// Nothing is known of anybody.
    public static StatedCapabilities unknown() {
        return new StatedCapabilities(Map.of());
    }

    /// Empty where nothing is known.
    public Set<String> of(Fingerprint certificate) {
        return byCertificate.getOrDefault(certificate, Set.of());
    }
}
