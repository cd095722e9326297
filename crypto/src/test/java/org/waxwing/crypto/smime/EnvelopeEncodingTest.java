package org.waxwing.crypto.smime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.mime.Octets;

/// A text of known length makes a message in DER, which every program reads.
final class EnvelopeEncodingTest {
    private final SecureRandom random = new SecureRandom();
    private final SmimeEngine engine = new SmimeEngine(random);
    private final SmimeFolk folk = new SmimeFolk();
    private final UnlockedIdentity anna = folk.person("Anna", "RSA", "2048");
    private final UnlockedIdentity ben = folk.person("Ben", "EC", "secp256r1");

    @Test
    void aTextInMemoryMakesDerWhateverItsLength() throws IOException {
        for (SmimeCapabilities capabilities : List.of(SmimeCapabilities.unknown(), SmimeCapabilities.ours())) {
            List<SmimeRecipient> both =
                    List.of(SmimeFolk.recipient(anna, capabilities), SmimeFolk.recipient(ben, capabilities));
            for (int length : new int[] {0, 1, 15, 16, 17, 127, 128, 255, 256, 65_535, 65_536, 65_537, 200_000}) {
                byte[] text = new byte[length];
                random.nextBytes(text);
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                assertInstanceOf(Sealing.Sealed.class, engine.encrypt(Octets.of(text), both, out));
                byte[] message = out.toByteArray();
                assertArrayEquals(
                        ASN1Primitive.fromByteArray(message).getEncoded(ASN1Encoding.DER),
                        message,
                        () -> "of length " + length);
                assertEquals(Octets.of(text), opened(Octets.of(message), anna));
                assertEquals(Octets.of(text), opened(Octets.of(message), ben));
            }
        }
    }

    @Test
    void aTextOfUnknownLengthMakesBer() throws IOException {
        byte[] text = new byte[200_000];
        Arrays.fill(text, (byte) 'x');
        List<SmimeRecipient> recipients = List.of(SmimeFolk.recipient(anna, SmimeCapabilities.ours()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertInstanceOf(Sealing.Sealed.class, engine.encrypt(Octets.of(text).stream(), recipients, out));
        byte[] message = out.toByteArray();
        assertFalse(Arrays.equals(ASN1Primitive.fromByteArray(message).getEncoded(ASN1Encoding.DER), message));
        assertEquals(Octets.of(text), opened(Octets.of(message), anna));
    }

    @Test
    void aTextOfAnotherLengthThanWasSaidMakesNoMessage() {
        List<SmimeRecipient> recipients = List.of(SmimeFolk.recipient(anna, SmimeCapabilities.unknown()));
        for (long said : new long[] {0, 4, 6, 1 << 20}) {
            assertThrows(
                    IOException.class,
                    () -> new EnvelopeWriting(random)
                            .encrypt(
                                    recipients,
                                    ContentCipher.AES_256_CBC,
                                    out -> out.write(new byte[5]),
                                    OptionalLong.of(said),
                                    new ByteArrayOutputStream()));
        }
    }

    private Octets opened(Octets message, UnlockedIdentity person) throws IOException {
        Unsealing unsealing = engine.decrypt(message::stream, OwnKeys.of(List.of(person)), Holding.memory());
        return assertInstanceOf(Unsealing.Unsealed.class, unsealing).content().octets();
    }
}
