package org.waxwing.crypto.policy;

import java.time.Instant;

/// From when on signatures by a hash that was broken no longer count, judged by the date that stands in
/// the signature itself.
///
/// The date is the signer's own claim, and that is enough: whoever can only make collisions must have a
/// signature from the honest signer first, and that one bears the true date. It needs two dates because a
/// document may have been chosen by the attacker, who then needs no more than a collision, while what a
/// key's owner says of the own key is chosen by the owner, and the attacker needs a second preimage.
///
/// @param hash the name, such as "SHA-1"
/// @param documentsUntil signatures over documents made before this instant still count
/// @param selfSignaturesUntil what an owner said of the own key before this instant still counts
public record HashCutoff(String hash, Instant documentsUntil, Instant selfSignaturesUntil) {
    public HashCutoff {
        if (hash.isBlank() || documentsUntil.isAfter(selfSignaturesUntil)) {
            throw new IllegalArgumentException("a hash is given up for documents first");
        }
    }
}
