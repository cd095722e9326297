package org.waxwing.crypto.openpgp;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Signatures in a certificate that its owner didn't make: certifications by friends, revocations by who
/// was designated, version 3, and what is still to be invented. They prove nothing to us and are kept for
/// others to read, so far as a flood of them stays bearable: the newest of each part.
final class OtherSignatures {
    /// So many are kept for each part.
    static final int MAX_KEPT = 128;

    private static final int MAX_LENGTH = 1 << 13;

    /// Attestations of certifications are in no standard, but exist.
    private static final int ATTESTATION = 0x16;

    private OtherSignatures() {}

    /// Whether such a signature may stand behind such a part. One that isn't to be exported is none of our
    /// business (RFC 9580 §5.2.3.19).
    ///
    /// @param types that the owner may make over the part
    static boolean mayStand(Optional<SignaturePeek> peek, Set<Integer> types) {
        return peek.isEmpty()
                || (!peek.get().local()
                        && (types.contains(peek.get().type()) || peek.get().type() == ATTESTATION));
    }

    /// The newest of them, in their canonical order.
    static List<RawPacket> few(List<RawPacket> others) {
        List<RawPacket> sorted = others.stream()
                .filter(packet -> packet.body().length() <= MAX_LENGTH)
                .distinct()
                .sorted(CanonicalOrder.OF_PACKETS)
                .toList();
        return sorted.subList(Math.max(0, sorted.size() - MAX_KEPT), sorted.size());
    }
}
