package org.waxwing.crypto.smime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.attack.Attack;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.smime.SignerFinding.Mathematics;

final class SmimeEngineTest {
    private static final Octets TEXT = Octets.ofUtf8("Content-Type: text/plain\r\n\r\nThe garden gate is open.\r\n");

    private final SmimeEngine engine = new SmimeEngine(new SecureRandom());
    private final SmimeFolk folk = new SmimeFolk();
    private final UnlockedIdentity anna = folk.person("Anna", "RSA", "2048");
    private final UnlockedIdentity ben = folk.person("Ben", "EC", "secp256r1");

    @Test
    void everyKindOfKeyOpensWhatWasEncryptedToIt() throws IOException {
        List<UnlockedIdentity> all = List.of(
                anna,
                ben,
                folk.person("Carla", "EC", "secp384r1"),
                folk.person("Dave", "EC", "secp521r1"),
                folk.person("Dave", "X25519", ""),
                folk.person("Dave", "ML-KEM", "768"),
                folk.person("Dave", "ML-KEM", "1024"));
        for (SmimeCapabilities capabilities : List.of(SmimeCapabilities.unknown(), SmimeCapabilities.ours())) {
            List<SmimeRecipient> recipients = all.stream()
                    .map(person -> SmimeFolk.recipient(person, capabilities))
                    .toList();
            Octets message = encrypted(recipients);
            for (UnlockedIdentity person : all) {
                Unsealing.Unsealed unsealed = assertInstanceOf(
                        Unsealing.Unsealed.class,
                        opened(message, person),
                        person.certificate().getSubject()::toString);
                assertEquals(TEXT, unsealed.content().octets());
                assertEquals(capabilities.equals(SmimeCapabilities.ours()), unsealed.authenticated());
            }
        }
    }

    @Test
    void everyKindOfKeySigns() throws IOException {
        for (UnlockedIdentity person : List.of(
                anna,
                ben,
                folk.person("Carla", "EC", "secp384r1"),
                folk.person("Dave", "EC", "secp521r1"),
                folk.person("Dave", "RSASSA-PSS", ""),
                folk.person("Dave", "Ed25519", ""),
                folk.person("Dave", "ML-DSA", "65"))) {
            SmimeEngine.Detached detached =
                    engine.signDetached(TEXT.stream(), person, SmimeFolk.NOW).orElseThrow();
            SignerFinding beside = only(engine.verifyDetached(detached.encoded()::stream, TEXT::stream, List.of()));
            assertEquals(Mathematics.HOLDS, beside.mathematics());
            assertEquals(Optional.of(SmimeFolk.NOW), beside.claimed());
            assertTrue(beside.forReplies().orElseThrow().names(person.certificate()));
            assertEquals(SmimeCapabilities.ours(), beside.capabilities());
            ByteArrayOutputStream opaque = new ByteArrayOutputStream();
            assertTrue(engine.signOpaque(TEXT.stream(), person, SmimeFolk.NOW, opaque));
            SignedReading inside =
                    engine.openSigned(Octets.of(opaque.toByteArray())::stream, List.of(), Holding.memory());
            assertEquals(Mathematics.HOLDS, only(inside).mathematics());
            assertEquals(
                    TEXT,
                    assertInstanceOf(SignedReading.Read.class, inside).content().octets());
        }
    }

    @Test
    void aChangedTextIsAnotherText() throws IOException {
        SmimeEngine.Detached detached =
                engine.signDetached(TEXT.stream(), anna, SmimeFolk.NOW).orElseThrow();
        Octets other = Octets.ofUtf8(TEXT.utf8().replace("open", "shut"));
        assertEquals(
                Mathematics.DIGEST_MISMATCH,
                only(engine.verifyDetached(detached.encoded()::stream, other::stream, List.of()))
                        .mathematics());
    }

