package org.waxwing.crypto.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which algorithms are acceptable, with the dates from which they are not (RFC 9580 §9.5). Immutable;
/// one value is passed everywhere.
///
/// Decision 0014 has the reasons for each figure.
///
/// @param version of these rules and of the mathematics behind them: another number makes every verdict
///   that was kept worthless
/// @param hashCutoffs the broken hashes; a hash that isn't in the list is as good as its strength
/// @param minimumRsaBits RSA below this many bits proves nothing and receives nothing, whatever its date:
///   who can break it can put any date into a signature
/// @param minimumDsaBits the same for DSA, and for ElGamal, which rests on the same problem
/// @param ciphersNotOpened what a letter was encrypted with that is not even read; writing knows AES only
/// @param maximumPlaintextBytes more than this out of one letter is refused (a compression bomb)
/// @param maximumCompressionRatio plaintext bytes for each compressed byte, above which a letter is
///   refused
public record AlgorithmPolicy(
        int version,
        List<HashCutoff> hashCutoffs,
        int minimumRsaBits,
        int minimumDsaBits,
        Set<String> ciphersNotOpened,
        long maximumPlaintextBytes,
        int maximumCompressionRatio) {
    public AlgorithmPolicy {
        hashCutoffs = List.copyOf(hashCutoffs);
        ciphersNotOpened = Set.copyOf(ciphersNotOpened);
    }

    /// The policy of this release.
    public static AlgorithmPolicy current() {
        Instant collision = Instant.parse("2013-02-01T00:00:00Z");
        Instant secondPreimage = Instant.parse("2023-02-01T00:00:00Z");
        HashCutoff md5 =
                new HashCutoff("MD5", Instant.parse("1997-02-01T00:00:00Z"), Instant.parse("2004-02-01T00:00:00Z"));
        return new AlgorithmPolicy(
                2,
                List.of(
                        md5,
                        new HashCutoff("SHA-1", collision, secondPreimage),
                        new HashCutoff("RIPEMD-160", collision, secondPreimage)),
                // A modulus of "2048 bits" may come out one or two bits short.
                2046,
                2048,
                Set.of(),
                1L << 30,
                200);
    }

    /// Whether a signature over a document counts that was made by this hash at this time.
    public boolean acceptsDocument(String hash, Instant made) {
        return cutoff(hash)
                .map(cutoff -> made.isBefore(cutoff.documentsUntil()))
                .orElse(true);
    }

    /// Whether what an owner said of the own key counts, said by this hash at this time.
    public boolean acceptsSelfSignature(String hash, Instant made) {
        return cutoff(hash)
                .map(cutoff -> made.isBefore(cutoff.selfSignaturesUntil()))
                .orElse(true);
    }

    private Optional<HashCutoff> cutoff(String hash) {
        return hashCutoffs.stream().filter(cutoff -> cutoff.hash().equals(hash)).findFirst();
    }

    /// The same rules but for one hash.
    public AlgorithmPolicy with(HashCutoff other) {
        List<HashCutoff> changed = new ArrayList<>(hashCutoffs);
        boolean _ = changed.removeIf(cutoff -> cutoff.hash().equals(other.hash()));
        changed.add(other);
        return new AlgorithmPolicy(
                version,
                changed,
                minimumRsaBits,
                minimumDsaBits,
                ciphersNotOpened,
                maximumPlaintextBytes,
                maximumCompressionRatio);
    }
}
