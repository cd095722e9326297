package org.waxwing.crypto.openpgp.composite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import org.bouncycastle.openpgp.PGPSessionKey;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.mime.Octets;

class CompositeKemTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final List<CompositeKem> BOTH =
            List.of(CompositeKem.ML_KEM_768_X25519, CompositeKem.ML_KEM_1024_X448);

    private static byte[] counting(int from, int length) {
        byte[] octets = new byte[length];
        for (int i = 0; i < length; i++) {
            octets[i] = (byte) (from + i);
        }
        return octets;
    }

    /// Computed by another implementation of SHA3-256 over the octets in the order of RFC 9980 §4.2.1.
    @Test
    void combinesAsTheStandardSays() {
        assertEquals(
                "8bec7eddd69de8f3d4d05efe44d46cb08d0e01435812de41168e0786a4dca40e",
                HexFormat.of()
                        .formatHex(KeyCombiner.combine(
                                counting(0, 32), counting(32, 32), counting(96, 32), counting(160, 32), 35)));
        assertEquals(
                "589e7e5ff2773e6204034597c1475b756f1c6e03cb73ab6c43ca1674143ca4b2",
                HexFormat.of()
                        .formatHex(KeyCombiner.combine(
                                counting(0, 32), counting(32, 56), counting(96, 56), counting(160, 56), 36)));
    }

    @Test
    void bothSidesHaveOneKey() {
        for (CompositeKem kem : BOTH) {
            KeyOctets pair = kem.generate(RANDOM);
            assertEquals(kem.publicLength(), pair.publicKey().length());
            assertEquals(kem.secretLength(), pair.secretKey().length());
            assertTrue(kem.isSound(pair.publicKey()));
            assertTrue(kem.belong(pair.secretKey(), pair.publicKey()));
            CompositeKem.Encapsulated sent = kem.encapsulate(pair.publicKey(), RANDOM);
            assertEquals(
                    sent.key(),
                    kem.decapsulate(pair.secretKey(), sent.ciphertext()).orElseThrow());
            assertFalse(kem.belong(kem.generate(RANDOM).secretKey(), pair.publicKey()));
        }
    }

    @Test
    void anAlteredHalfGivesAnotherKey() {
        for (CompositeKem kem : BOTH) {
            KeyOctets pair = kem.generate(RANDOM);
            CompositeKem.Encapsulated sent = kem.encapsulate(pair.publicKey(), RANDOM);
            for (int at : List.of(0, sent.ciphertext().length() - 1)) {
                byte[] altered = sent.ciphertext().toByteArray();
                altered[at] ^= 1;
                kem.decapsulate(pair.secretKey(), Octets.of(altered))
                        .ifPresent(key -> assertNotEquals(sent.key(), key));
            }
        }
    }

    @Test
    void aPointOfSmallOrderGivesNothing() {
        for (CompositeKem kem : BOTH) {
            KeyOctets pair = kem.generate(RANDOM);
            byte[] zero = kem.encapsulate(pair.publicKey(), RANDOM).ciphertext().toByteArray();
            java.util.Arrays.fill(zero, 0, kem == CompositeKem.ML_KEM_768_X25519 ? 32 : 56, (byte) 0);
            assertTrue(kem.decapsulate(pair.secretKey(), Octets.of(zero)).isEmpty());
        }
    }

    @Test
    void wrapsSessionKeysInBothVersions() {
        byte[] sessionKey = counting(7, 32);
        for (CompositeKem kem : BOTH) {
            KeyOctets pair = kem.generate(RANDOM);
            Octets version3 = SessionKeyFields.seal(kem, pair.publicKey(), OptionalInt.of(9), sessionKey, RANDOM);
            PGPSessionKey opened = SessionKeyFields.open(kem, pair.secretKey(), version3, OptionalInt.empty())
                    .orElseThrow();
            assertEquals(9, opened.getAlgorithm());
            assertArrayEquals(sessionKey, opened.getKey());
            Octets version6 = SessionKeyFields.seal(kem, pair.publicKey(), OptionalInt.empty(), sessionKey, RANDOM);
            assertArrayEquals(
                    sessionKey,
                    SessionKeyFields.open(kem, pair.secretKey(), version6, OptionalInt.of(9))
                            .orElseThrow()
                            .getKey());
            // Read as the other version, or with a cipher of another key length.
            assertTrue(SessionKeyFields.open(kem, pair.secretKey(), version6, OptionalInt.empty())
                    .isEmpty());
            assertTrue(SessionKeyFields.open(kem, pair.secretKey(), version3, OptionalInt.of(9))
                    .isEmpty());
            assertTrue(SessionKeyFields.open(kem, pair.secretKey(), version6, OptionalInt.of(7))
                    .isEmpty());
            assertTrue(SessionKeyFields.open(kem, pair.secretKey(), version6, OptionalInt.of(10))
                    .isEmpty());
        }
    }

    @Test
    void signsWithEveryAlgorithmAndOverNoShortDigest() {
        Octets digest = Octets.of(counting(0, 32));
        for (PostQuantumSignature scheme : List.of(
                CompositeSignature.ML_DSA_65_ED25519,
                CompositeSignature.ML_DSA_87_ED448,
                HashBasedSignature.SLH_DSA_SHAKE_128F)) {
            KeyOctets pair = scheme.generate(RANDOM);
            assertTrue(scheme.belong(pair.secretKey(), pair.publicKey()));
            Octets signature = scheme.sign(pair.secretKey(), digest, RANDOM);
            assertEquals(scheme.signatureLength(), signature.length());
            assertTrue(scheme.verify(pair.publicKey(), digest, signature));
            assertFalse(scheme.verify(pair.publicKey(), Octets.of(counting(1, 32)), signature));
            Octets shortDigest = Octets.of(counting(0, 28));
            assertFalse(
                    scheme.verify(pair.publicKey(), shortDigest, scheme.sign(pair.secretKey(), shortDigest, RANDOM)));
        }
    }
}
