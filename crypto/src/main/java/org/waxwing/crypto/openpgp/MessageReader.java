package org.waxwing.crypto.openpgp;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPSessionKey;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.policy.AlgorithmPolicy;

/// Decrypts a message with a session key and reads what is inside. Text flows before its end is checked,
/// so everything is gathered first and let go only when the check has passed.
final class MessageReader {
    /// More than this of encrypted bytes is not held in memory.
    static final long MAX_ENCRYPTED = 300L << 20;

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

    Decryption open(EncryptedMessage message, List<SessionKeyCandidate> candidates) {
        for (SessionKeyCandidate candidate : candidates) {
            Optional<Octets> inside = decrypt(message.data(), candidate);
            if (inside.isPresent()) {
                return inside(inside.get(), cipher(message.data(), candidate.key()));
            }
        }
        return new Decryption.IntegrityFailed();
    }

    private static String cipher(RawPacket data, PGPSessionKey key) {
        int cipher = data.tag() == RawPacket.ENCRYPTED_WITH_INTEGRITY && data.version() == 1
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
                        return MessageGrammar.bounded(
                                in, MAX_ENCRYPTED, data.body().length());
                    }
                })
                .flatMap(text -> text);
    }

    private Decryption inside(Octets text, String cipher) {
        return switch (MessageGrammar.read(text, policy)) {
            case MessageGrammar.Result.Malformed _ -> new Decryption.Malformed();
            case MessageGrammar.Result.TooLarge _ -> new Decryption.TooLarge();
            case MessageGrammar.Result.Message message -> {
                Document document = Document.of(message.text());
                List<SignatureOutcome> outcomes = new ArrayList<>();
                message.signatures()
                        .forEach(signature ->
                                outcomes.add(judge.judge(signature, document).outcome()));
                yield new Decryption.Decrypted(message.text(), cipher, outcomes);
            }
        };
    }
}
