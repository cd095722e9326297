package org.waxwing.crypto.openpgp;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.openpgp.stream.BrokenStreamException;
import org.waxwing.crypto.openpgp.stream.PacketInput;
import org.waxwing.crypto.policy.AlgorithmPolicy;
import org.waxwing.crypto.work.Work;

/// Reads a message that is not encrypted, or no longer, as it passes by: nothing but what RFC 9580 §10.3
/// allows.
///
/// ```text
/// message    = literal | compressed(message) | signature message | one-pass message signature
/// ```
///
/// An announcement whose signature is missing, or a signature too many, makes the whole no message: what
/// was cut or joined says nothing for certain.
final class MessageGrammar {
    private static final int MAX_DEPTH = 8;
    private static final int MAX_SIGNATURES = 128;
    private static final int MAX_SIGNATURE = 1 << 20;
    private static final Octets MARKER = Octets.ofUtf8("PGP");
    private static final int READ_SIZE = 1 << 16;
    private static final int LITERAL_HEAD = 6;

    private final AlgorithmPolicy policy;
    private final HeldText text;

    private MessageGrammar(AlgorithmPolicy policy, HeldText text) {
        this.policy = policy;
        this.text = text;
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

    /// A message that is at hand.
    static Result read(Octets message, AlgorithmPolicy policy) {
        HeldText text = HeldText.inMemory(message.length());
        try (InputStream in = message.stream()) {
            List<RawPacket> signatures = read(in, policy, text);
            var _ = text.complete();
            return new Result.Message(text.octets(), signatures);
        } catch (BrokenStreamException broken) {
            return broken.reason() == BrokenStreamException.Reason.TOO_LARGE
                    ? new Result.TooLarge()
                    : new Result.Malformed();
        } catch (IOException _) {
            return new Result.Malformed();
        }
    }

    /// Puts the text aside and gives the signatures, outermost first. Fails with a [BrokenStreamException]
    /// where it is no message or too large; the text must be discarded then.
    static List<RawPacket> read(InputStream message, AlgorithmPolicy policy, HeldText text) throws IOException {
        return new MessageGrammar(policy, text).message(new PacketInput(message), 0);
    }

    private List<RawPacket> message(PacketInput in, int depth) throws IOException {
        if (depth > MAX_DEPTH) {
            throw BrokenStreamException.malformed();
        }
        List<RawPacket> signatures = new ArrayList<>();
        int announced = 0;
        int tag = next(in);
        while (tag == RawPacket.SIGNATURE || tag == RawPacket.ONE_PASS_SIGNATURE) {
            RawPacket packet = new RawPacket(tag, in.whole(MAX_SIGNATURE));
            if (tag == RawPacket.SIGNATURE) {
                signatures.add(packet);
            } else {
                announced++;
            }
            if (signatures.size() + 2 * announced > MAX_SIGNATURES) {
                throw BrokenStreamException.malformed();
            }
            Announcement.in(packet).ifPresent(text::expect);
            tag = next(in);
        }
        List<RawPacket> inner = core(tag, in, depth);
        List<RawPacket> trailing = trailing(in, announced);
        // The last signature belongs to the first announcement (RFC 9580 §5.4).
        signatures.addAll(trailing.reversed());
        signatures.addAll(inner);
        return signatures;
    }

    private static List<RawPacket> trailing(PacketInput in, int announced) throws IOException {
        List<RawPacket> trailing = new ArrayList<>();
        for (int tag = next(in); tag >= 0; tag = next(in)) {
            if (tag != RawPacket.SIGNATURE || trailing.size() == announced) {
                throw BrokenStreamException.malformed();
            }
            trailing.add(new RawPacket(tag, in.whole(MAX_SIGNATURE)));
        }
        if (trailing.size() != announced) {
            throw BrokenStreamException.malformed();
        }
        return trailing;
    }

    /// The next packet that is not noise: markers, padding and unknown packets that may be passed over are
    /// (RFC 9580 §4.3). A marker that is none is an error (RFC 9580 §5.8).
    static int next(PacketInput in) throws IOException {
        int tag = in.next();
        while (tag == RawPacket.MARKER || tag == RawPacket.PADDING || tag >= RawPacket.FIRST_NON_CRITICAL) {
            if (tag == RawPacket.MARKER && !in.whole(MAX_SIGNATURE).equals(MARKER)) {
                throw BrokenStreamException.malformed();
            }
            tag = in.next();
        }
        return tag;
    }

    /// As above, for packets that are at hand. Nothing at all where there is a marker that is none.
    static Optional<List<RawPacket>> withoutNoise(List<RawPacket> packets) {
        if (packets.stream()
                .anyMatch(packet ->
                        packet.tag() == RawPacket.MARKER && !packet.body().equals(MARKER))) {
            return Optional.empty();
        }
        List<RawPacket> kept = packets.stream()
                .filter(packet -> packet.tag() != RawPacket.MARKER
                        && packet.tag() != RawPacket.PADDING
                        && packet.tag() < RawPacket.FIRST_NON_CRITICAL)
                .toList();
        return kept.isEmpty() ? Optional.empty() : Optional.of(kept);
    }

    private List<RawPacket> core(int tag, PacketInput in, int depth) throws IOException {
        return switch (tag) {
            case RawPacket.LITERAL -> literal(in.body());
            case RawPacket.COMPRESSED -> compressed(in.body(), depth);
            default -> throw BrokenStreamException.malformed();
        };
    }

    private List<RawPacket> literal(InputStream body) throws IOException {
        byte[] head = body.readNBytes(2);
        int rest = head.length < 2 ? LITERAL_HEAD : (head[1] & 0xFF) + LITERAL_HEAD - 2;
        if (body.readNBytes(rest).length < rest) {
            throw BrokenStreamException.malformed();
        }
        byte[] buffer = new byte[READ_SIZE];
        for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
            Work.step();
            text.write(buffer, 0, n);
        }
        return List.of();
    }

    private List<RawPacket> compressed(InputStream body, int depth) throws IOException {
        try (InputStream inflated = Decompression.open(body, policy)) {
            return message(new PacketInput(inflated), depth + 1);
        }
    }
}
