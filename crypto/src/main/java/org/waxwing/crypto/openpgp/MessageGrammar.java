package org.waxwing.crypto.openpgp;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.policy.AlgorithmPolicy;

/// Reads a message that is not encrypted, or no longer: nothing but what RFC 9580 §10.3 allows.
///
/// ```text
/// message    = literal | compressed(message) | signature message | one-pass message signature
/// ```
///
/// An announcement whose signature is missing, or a signature too many, makes the whole no message: what
/// was cut or joined says nothing for certain.
final class MessageGrammar {
    private static final int MAX_DEPTH = 8;
    private static final int MAX_SIGNATURES = 64;
    private static final Octets MARKER = Octets.ofUtf8("PGP");
    private static final int READ_SIZE = 1 << 16;

    /// What fits into memory beside its own copies; a letter that is larger is refused.
    private static final long MAX_IN_MEMORY = 256L << 20;

    /// Small things may be compressed to any degree.
    private static final long ALWAYS_ALLOWED = 1L << 20;

    private final AlgorithmPolicy policy;
    private final List<RawPacket> signatures = new ArrayList<>();

    private MessageGrammar(AlgorithmPolicy policy) {
        this.policy = policy;
    }

    /// What came of reading.
    sealed interface Result {
        /// @param signatures outermost first
        record Message(Octets text, List<RawPacket> signatures) implements Result {
            public Message {
                signatures = List.copyOf(signatures);
            }
        }

        record Malformed() implements Result {}

        record TooLarge() implements Result {}
    }

    static Result read(Octets message, AlgorithmPolicy policy) {
        PacketFramer.Framed framed = PacketFramer.frame(message);
        MessageGrammar grammar = new MessageGrammar(policy);
        return framed.intact() ? grammar.message(framed.packets(), 0) : new Result.Malformed();
    }

    private Result message(List<RawPacket> all, int depth) {
        Optional<List<RawPacket>> kept = withoutNoise(all);
        if (kept.isEmpty() || depth > MAX_DEPTH || kept.get().size() > 2 * MAX_SIGNATURES + 1) {
            return new Result.Malformed();
        }
        List<RawPacket> packets = kept.get();
        int core = 0;
        int announced = 0;
        while (core < packets.size() && isPrefix(packets.get(core))) {
            if (packets.get(core).tag() == RawPacket.SIGNATURE) {
                signatures.add(packets.get(core));
            } else {
                announced++;
            }
            core++;
        }
        List<RawPacket> trailing = core < packets.size() ? packets.subList(core + 1, packets.size()) : List.of();
        if (core == packets.size()
                || trailing.size() != announced
                || trailing.stream().anyMatch(packet -> packet.tag() != RawPacket.SIGNATURE)) {
            return new Result.Malformed();
        }
        // The last signature belongs to the first announcement (RFC 9580 §5.4).
        signatures.addAll(trailing.reversed());
        return core(packets.get(core), depth);
    }

    private static boolean isPrefix(RawPacket packet) {
        return packet.tag() == RawPacket.SIGNATURE || packet.tag() == RawPacket.ONE_PASS_SIGNATURE;
    }

    /// Markers, padding and unknown packets that may be passed over are gone. Nothing at all where there is
    /// a marker that is none (RFC 9580 §5.8).
    static Optional<List<RawPacket>> withoutNoise(List<RawPacket> packets) {
        if (packets.stream()
                .anyMatch(packet ->
                        packet.tag() == RawPacket.MARKER && !packet.body().equals(MARKER))) {
            return Optional.empty();
        }
        List<RawPacket> kept = new ArrayList<>();
        for (RawPacket packet : packets) {
            if (packet.tag() != RawPacket.MARKER
                    && packet.tag() != RawPacket.PADDING
                    && packet.tag() < RawPacket.FIRST_NON_CRITICAL) {
                kept.add(packet);
            }
        }
        return kept.isEmpty() ? Optional.empty() : Optional.of(kept);
    }

    private Result core(RawPacket packet, int depth) {
        return switch (packet.tag()) {
            case RawPacket.LITERAL -> literal(packet.body());
            case RawPacket.COMPRESSED -> compressed(packet, depth);
            default -> new Result.Malformed();
        };
    }

    private Result literal(Octets body) {
        if (body.length() < 6 || body.length() < 6 + body.at(1)) {
            return new Result.Malformed();
        }
        return new Result.Message(body.slice(6 + body.at(1), body.length()), signatures);
    }

    private Result compressed(RawPacket packet, int depth) {
        long limit = Math.min(
                Math.min(policy.maximumPlaintextBytes(), MAX_IN_MEMORY),
                Math.max(ALWAYS_ALLOWED, (long) packet.body().length() * policy.maximumCompressionRatio()));
        Optional<Optional<Octets>> inflated = Bcpg.attempt(() -> {
            try (InputStream in = Decompression.open(packet)) {
                return bounded(in, limit, 0);
            }
        });
        if (inflated.isEmpty()) {
            return new Result.Malformed();
        }
        if (inflated.get().isEmpty()) {
            return new Result.TooLarge();
        }
        PacketFramer.Framed framed = PacketFramer.frame(inflated.get().get());
        return framed.intact() ? message(framed.packets(), depth + 1) : new Result.Malformed();
    }

    /// Everything in the stream, or nothing where it is more than the limit.
    ///
    /// @param expected about how much it is
    static Optional<Octets> bounded(InputStream in, long limit, int expected) throws IOException {
        Octets.Collector out = new Octets.Collector(expected);
        byte[] buffer = new byte[READ_SIZE];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            if (out.length() + (long) n > limit) {
                return Optional.empty();
            }
            out.write(buffer, 0, n);
        }
        return Optional.of(out.take());
    }
}
