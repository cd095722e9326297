package org.waxwing.crypto.cert;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What a new key is to be.
///
/// @param owners its user ids, the primary one first; may be empty
/// @param validity how long it lives; nothing means for ever. More than 136 years can't be written down
///   (RFC 9580 §5.2.3.13) and is an `IllegalArgumentException`
public record KeyPlan(List<UserId> owners, KeyProfile profile, Optional<Duration> validity) {
    private static final long MOST_SECONDS = 0xFFFF_FFFFL;

    public KeyPlan {
        owners = List.copyOf(owners);
        if (validity.isPresent()
                && (validity.get().toSeconds() < 1 || validity.get().toSeconds() > MOST_SECONDS)) {
            throw new IllegalArgumentException("a key lives from one second to 136 years");
        }
    }

    /// The ordinary key of one person.
    public static KeyPlan ordinary(UserId owner, Optional<Duration> validity) {
        return new KeyPlan(List.of(owner), KeyProfile.CURVE25519, validity);
    }

    @Override
    public String toString() {
        return "KeyPlan[" + profile + "]";
    }
}
