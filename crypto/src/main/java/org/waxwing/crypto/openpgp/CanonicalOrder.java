package org.waxwing.crypto.openpgp;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.waxwing.crypto.mime.Octets;

/// The one order in which the parts of a certificate stand in our own encoding, whatever way they came:
/// older first, and where the dates agree the smaller octets. So two copies that know the same are the
/// same octets, and merging doesn't depend on the order of its arguments.
final class CanonicalOrder {
    private static final Comparator<Octets> OF_OCTETS =
            (one, other) -> Arrays.compareUnsigned(one.toByteArray(), other.toByteArray());

    static final Comparator<SelfSignature> OF_STATEMENTS = Comparator.comparing(SelfSignature::created)
            .thenComparing(statement -> statement.packet().body(), OF_OCTETS);

    /// Signatures that may be unreadable; those come first.
    static final Comparator<RawPacket> OF_PACKETS =
            Comparator.comparingLong(CanonicalOrder::created).thenComparing(RawPacket::body, OF_OCTETS);

    static final Comparator<UserIdComponent> OF_USER_IDS = Comparator.comparing(
                    (UserIdComponent userId) -> first(userId.signatures()))
            .thenComparing(userId -> userId.packet().body(), OF_OCTETS);

    /// The primary key stays in front.
    static final Comparator<KeyComponent> OF_KEYS = Comparator.comparing((KeyComponent key) -> !key.isPrimary())
            .thenComparing(KeyComponent::created)
            .thenComparing(key -> key.packet().body(), OF_OCTETS);

    static final Comparator<KeyBlock.Component> OF_OPAQUE = Comparator.comparingInt(
                    (KeyBlock.Component component) -> component.head().tag())
            .thenComparing(component -> component.head().body(), OF_OCTETS);

    private CanonicalOrder() {}

    private static long created(RawPacket packet) {
        return SignaturePeek.of(packet).map(SignaturePeek::created).orElse(0L);
    }

    private static Instant first(List<SelfSignature> statements) {
        return statements.stream()
                .map(SelfSignature::created)
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }
}
