package org.waxwing.crypto.openpgp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.waxwing.crypto.cert.KeyMaterial.SkipReason;

/// The packets of one transferable key, public or secret (RFC 9580 §10.1, §10.2), grouped but not judged.
///
/// @param components the primary key first, each with the signatures that follow it
record KeyBlock(List<Component> components) {
    /// More packets than this make a key that somebody poisoned beyond use.
    private static final int MAX_PACKETS = 400_000;

    KeyBlock {
        components = List.copyOf(components);
    }

    /// A key or user id with the signatures behind it.
    record Component(RawPacket head, List<RawPacket> signatures) {
        Component {
            signatures = List.copyOf(signatures);
        }
    }

    /// What a run of packets holds, in order.
    sealed interface Found {
        record Key(KeyBlock block) implements Found {}

        record LoneSignature(RawPacket signature) implements Found {}

        record Refused(SkipReason reason) implements Found {}
    }

    RawPacket primary() {
        return components.getFirst().head();
    }

    /// Each part once, with the signatures of all its occurrences.
    List<Component> withoutRepetition() {
        Map<RawPacket, List<RawPacket>> parts = new LinkedHashMap<>();
        for (Component component : components) {
            parts.computeIfAbsent(component.head(), _ -> new ArrayList<>()).addAll(component.signatures());
        }
        return parts.entrySet().stream()
                .map(part -> new Component(part.getKey(), part.getValue()))
                .toList();
    }

    /// The one key that these packets are.
    static KeyBlock ofOne(List<RawPacket> packets) {
        return new KeyBlock(components(packets));
    }

    static List<Found> group(List<RawPacket> packets) {
        List<Found> found = new ArrayList<>();
        List<RawPacket> block = new ArrayList<>();
        boolean strangeReported = false;
        for (RawPacket packet : packets) {
            if (packet.tag() == RawPacket.PUBLIC_KEY || packet.tag() == RawPacket.SECRET_KEY) {
                finish(block, found);
                block.add(packet);
                strangeReported = false;
            } else if (!block.isEmpty()) {
                block.add(packet);
            } else if (packet.tag() == RawPacket.SIGNATURE) {
                found.add(new Found.LoneSignature(packet));
            } else if (!strangeReported && packet.tag() != RawPacket.MARKER && packet.tag() != RawPacket.PADDING) {
                found.add(new Found.Refused(SkipReason.MALFORMED));
                strangeReported = true;
            }
        }
        finish(block, found);
        return found;
    }

    private static void finish(List<RawPacket> block, List<Found> found) {
        if (!block.isEmpty()) {
            found.add(
                    block.size() > MAX_PACKETS
                            ? new Found.Refused(SkipReason.TOO_LARGE)
                            : new Found.Key(new KeyBlock(components(block))));
            block.clear();
        }
    }

    private static List<Component> components(List<RawPacket> block) {
        List<Component> components = new ArrayList<>();
        RawPacket head = block.getFirst();
        List<RawPacket> signatures = new ArrayList<>();
        for (RawPacket packet : block.subList(1, block.size())) {
            switch (packet.tag()) {
                case RawPacket.SIGNATURE -> signatures.add(packet);
                case RawPacket.USER_ID, RawPacket.USER_ATTRIBUTE, RawPacket.PUBLIC_SUBKEY, RawPacket.SECRET_SUBKEY -> {
                    components.add(new Component(head, signatures));
                    head = packet;
                    signatures.clear();
                }
                default -> {
                    // Trust packets of GnuPG's own files, markers, padding and what is still to be invented.
                }
            }
        }
        components.add(new Component(head, signatures));
        return components;
    }
}