    @Test
    void aSignatureDoesNotTakeItsOwnAttributesForAText() throws IOException {
        SmimeEngine.Detached detached =
                engine.signDetached(TEXT.stream(), anna, SmimeFolk.NOW).orElseThrow();
        var signed = org.bouncycastle.asn1.cms.SignedData.getInstance(org.bouncycastle.asn1.cms.ContentInfo.getInstance(
                        detached.encoded().toByteArray())
                .getContent());
        var signer = org.bouncycastle.asn1.cms.SignerInfo.getInstance(
                signed.getSignerInfos().getObjectAt(0));
        var bare = new org.bouncycastle.asn1.cms.SignerInfo(
                signer.getSID(),
                signer.getDigestAlgorithm(),
                (org.bouncycastle.asn1.ASN1Set) null,
                signer.getDigestEncryptionAlgorithm(),
                signer.getEncryptedDigest(),
                (org.bouncycastle.asn1.ASN1Set) null);
        var forged = new org.bouncycastle.asn1.cms.SignedData(
                signed.getDigestAlgorithms(),
                signed.getEncapContentInfo(),
                signed.getCertificates(),
                null,
                new org.bouncycastle.asn1.DERSet(bare));
        Octets message = Octets.of(
                new org.bouncycastle.asn1.cms.ContentInfo(CmsKind.SIGNED.identifier(), forged).getEncoded("DER"));
        Octets attributes = Octets.of(signer.getAuthenticatedAttributes().getEncoded("DER"));
        assertEquals(
                Mathematics.BAD,
                only(engine.verifyDetached(message::stream, attributes::stream, List.of()))
                        .mathematics());
    }

    @Test
    @Attack(4)
    void anOctetChangedAnywhereReleasesNothingOfAnAuthenticatedMessage() throws IOException {
        Octets message = encrypted(List.of(SmimeFolk.recipient(ben, SmimeCapabilities.ours())));
        // {iso member-body us rsadsi pkcs 7 data}, the type of the content, in its structure.
        int type = message.latin1().indexOf("\u0006\t*\u0086H\u0086÷\r\u0001\u0007\u0001");
        for (int place = 0; place < message.length(); place++) {
            byte[] changed = message.toByteArray();
            changed[place] ^= 0x04;
            if (opened(Octets.of(changed), ben) instanceof Unsealing.Unsealed unsealed) {
                // Versions, the type of the content and the ends of structures are covered by no tag, and
                // change nothing of the text.
                assertEquals(TEXT, unsealed.content().octets());
                boolean version = place < 34;
                boolean ofType = place >= type - 2 && place < type + 11;
                boolean end = place >= message.length() - 6;
                assertTrue(version || ofType || end, "place " + place + " doesn't matter");
            }
        }
        for (int length = 0; length < message.length() - 6; length++) {
            assertFalse(opened(message.slice(0, length), ben) instanceof Unsealing.Unsealed, "cut at " + length);
        }
    }

    @Test
    void withoutAKeyForItAMessageIsNotForUs() throws IOException {
        Octets message = encrypted(List.of(SmimeFolk.recipient(ben, SmimeCapabilities.ours())));
        assertInstanceOf(Unsealing.NotForUs.class, opened(message, anna));
    }

    @Test
    void choosesTheCipherThatEverybodyReads() {
        SmimeRecipient knows = SmimeFolk.recipient(anna, SmimeCapabilities.ours());
        SmimeRecipient unknown = SmimeFolk.recipient(ben, SmimeCapabilities.unknown());
        assertEquals(ContentCipher.AES_256_GCM, EnvelopeWriting.cipherFor(List.of(knows)));
        assertEquals(ContentCipher.AES_256_CBC, EnvelopeWriting.cipherFor(List.of(knows, unknown)));
        assertEquals(
                Set.of(ContentCipher.AES_256_CBC),
                Set.of(EnvelopeWriting.cipherFor(
                        List.of(SmimeFolk.recipient(anna, new SmimeCapabilities(Set.of("1.2.3")))))));
    }

    @Test
    void saysWhoseKeyReceivesNothing() throws IOException {
        UnlockedIdentity signsOnly = folk.person("Carla", "Ed25519", "");
        Sealing sealing = engine.encrypt(
                TEXT.stream(),
                List.of(SmimeFolk.recipient(signsOnly, SmimeCapabilities.unknown())),
                new ByteArrayOutputStream());
        assertEquals(
                List.of(signsOnly.certificate()),
                assertInstanceOf(Sealing.Unsuitable.class, sealing).certificates());
    }

    private Octets encrypted(List<SmimeRecipient> recipients) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertInstanceOf(Sealing.Sealed.class, engine.encrypt(TEXT.stream(), recipients, out));
        return Octets.of(out.toByteArray());
    }

    private Unsealing opened(Octets message, UnlockedIdentity person) throws IOException {
        return engine.decrypt(message::stream, OwnKeys.of(List.of(person)), Holding.memory());
    }

    private static SignerFinding only(SignedReading reading) {
        List<SignerFinding> signers =
                assertInstanceOf(SignedReading.Read.class, reading).signers();
        assertEquals(1, signers.size());
        return signers.getFirst();
    }
}
