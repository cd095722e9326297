package org.waxwing.crypto.openpgp;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPSessionKey;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.openpgp.bulk.NotIntactException;
import org.waxwing.crypto.openpgp.stream.ArmorInput;
import org.waxwing.crypto.openpgp.stream.BrokenStreamException;
import org.waxwing.crypto.openpgp.stream.PacketInput;
import org.waxwing.crypto.policy.AlgorithmPolicy;

/// An encrypted message that is read once, from its beginning to its end, armoured or not
/// (RFC 9580 §10.3). Its key packets are held, its text never is before it was proven.
final class MessageSource {
    private static final int MAX_KEY_PACKETS = 10_000;
    private static final int MAX_KEY_PACKET = 1 << 20;
    private static final int MAX_KEY_OCTETS = 32 << 20;
    private static final int HEAD = 64;
    private static final int SKIP_SIZE = 1 << 16;

    private final PacketInput in;
    private final EncryptedMessage message;

    private MessageSource(PacketInput in, EncryptedMessage message) {
        this.in = in;
        this.message = message;
    }

    /// Reads up to the encrypted data. Fails with a [BrokenStreamException] where it is no encrypted
    /// message.
    static MessageSource of(InputStream message) throws IOException {
        PacketInput in = new PacketInput(ArmorInput.packets(message));
        List<RawPacket> packets = new ArrayList<>();
        int octets = 0;
        int tag = MessageGrammar.next(in);
        while (tag == RawPacket.PKESK || tag == RawPacket.SKESK) {
            RawPacket packet = new RawPacket(tag, in.whole(MAX_KEY_PACKET));
            octets += packet.body().length();
            if (packets.size() == MAX_KEY_PACKETS || octets > MAX_KEY_OCTETS) {
                throw BrokenStreamException.tooLarge();
            }
            packets.add(packet);
            tag = MessageGrammar.next(in);
        }
        if (tag < 0) {
            throw BrokenStreamException.malformed();
        }
        packets.add(new RawPacket(tag, Octets.of(in.body().readNBytes(HEAD))));
        EncryptedMessage head = EncryptedMessage.of(packets).orElseThrow(BrokenStreamException::malformed);
        return new MessageSource(in, head);
    }

    /// The key packets, and the data packet cut behind its head.
    EncryptedMessage message() {
        return message;
    }

    /// Passes over the data to the end. Fails with a [BrokenStreamException] where more than one message
    /// stands there.
    void pass() throws IOException {
        if (MessageGrammar.next(in) >= 0) {
            throw BrokenStreamException.malformed();
        }
    }

    /// What came of reading to the end.
    sealed interface Reading {
        /// @param signatures outermost first
        /// @param key the one that opened it
        record Read(Document text, List<RawPacket> signatures, PGPSessionKey key) implements Reading {
            public Read {
                signatures = List.copyOf(signatures);
            }

            @Override
            public String toString() {
                return "Read[redacted]";
            }
        }

        record NotIntact() implements Reading {}

        record Malformed() implements Reading {}

        record TooLarge() implements Reading {}
    }

    /// Puts the text aside and lets nothing out before the integrity of all of it was proven and the
    /// message was complete. Whatever comes but [Reading.Read], the text must be discarded.
    ///
    /// @param candidates not empty
    Reading read(List<SessionKeyCandidate> candidates, AlgorithmPolicy policy, HeldText text) throws IOException {
        Reading reading = attempt(candidates, policy, text);
        try {
            // What an attacker can't choose comes first: whether it is a message at all.
            pass();
            return reading;
        } catch (BrokenStreamException broken) {
            return failed(broken);
        }
    }

    private Reading attempt(List<SessionKeyCandidate> candidates, AlgorithmPolicy policy, HeldText text)
            throws IOException {
        Octets head = message.data().body();
        try {
            Octets start = candidates.size() == 1 ? head : lengthened(head);
            InputStream body =
                    start.length() < HEAD ? start.stream() : new SequenceInputStream(start.stream(), in.body());
            PGPSessionKey key =
                    SessionKeyChoice.among(candidates, message.data().tag(), start);
            Optional<InputStream> plain = EncryptedText.open(message.data(), body, key);
            if (plain.isEmpty()) {
                return new Reading.NotIntact();
            }
            try (InputStream proving = plain.get()) {
                return inside(proving, policy, text, key);
            }
        } catch (NotIntactException _) {
            return new Reading.NotIntact();
        } catch (BrokenStreamException broken) {
            return failed(broken);
        }
    }

    private Octets lengthened(Octets head) throws IOException {
        Octets.Collector out = new Octets.Collector(HEAD);
        head.writeTo(out);
        out.write(in.body().readNBytes(SessionKeyChoice.deciding(message.data())));
        return out.take();
    }

    private Reading inside(InputStream plain, AlgorithmPolicy policy, HeldText text, PGPSessionKey key)
            throws IOException {
        Reading reading;
        try {
            List<RawPacket> signatures = MessageGrammar.read(plain, policy, text);
            reading = new Reading.Read(text.complete(), signatures, key);
        } catch (BrokenStreamException broken) {
            reading = failed(broken);
        }
        // Behind what was read lies the proof; without it nobody learns what was wrong inside.
        byte[] passed = new byte[SKIP_SIZE];
        while (plain.read(passed, 0, passed.length) >= 0) {
            Objects.requireNonNull(passed);
        }
        return reading;
    }

    private static Reading failed(BrokenStreamException broken) throws BrokenStreamException {
        return switch (broken.reason()) {
            case MALFORMED -> new Reading.Malformed();
            case TOO_LARGE -> new Reading.TooLarge();
            case UNREADABLE -> throw broken;
        };
    }
}
