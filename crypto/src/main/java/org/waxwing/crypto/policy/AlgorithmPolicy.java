package org.waxwing.crypto.policy;

import java.time.Instant;

/// Which algorithms are acceptable, with the dates from which they are not (RFC 9580 §9.5). Immutable;
/// one value is passed everywhere.
///
/// @param sha1SelfSignaturesUntil self-signatures by SHA-1 made before this instant still count
/// @param minimumRsaBits RSA below this many bits proves nothing and receives nothing
/// @param maximumPlaintextBytes more than this out of one letter is refused (a compression bomb)
/// @param maximumCompressionRatio plaintext bytes for each compressed byte, above which a letter is
///   refused
public record AlgorithmPolicy(
        Instant sha1SelfSignaturesUntil, int minimumRsaBits, long maximumPlaintextBytes, int maximumCompressionRatio) {
    /// The policy of this release.
    public static AlgorithmPolicy current() {
        return new AlgorithmPolicy(Instant.parse("2023-02-01T00:00:00Z"), 2000, 1L << 30, 200);
    }
}
