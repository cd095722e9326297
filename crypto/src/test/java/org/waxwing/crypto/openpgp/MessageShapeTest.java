package org.waxwing.crypto.openpgp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.waxwing.crypto.openpgp.People.ANNA;
import static org.waxwing.crypto.openpgp.People.BEN;
import static org.waxwing.crypto.openpgp.People.CARLA;
import static org.waxwing.crypto.openpgp.People.ENGINE;
import static org.waxwing.crypto.openpgp.People.NOW;
import static org.waxwing.crypto.openpgp.People.everyone;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.bcpg.CompressionAlgorithmTags;
import org.bouncycastle.openpgp.PGPCompressedDataGenerator;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.attack.Attack;
import org.waxwing.crypto.cert.CertificateSource;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.cert.OpenPgpSecretKey;
import org.waxwing.crypto.cert.SecretKeySource;
import org.waxwing.crypto.engine.Decryption;
import org.waxwing.crypto.engine.SignatureOutcome;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.policy.AlgorithmPolicy;

/// Messages in shapes that the standard allows and that few write, and what is bounded in them.
class MessageShapeTest {
    private static final Octets TEXT = Octets.ofUtf8("Meet me at noon.\r\n");
    private static final int DEEPEST = 8;

    private final MessageWriter writer = new MessageWriter(new SecureRandom());
    private final CertificateReader reader = new CertificateReader(AlgorithmPolicy.current());

    private Octets encrypted(Octets message) {
        Intent intent = Intent.of(List.of(BEN.certificate()), reader, NOW);
        return writer.encrypt(message, new MessageWriter.Audience(intent.keys(), List.of(), true));
    }

    private static Decryption opened(Octets message, List<OpenPgpSecretKey> keys) {
        return ENGINE.decrypt(
                message,
                SecretKeySource.of(keys),
                CertificateSource.of(List.of(ANNA.certificate(), CARLA.certificate())),
                everyone(),
                NOW);
    }

    private Octets signed(OpenPgpSecretKey... signers) {
        List<SignatureMaker.Signed> signatures = new ArrayList<>();
        for (OpenPgpSecretKey signer : signers) {
            SigningKey key = assertInstanceOf(
                            SigningKey.Search.Found.class, SigningKey.of(signer, reader, everyone(), NOW))
                    .key();
            signatures.add(new SignatureMaker(new SecureRandom()).sign(key, 0, TEXT, List.of(), NOW));
        }
        return new SignedText(TEXT, 'b', signatures).octets();
    }

    private static Octets compressed(Octets message) {
        return Bcpg.require(() -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (OutputStream in = new PGPCompressedDataGenerator(CompressionAlgorithmTags.ZIP).open(out)) {
                message.writeTo(in);
            }
            return Octets.of(out.toByteArray());
        });
    }

    @Test
    @Attack(24)
    void everySignatureIsJudgedByItself() {
        Decryption.Decrypted opened =
                assertInstanceOf(Decryption.Decrypted.class, opened(encrypted(signed(ANNA, BEN, CARLA)), List.of(BEN)));
        assertEquals(TEXT, opened.plaintext());
        assertEquals(3, opened.signatures().size());
        assertEquals(
                ANNA.fingerprint(),
                assertInstanceOf(
                                SignatureOutcome.Valid.class,
                                opened.signatures().getFirst())
                        .signer()
                        .fingerprint());
        assertEquals(
                new SignatureOutcome.Invalid(List.of(new Objection.UnknownIssuer())),
                opened.signatures().get(1));
        assertEquals(
                CARLA.fingerprint(),
                assertInstanceOf(
                                SignatureOutcome.Valid.class,
                                opened.signatures().getLast())
                        .signer()
                        .fingerprint());
    }

    @Test
    void everyDetachedSignatureIsJudgedByItself() {
        List<RawPacket> signatures = PacketFramer.frame(signed(ANNA, BEN, CARLA)).packets().stream()
                .filter(packet -> packet.tag() == RawPacket.SIGNATURE)
                .toList();
        List<SignatureOutcome> outcomes = ENGINE.verify(
                TEXT,
                RawPacket.encode(signatures),
                CertificateSource.of(List.of(ANNA.certificate(), CARLA.certificate())),
                NOW);
        assertEquals(
                List.of(true, false, true),
                outcomes.stream().map(SignatureOutcome.Valid.class::isInstance).toList());
    }

    @Test
    void aMessageWhoseAnnouncedSignatureIsMissingIsNone() {
        List<RawPacket> packets = PacketFramer.frame(signed(ANNA)).packets();
        Octets stripped = RawPacket.encode(packets.subList(0, packets.size() - 1));
        assertInstanceOf(Decryption.Malformed.class, opened(encrypted(stripped), List.of(BEN)));
    }

    @Test
    void readsWhatIsCompressedOnceMore() {
        Octets message = signed(ANNA);
        for (int depth = 0; depth <= DEEPEST + 1; depth++) {
            Decryption opened = opened(encrypted(message), List.of(BEN));
            if (depth <= DEEPEST) {
                assertEquals(
                        TEXT,
                        assertInstanceOf(Decryption.Decrypted.class, opened, "depth " + depth)
                                .plaintext());
            } else {
                assertInstanceOf(Decryption.Malformed.class, opened, "depth " + depth);
            }
            message = compressed(message);
        }
    }

    @Test
    @Attack(59)
    void aCompressionBombIsRefused() {
        Octets bomb = compressed(new SignedText(Octets.of(new byte[40 << 20]), 'b', List.of()).octets());
        assertInstanceOf(Decryption.TooLarge.class, opened(encrypted(bomb), List.of(BEN)));
        assertInstanceOf(Decryption.TooLarge.class, opened(encrypted(compressed(bomb)), List.of(BEN)));
    }

    /// The key id in the session key packet is zero (RFC 9580 §5.1.8), so every key is tried.
    @Test
    void aHiddenRecipientReadsAndAStrangerLearnsNothing() {
        List<RawPacket> packets = new ArrayList<>(PacketFramer.frame(writer.encrypt(
                        signed(ANNA),
                        new MessageWriter.Audience(
                                Intent.of(List.of(BEN.certificate()), reader, NOW)
                                        .keys(),
                                List.of(),
                                false)))
                .packets());
        byte[] hidden = packets.getFirst().body().toByteArray();
        assertEquals(3, hidden[0]);
        java.util.Arrays.fill(hidden, 1, 9, (byte) 0);
        packets.set(0, new RawPacket(RawPacket.PKESK, Octets.of(hidden)));
        Octets message = RawPacket.encode(packets);
        assertEquals(
                TEXT,
                assertInstanceOf(Decryption.Decrypted.class, opened(message, List.of(ANNA, CARLA, BEN)))
                        .plaintext());
        assertInstanceOf(Decryption.NoKey.class, opened(message, List.of(ANNA, CARLA)));
    }
}
