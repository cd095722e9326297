package org.waxwing.crypto.smime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.RC2ParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CCMParameters;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RC2CBCParameter;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.modes.AEADCipher;
import org.bouncycastle.crypto.modes.CCMBlockCipher;
import org.bouncycastle.crypto.modes.ChaCha20Poly1305;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.engine.CipherUsed;
import org.waxwing.crypto.engine.CipherUsed.Strength;
import org.waxwing.crypto.mime.Octets;

/// Messages with the ciphers that others write and Waxwing only reads: AES-CCM, ChaCha20-Poly1305, and the
/// old RC2 and 3DES, whole and altered at each of their positions.
final class ForeignCiphersTest {
    private static final Octets TEXT = Octets.ofUtf8("The garden gate is open.\r\n".repeat(100));
    private static final byte[] NONCE = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
    private static final ASN1Set ATTRIBUTES =
            new DERSet(new Attribute(CMSAttributes.contentType, new DERSet(CMSObjectIdentifiers.data)));
    private static final AlgorithmIdentifier CCM =
            new AlgorithmIdentifier(ContentCipher.AES_256_CCM.identifier(), new CCMParameters(NONCE, 16));
    private static final AlgorithmIdentifier CHACHA =
            new AlgorithmIdentifier(ContentCipher.CHACHA20_POLY1305.identifier(), new DEROctetString(NONCE));

    private final SmimeEngine engine = new SmimeEngine(new SecureRandom());
    private final UnlockedIdentity anna = new SmimeFolk().person("Anna", "RSA", "2048");
    private final byte[] key = new byte[32];

    ForeignCiphersTest() {
        new SecureRandom().nextBytes(key);
    }

    @Test
    void opensAuthenticatedCiphersWithAndWithoutAttributes() throws IOException {
        for (Optional<ASN1Set> attributes : List.of(Optional.<ASN1Set>empty(), Optional.of(ATTRIBUTES))) {
            assertOpens(sealed(CCM, attributes).to(anna, key), CipherUsed.sound("AES-256-CCM"), true);
            assertOpens(sealed(CHACHA, attributes).to(anna, key), CipherUsed.sound("ChaCha20-Poly1305"), true);
        }
    }

    @Test
    void opensOldCiphersAndSaysWhatTheyAreWorth() throws IOException, GeneralSecurityException {
        byte[] block = Arrays.copyOf(NONCE, 8);
        AlgorithmIdentifier triple =
                new AlgorithmIdentifier(ContentCipher.TRIPLE_DES.identifier(), new DEROctetString(block));
        byte[] tripleKey = Arrays.copyOf(key, 24);
        ForeignEnvelope des = chained(triple, "DESede", tripleKey, new IvParameterSpec(block));
        assertOpens(des.to(anna, tripleKey), new CipherUsed("3DES", Strength.OLD), false);
        int[][] versions = {{58, 16}, {120, 8}, {160, 5}};
        for (int[] version : versions) {
            AlgorithmIdentifier rc2 =
                    new AlgorithmIdentifier(ContentCipher.RC2.identifier(), new RC2CBCParameter(version[0], block));
            byte[] short2 = Arrays.copyOf(key, version[1]);
            ForeignEnvelope made = chained(rc2, "RC2", short2, new RC2ParameterSpec(8 * version[1], block));
            Strength strength = version[1] < 16 ? Strength.BROKEN : Strength.OLD;
            assertOpens(made.to(anna, short2), new CipherUsed("RC2-" + 8 * version[1], strength), false);
            assertSaysNothing("a key of another length", made.to(anna, key));
        }
        assertFalse(SmimeCapabilities.ours().advertises(ContentCipher.RC2.identifier()));
        assertFalse(SmimeCapabilities.ours().advertises(ContentCipher.TRIPLE_DES.identifier()));
    }

    @Test
    void nothingThatIsChangedAnywhereIsOpened() throws IOException {
        for (AlgorithmIdentifier algorithm : List.of(CCM, CHACHA)) {
            ForeignEnvelope good = sealed(algorithm, Optional.of(ATTRIBUTES));
            for (ForeignEnvelope bad : altered(good)) {
                assertShut(algorithm.getAlgorithm().getId(), bad.to(anna, key));
            }
            byte[] other = key.clone();
            other[31] ^= 1;
            assertShut("another key", good.to(anna, other));
            assertShut("half a key", good.to(anna, Arrays.copyOf(key, 16)));
        }
    }

