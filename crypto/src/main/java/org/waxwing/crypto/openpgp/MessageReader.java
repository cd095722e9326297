package org.waxwing.crypto.openpgp;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPSessionKey;
import org.waxwing.crypto.engine.Decryption;
import org.waxwing.crypto.engine.SignatureOutcome;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.policy.AlgorithmPolicy;

/// Decrypts a message with a session key and reads what is inside. Text flows before its end is checked,
/// so everything is gathered first and let go only when the check has passed.
final class MessageReader {
    /// More than this of encrypted bytes is not held in memory.
    static final long MAX_ENCRYPTED = 300L << 20;

    private static final int READ_SIZE = 1 << 16;

    private final AlgorithmPolicy policy;
    private final SignatureJudge judge;

    MessageReader(AlgorithmPolicy policy, SignatureJudge judge) {
        this.policy = policy;
        this.judge = judge;
    }

    /// The packets of a message, in armour or not. Nothing where the bytes are neither.
    static Optional<List<RawPacket>> packets(Octets message) {
        Octets binary = message;
        if (Armor.isArmored(message)) {
            Optional<Armor.Block> block = Armor.blocks(message).stream().findFirst();
            if (block.isEmpty() || !block.get().intact()) {
                return Optional.empty();
            }
            binary = block.get().data();
        }
        PacketFramer.Framed framed = PacketFramer.frame(binary);
        return framed.intact() ? Optional.of(framed.packets()) : Optional.empty();
    }

    /// @param expected about how many octets of text there are
    Decryption open(MessageSource source, List<SessionKeyCandidate> candidates, int expected) {
        return Bcpg.attempt(() -> opened(source, candidates, HeldText.inMemory(expected)))
                .orElseGet(Decryption.IntegrityFailed::new);
    }

    private Decryption opened(MessageSource source, List<SessionKeyCandidate> candidates, HeldText text)
            throws IOException {
        return switch (source.read(candidates, policy, text)) {
            case MessageSource.Reading.NotIntact _ -> new Decryption.IntegrityFailed();
            case MessageSource.Reading.Malformed _ -> new Decryption.Malformed();
            case MessageSource.Reading.TooLarge _ -> new Decryption.TooLarge();
            case MessageSource.Reading.Read read -> {
                List<SignatureOutcome> outcomes = new ArrayList<>();
                read.signatures()
                        .forEach(signature ->
                                outcomes.add(judge.judge(signature, read.text()).outcome()));
                yield Decryption.Decrypted.proven(
                        text.octets(), cipher(source.message().data(), read.key()), outcomes);
            }
        };
    }

    private static String cipher(RawPacket data, PGPSessionKey key) {
        int cipher = SessionKeyChoice.isVersion1(data)
                ? key.getAlgorithm()
                : data.body().at(1);
        return Algorithms.cipherName(cipher) + " (OpenPGP)";
    }

    /// The whole text, after its integrity was proven; nothing otherwise, whatever the reason.
    static Optional<Octets> decrypt(RawPacket data, SessionKeyCandidate candidate) {
        return Bcpg.attempt(() -> {
                    Optional<InputStream> text = EncryptedText.open(data, candidate.key());
                    if (text.isEmpty()) {
                        return Optional.<Octets>empty();
                    }
                    try (InputStream in = text.get()) {
                        return bounded(in, MAX_ENCRYPTED, data.body().length());
                    }
                })
                .flatMap(text -> text);
    }

    /// Everything in the stream, or nothing where it is more than the limit.
    ///
    /// @param expected about how much it is
    private static Optional<Octets> bounded(InputStream in, long limit, int expected) throws IOException {
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
