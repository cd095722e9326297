package org.waxwing.crypto.smime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.MGF1ParameterSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.cms.KeyAgreeRecipientIdentifier;
import org.bouncycastle.asn1.cms.KeyAgreeRecipientInfo;
import org.bouncycastle.asn1.cms.OriginatorIdentifierOrKey;
import org.bouncycastle.asn1.cms.OriginatorPublicKey;
import org.bouncycastle.asn1.cms.RecipientEncryptedKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.cert.TokenOperation;
import org.waxwing.crypto.cert.TokenProblem;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.smime.SignerFinding.Mathematics;
import org.waxwing.crypto.smime.SmimeFolk.OnToken;

/// Keys on tokens, behind the port.
final class TokenKeyTest {
    private static final Octets TEXT = Octets.ofUtf8("Content-Type: text/plain\r\n\r\nThe garden gate is open.\r\n");
    private static final int KEY = 32;

    private final SecureRandom random = new SecureRandom();
    private final SmimeEngine engine = new SmimeEngine(random);
    private final SmimeFolk folk = new SmimeFolk();
    private final OnToken anna = folk.onToken("Anna", "RSA", "2048");
    private final OnToken ben = folk.onToken("Ben", "EC", "secp256r1");
    private final OnToken carla = folk.onToken("Carla", "EC", "secp384r1");

    @Test
    void everyKindOfKeySigns() throws IOException {
        for (OnToken person : List.of(anna, ben, carla, folk.onToken("Dave", "RSASSA-PSS", ""))) {
            SmimeEngine.Detached detached = engine.signDetached(TEXT.stream(), person.identity(), SmimeFolk.NOW)
                    .orElseThrow();
            SignedReading reading = engine.verifyDetached(detached.encoded()::stream, TEXT::stream, List.of());
            SignerFinding signer = assertInstanceOf(SignedReading.Read.class, reading)
                    .signers()
                    .getFirst();
            assertEquals(Mathematics.HOLDS, signer.mathematics());
            assertEquals(1, person.token().asked.size());
        }
    }

    @Test
    void everyKindOfKeyOpensWhatWasEncryptedToIt() throws IOException {
        for (SmimeCapabilities capabilities : List.of(SmimeCapabilities.unknown(), SmimeCapabilities.ours())) {
            for (OnToken person : List.of(anna, ben, carla)) {
                for (boolean shortening : new boolean[] {false, true}) {
                    person.token().leavesOutZeros = shortening;
                    Unsealing.Unsealed unsealed = assertInstanceOf(
                            Unsealing.Unsealed.class, opened(encrypted(person, capabilities), person.identity()));
                    assertEquals(TEXT, unsealed.content().octets());
                }
            }
        }
    }

    @Test
    void aTokenThatGivesNoBareBlockUnpadsByItself() throws IOException {
        anna.token().lacks.add(PretendToken.Lacks.RAW);
        for (SmimeCapabilities capabilities : List.of(SmimeCapabilities.unknown(), SmimeCapabilities.ours())) {
            Unsealing unsealing = opened(encrypted(anna, capabilities), anna.identity());
            assertEquals(
                    TEXT,
                    assertInstanceOf(Unsealing.Unsealed.class, unsealing)
                            .content()
                            .octets());
        }
        assertInstanceOf(
                TokenOperation.DecryptPkcs1.class,
                anna.token().asked.get(1),
                "where the recipients' program is unknown");
        assertInstanceOf(TokenOperation.DecryptOaep.class, anna.token().asked.get(3));
    }

    @Test
    void aSignatureOfAnotherKeyNeverGoesOut() throws IOException {
        OnToken other = folk.onToken("Dave", "RSA", "2048");
        UnlockedIdentity mixed =
                new UnlockedIdentity(anna.certificate(), List.of(), UnlockedKey.onToken(other.token()));
        assertEquals(Optional.empty(), engine.signDetached(TEXT.stream(), mixed, SmimeFolk.NOW));
    }