    /// One for each class of position: beginning, middle and end of text and tag, the nonce, the attributes,
    /// and what the message says of itself.
    private static List<ForeignEnvelope> altered(ForeignEnvelope good) {
        byte[] text = good.ciphertext().toByteArray();
        Octets whole = good.ciphertext();
        byte[] mac = good.mac().orElseThrow().toByteArray();
        byte[] nonce = NONCE.clone();
        nonce[0] ^= 1;
        boolean ccm = good.algorithm().equals(CCM);
        AlgorithmIdentifier otherNonce = new AlgorithmIdentifier(
                good.algorithm().getAlgorithm(), ccm ? new CCMParameters(nonce, 16) : new DEROctetString(nonce));
        ASN1Set otherAttributes =
                new DERSet(new Attribute(CMSAttributes.contentType, new DERSet(CMSObjectIdentifiers.signedData)));
        List<ForeignEnvelope> all = new ArrayList<>();
        for (int at : new int[] {0, 15, 16, text.length / 2, text.length - 1}) {
            all.add(new ForeignEnvelope(good.algorithm(), Octets.of(changed(text, at)), good.attributes(), good.mac()));
        }
        for (int at : new int[] {0, 8, 15}) {
            Optional<Octets> tag = Optional.of(Octets.of(changed(mac, at)));
            all.add(new ForeignEnvelope(good.algorithm(), whole, good.attributes(), tag));
        }
        for (int length : new int[] {0, 4, 12, 15, 17}) {
            Optional<Octets> tag = Optional.of(Octets.of(Arrays.copyOf(mac, length)));
            all.add(new ForeignEnvelope(good.algorithm(), whole, good.attributes(), tag));
        }
        for (int length : new int[] {0, 1, 16, text.length - 1, text.length + 1}) {
            Octets cut = Octets.of(Arrays.copyOf(text, length));
            all.add(new ForeignEnvelope(good.algorithm(), cut, good.attributes(), good.mac()));
        }
        all.add(new ForeignEnvelope(good.algorithm(), whole, Optional.empty(), good.mac()));
        all.add(new ForeignEnvelope(good.algorithm(), whole, Optional.of(otherAttributes), good.mac()));
        all.add(new ForeignEnvelope(good.algorithm(), whole, Optional.of(new DERSet()), good.mac()));
        all.add(new ForeignEnvelope(otherNonce, whole, good.attributes(), good.mac()));
        all.add(new ForeignEnvelope(ccm ? CHACHA : CCM, whole, good.attributes(), good.mac()));
        // In the structure of ciphers that prove nothing, and a cipher of those in this one.
        all.add(new ForeignEnvelope(good.algorithm(), whole, Optional.empty(), Optional.empty()));
        AlgorithmIdentifier chained = new AlgorithmIdentifier(
                ContentCipher.AES_256_CBC.identifier(), new DEROctetString(Arrays.copyOf(NONCE, 16)));
        all.add(new ForeignEnvelope(chained, whole.slice(0, 160), good.attributes(), good.mac()));
        return all;
    }

    private ForeignEnvelope sealed(AlgorithmIdentifier algorithm, Optional<ASN1Set> attributes) {
        try {
            byte[] associated = attributes.isPresent() ? attributes.get().getEncoded(ASN1Encoding.DER) : new byte[0];
            AEADCipher cipher = algorithm.equals(CCM)
                    ? CCMBlockCipher.newInstance(AESEngine.newInstance())
                    : new ChaCha20Poly1305();
            cipher.init(true, new AEADParameters(new KeyParameter(key), 128, NONCE, associated));
            byte[] sealed = new byte[cipher.getOutputSize(TEXT.length())];
            int made = cipher.processBytes(TEXT.toByteArray(), 0, TEXT.length(), sealed, 0);
            int all = made + cipher.doFinal(sealed, made);
            return new ForeignEnvelope(
                    algorithm,
                    Octets.of(Arrays.copyOf(sealed, all - 16)),
                    attributes,
                    Optional.of(Octets.of(Arrays.copyOfRange(sealed, all - 16, all))));
        } catch (IOException | InvalidCipherTextException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static ForeignEnvelope chained(
            AlgorithmIdentifier algorithm, String name, byte[] key, AlgorithmParameterSpec parameters)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(name + "/CBC/PKCS5Padding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, name), parameters);
        return new ForeignEnvelope(
                algorithm, Octets.of(cipher.doFinal(TEXT.toByteArray())), Optional.empty(), Optional.empty());
    }

    private static byte[] changed(byte[] octets, int at) {
        byte[] other = octets.clone();
        other[at] ^= 1;
        return other;
    }

    private void assertOpens(Octets message, CipherUsed cipher, boolean authenticated) throws IOException {
        Unsealing.Unsealed unsealed = assertInstanceOf(Unsealing.Unsealed.class, open(message), cipher.title());
        assertEquals(TEXT, unsealed.content().octets());
        assertEquals(cipher, unsealed.cipher());
        assertEquals(authenticated, unsealed.authenticated());
    }

    private void assertShut(String what, Octets message) throws IOException {
        Unsealing unsealing = open(message);
        assertFalse(unsealing instanceof Unsealing.Unsealed, what);
        assertFalse(unsealing instanceof Unsealing.NotForUs, what);
    }

    /// A key that does not fit is answered with one of chance, and one of those in 256 leaves
    /// what looks like padding: then the message opens, as noise.
    private void assertSaysNothing(String what, Octets message) throws IOException {
        Unsealing unsealing = open(message);
        assertFalse(unsealing instanceof Unsealing.NotForUs, what);
        if (unsealing instanceof Unsealing.Unsealed unsealed) {
            assertFalse(unsealed.content().octets().utf8().contains("garden"), what);
        }
    }

    private Unsealing open(Octets message) throws IOException {
        return engine.decrypt(message::stream, OwnKeys.of(List.of(anna)), Holding.memory());
    }
}