    @Test
    void everyFailureWithAKeyIsTheSame() throws IOException {
        for (SmimeCapabilities capabilities : List.of(SmimeCapabilities.unknown(), SmimeCapabilities.ours())) {
            for (OnToken person : List.of(anna, ben)) {
                for (boolean raw : new boolean[] {true, false}) {
                    if (raw) {
                        person.token().lacks.clear();
                    } else {
                        person.token().lacks.add(PretendToken.Lacks.RAW);
                    }
                    Octets message = encrypted(person, capabilities);
                    for (int place = message.length() - 40; place > 200; place -= 37) {
                        byte[] changed = message.toByteArray();
                        changed[place] ^= 0x10;
                        UnlockedIdentity identity = person.identity();
                        Unsealing unsealing = opened(Octets.of(changed), identity);
                        assertTrue(alike(unsealing), place + ": " + unsealing);
                        assertEquals(
                                Optional.empty(),
                                identity.key().token().orElseThrow().lost());
                    }
                }
            }
        }
    }

    /// Not intact; or what changed stood before the key was found, or behind it under no tag.
    private static boolean alike(Unsealing unsealing) {
        return switch (unsealing) {
            case Unsealing.NotIntact _ -> true;
            case Unsealing.NotForUs _, Unsealing.Malformed _, Unsealing.Unsupported _, Unsealing.TooLarge _ -> true;
            case Unsealing.Unsealed unsealed -> !unsealed.authenticated();
        };
    }

    @Test
    void aTokenThatIsPulledOutIsNoAlteration() throws IOException {
        Octets message = encrypted(anna, SmimeCapabilities.ours());
        anna.token().pulledOut = Optional.of(TokenProblem.NOT_THERE);
        UnlockedIdentity identity = anna.identity();
        assertInstanceOf(Unsealing.NotIntact.class, opened(message, identity));
        assertEquals(
                Optional.of(TokenProblem.NOT_THERE),
                identity.key().token().orElseThrow().lost());
    }

    @Test
    void aTokenThatNeverDecryptsSaysSo() throws IOException {
        for (OnToken person : List.of(anna, ben)) {
            Octets message = encrypted(person, SmimeCapabilities.ours());
            person.token().lacks.add(PretendToken.Lacks.ALL_DECRYPTION);
            UnlockedIdentity identity = person.identity();
            assertInstanceOf(Unsealing.NotIntact.class, opened(message, identity));
            assertEquals(
                    Optional.of(TokenProblem.CANNOT_DO),
                    identity.key().token().orElseThrow().lost());
        }
    }

    @Test
    void oaepIsTakenOffAsThePlatformPutItOn() throws GeneralSecurityException {
        KeyPair keys = rsa();
        for (String hash : List.of("SHA-1", "SHA-256", "SHA-384", "SHA-512")) {
            for (String label : List.of("", "a label")) {
                OAEPParameterSpec parameters = new OAEPParameterSpec(
                        hash,
                        "MGF1",
                        new MGF1ParameterSpec(hash.equals("SHA-512") ? "SHA-256" : hash),
                        new PSource.PSpecified(label.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
                byte[] key = fresh();
                byte[] instead = fresh();
                byte[] block = raw(keys, oaep(keys, parameters, key));
                assertArrayEquals(key, RsaPadding.withoutOaep(block.clone(), parameters, instead), hash);
                for (int place = 0; place < block.length; place += 7) {
                    byte[] changed = block.clone();
                    changed[place] ^= 0x01;
                    assertArrayEquals(instead, RsaPadding.withoutOaep(changed, parameters, instead), hash + place);
                }
                byte[] longer = raw(keys, oaep(keys, parameters, Arrays.copyOf(key, KEY + 1)));
                assertArrayEquals(instead, RsaPadding.withoutOaep(longer, parameters, instead));
                byte[] shorter = raw(keys, oaep(keys, parameters, Arrays.copyOf(key, KEY - 1)));
                assertArrayEquals(instead, RsaPadding.withoutOaep(shorter, parameters, instead));
            }
        }
    }

    @Test
    void everyWrongPaddingGivesTheKeyThatWasDrawn() throws GeneralSecurityException {
        KeyPair keys = rsa();
        byte[] key = fresh();
        byte[] instead = fresh();
        Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        cipher.init(Cipher.ENCRYPT_MODE, keys.getPublic());
        byte[] block = raw(keys, cipher.doFinal(key));
        assertArrayEquals(key, RsaPadding.withoutPkcs1(block.clone(), instead));
        for (int place : new int[] {0, 1, block.length - KEY - 1}) {
            byte[] changed = block.clone();
            changed[place] ^= 0x40;
            assertArrayEquals(instead, RsaPadding.withoutPkcs1(changed, instead), "at " + place);
        }
        for (int place : new int[] {2, 9, block.length - KEY - 2}) {
            byte[] changed = block.clone();
            changed[place] = 0;
            assertArrayEquals(instead, RsaPadding.withoutPkcs1(changed, instead), "zero at " + place);
        }
        assertArrayEquals(instead, RsaPadding.withoutPkcs1(new byte[KEY], instead), "no room for padding");
    }

    @Test
    void aPointBesideTheCurveNeverReachesTheToken() throws IOException {
        // (1, 1) and a point of two octets: neither is on P-256. Infinity gives every key the same secret.
        byte[] beside = new byte[65];
        beside[0] = 4;
        beside[32] = 1;
        beside[64] = 1;
        for (byte[] point : List.of(beside, new byte[] {4, 1}, new byte[] {0}, new byte[0])) {
            KeyAgreeRecipientInfo info = new KeyAgreeRecipientInfo(
                    new OriginatorIdentifierOrKey(new OriginatorPublicKey(
                            new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey),
                            new DERBitString(point).getOctets())),
                    null,
                    new AlgorithmIdentifier(
                            AgreementScheme.SHA256.identifier(), new AlgorithmIdentifier(KeyWrap.AES_256.identifier())),
                    new DERSequence(new RecipientEncryptedKey(
                            new KeyAgreeRecipientIdentifier(KeyWrapping.serial(ben.certificate())),
                            new DEROctetString(new byte[40]))));
            assertThrows(GeneralSecurityException.class, () -> CurveAgreement.open(info, new byte[40], ben.identity()));
        }
        assertEquals(List.of(), ben.token().asked);
    }

    @Test
    void neitherKeyNorTokenIsToldOf() {
        assertFalse(UnlockedKey.onToken(anna.token()).toString().contains("Pretend"));
    }

    private Octets encrypted(OnToken person, SmimeCapabilities capabilities) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Sealing sealing =
                engine.encrypt(TEXT.stream(), List.of(new SmimeRecipient(person.certificate(), capabilities)), out);
        assertInstanceOf(Sealing.Sealed.class, sealing);
        return Octets.of(out.toByteArray());
    }

    private Unsealing opened(Octets message, UnlockedIdentity own) throws IOException {
        return engine.decrypt(message::stream, OwnKeys.of(List.of(own)), Holding.memory());
    }

    private byte[] fresh() {
        byte[] fresh = new byte[KEY];
        random.nextBytes(fresh);
        return fresh;
    }

    private static KeyPair rsa() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private static byte[] oaep(KeyPair keys, OAEPParameterSpec parameters, byte[] key) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
        cipher.init(Cipher.ENCRYPT_MODE, keys.getPublic(), parameters);
        return cipher.doFinal(key);
    }

    private static byte[] raw(KeyPair keys, byte[] encrypted) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("RSA/ECB/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, keys.getPrivate());
        return cipher.doFinal(encrypted);
    }
}
