package org.waxwing.crypto.smime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.RC2ParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.cms.CCMParameters;
import org.bouncycastle.asn1.cms.GCMParameters;
import org.bouncycastle.asn1.pkcs.RC2CBCParameter;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.engine.CipherUsed;
import org.waxwing.crypto.engine.CipherUsed.Strength;
import org.waxwing.crypto.mime.Octets;

/// What the standards of the ciphers give as examples, opened as the content of a message is.
final class ContentCipherVectorsTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final Octets NONE = Octets.empty();

    private record Vector(
            ContentCipher cipher,
            ASN1Encodable parameters,
            Octets key,
            Octets associated,
            Octets plain,
            Octets sealed,
            Octets tag) {}

    /// NIST SP 800-38C, example 4.
    private static Vector ccm() {
        byte[] associated = new byte[1 << 16];
        for (int i = 0; i < associated.length; i++) {
            associated[i] = (byte) i;
        }
        return new Vector(
                ContentCipher.AES_128_CCM,
                new CCMParameters(HEX.parseHex("101112131415161718191a1b1c"), 14),
                hex("404142434445464748494a4b4c4d4e4f"),
                Octets.of(associated),
                hex("202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f"),
                hex("69915dad1e84c6376a68c2967e4dab615ae0fd1faec44cc484828529463ccf72"),
                hex("b4ac6bec93e8598e7f0dadbcea5b"));
    }

    /// RFC 8439 §2.8.2.
    private static Vector chacha() {
        String text = "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future,"
                + " sunscreen would be it.";
        return new Vector(
                ContentCipher.CHACHA20_POLY1305,
                new DEROctetString(HEX.parseHex("070000004041424344454647")),
                hex("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f"),
                hex("50515253c0c1c2c3c4c5c6c7"),
                Octets.ofUtf8(text),
                hex("d31a8d34648e60db7b86afbc53ef7ec2a4aded51296e08fea9e2b5a736ee62d6"
                        + "3dbea45e8ca9671282fafb69da92728b1a71de0a9e060b2905d6a5b67ecd3b36"
                        + "92ddbd7f2d778b8c9803aee328091b58fab324e4fad675945585808b4831d7bc"
                        + "3ff4def08e4b7a9de576d26586cec64b6116"),
                hex("1ae10b594f09e26a7e902ecbd0600691"));
    }

    /// The Galois/Counter Mode of Operation, test case 16, which NIST SP 800-38D was made from.
    private static Vector gcm() {
        return new Vector(
                ContentCipher.AES_256_GCM,
                new GCMParameters(HEX.parseHex("cafebabefacedbaddecaf888"), 16),
                hex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308"),
                hex("feedfacedeadbeeffeedfacedeadbeefabaddad2"),
                hex("d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                        + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39"),
                hex("522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                        + "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"),
                hex("76fc6ece0f4e1768cddf8853bb2d551b"));
    }

    private static Vector[] all() {
        return new Vector[] {ccm(), chacha(), gcm()};
    }

    @Test
    void opensWhatTheStandardsSealed() throws IOException {
        for (Vector vector : all()) {
            for (int step : new int[] {1, 7, 16, 1000}) {
                ByteArrayOutputStream sink = new ByteArrayOutputStream();
                assertTrue(
                        open(vector, bytes(vector.sealed()), bytes(vector.tag()), step, sink), vector.cipher()::title);
                assertEquals(vector.plain(), Octets.of(sink.toByteArray()), vector.cipher()::title);
            }
        }
    }

    @Test
    void everyChangedBitOfTextTagAndAttributesIsSeen() throws IOException {
        for (Vector vector : all()) {
            byte[] sealed = bytes(vector.sealed());
            byte[] tag = bytes(vector.tag());
            byte[] associated = bytes(vector.associated());
            for (int at = 0; at < sealed.length; at++) {
                assertFalse(opens(vector, changed(sealed, at), tag));
            }
            for (int at = 0; at < tag.length; at++) {
                assertFalse(opens(vector, sealed, changed(tag, at)));
            }
            for (int at : new int[] {0, 5, associated.length - 1}) {
                assertFalse(opens(associated(vector, changed(associated, at)), sealed, tag));
            }
            assertFalse(opens(associated(vector, new byte[0]), sealed, tag));
        }
    }

    @Test
    void neitherTextNorTagCanBeCutOrLengthened() throws IOException {
        for (Vector vector : all()) {
            byte[] sealed = bytes(vector.sealed());
            byte[] tag = bytes(vector.tag());
            for (int cut : new int[] {1, 16, sealed.length}) {
                assertFalse(opens(vector, Arrays.copyOf(sealed, sealed.length - cut), tag));
                assertFalse(opens(vector, Arrays.copyOf(sealed, sealed.length + cut), tag));
            }
            for (int length : new int[] {0, 1, 4, 12, 13, 15, 17, 32}) {
                if (length != tag.length) {
                    assertFalse(opens(vector, sealed, Arrays.copyOf(tag, length)));
                }
            }
        }
    }

    /// RFC 2268 §5, with the block of padding that mail puts behind it.
    @Test
    void opensTheExamplesOfRc2() throws IOException, GeneralSecurityException {
        String[][] examples = {
            {"120", "ffffffffffffffff", "ffffffffffffffff", "278b27e42e2f0d49"},
            {"120", "3000000000000000", "1000000000000001", "30649edf9be7d2c2"},
            {"58", "88bca90e90875a7f0f79c384627bafb2", "0000000000000000", "2269552ab0f85ca6"},
        };
        for (String[] example : examples) {
            byte[] key = HEX.parseHex(example[1]);
            RC2CBCParameter parameters = new RC2CBCParameter(Integer.parseInt(example[0]), new byte[8]);
            Cipher padding = Cipher.getInstance("RC2/CBC/NoPadding");
            padding.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(key, "RC2"),
                    new RC2ParameterSpec(8 * key.length, HEX.parseHex(example[3])));
            byte[] last = padding.doFinal(HEX.parseHex("0808080808080808"));
            byte[] sealed = HEX.parseHex(example[3] + HEX.formatHex(last));
            ByteArrayOutputStream sink = new ByteArrayOutputStream();
            Vector vector =
                    new Vector(ContentCipher.RC2, parameters, Octets.of(key), NONE, NONE, Octets.of(sealed), NONE);
            assertTrue(open(vector, sealed, new byte[0], 3, sink));
            assertEquals(example[2], HEX.formatHex(sink.toByteArray()));
            assertEquals(key.length, algorithm(vector).keyLength());
            assertEquals(
                    new CipherUsed("RC2-" + 8 * key.length, key.length < 16 ? Strength.BROKEN : Strength.OLD),
                    algorithm(vector).used());
        }
    }

    /// NIST SP 800-38A F.2.6, with its padding.
    @Test
    void opensTheExampleOfCbc() throws IOException, GeneralSecurityException {
        byte[] key = HEX.parseHex("603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4");
        String text = "f58c4c04d6e5f1ba779eabfb5f7bfbd69cfc4e967edb808d679f777bc6702c7d"
                + "39f23369a9d9bacfa530e26304231461b2eb05e2c39be9fcda6c19078c6a9d1b";
        Cipher padding = Cipher.getInstance("AES/CBC/NoPadding");
        padding.init(
                Cipher.ENCRYPT_MODE,
                new SecretKeySpec(key, "AES"),
                new IvParameterSpec(HEX.parseHex(text.substring(96))));
        byte[] sealed = HEX.parseHex(text + HEX.formatHex(padding.doFinal(HEX.parseHex("10".repeat(16)))));
        Vector vector = new Vector(
                ContentCipher.AES_256_CBC,
                new DEROctetString(HEX.parseHex("000102030405060708090a0b0c0d0e0f")),
                Octets.of(key),
                NONE,
                NONE,
                Octets.of(sealed),
                NONE);
        ByteArrayOutputStream sink = new ByteArrayOutputStream();
        assertTrue(open(vector, sealed, new byte[0], 1000, sink));
        assertEquals(
                "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51"
                        + "30c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710",
                HEX.formatHex(sink.toByteArray()));
        assertFalse(open(vector, sealed, new byte[16], 1000, new ByteArrayOutputStream()));
    }

    /// RFC 5084 §3: no tag below 12 octets.
    @Test
    void refusesShortTagsAndOddSizes() {
        for (int length : new int[] {4, 6, 8, 10}) {
            Vector short38C = new Vector(
                    ContentCipher.AES_128_CCM,
                    new CCMParameters(new byte[12], length),
                    Octets.of(new byte[16]),
                    NONE,
                    NONE,
                    NONE,
                    Octets.of(new byte[length]));
            assertThrows(BrokenCmsException.class, () -> opens(short38C, new byte[0], new byte[length]));
        }
        Vector oddRc2 = new Vector(
                ContentCipher.RC2, new RC2CBCParameter(1, new byte[8]), Octets.of(new byte[5]), NONE, NONE, NONE, NONE);
        assertThrows(IllegalArgumentException.class, () -> algorithm(oddRc2).keyLength());
    }

    private static Vector associated(Vector vector, byte[] associated) {
        return new Vector(
                vector.cipher(),
                vector.parameters(),
                vector.key(),
                Octets.of(associated),
                vector.plain(),
                vector.sealed(),
                vector.tag());
    }

    private static Octets hex(String digits) {
        return Octets.of(HEX.parseHex(digits));
    }

    private static byte[] bytes(Octets octets) {
        return octets.toByteArray();
    }

    private static byte[] changed(byte[] octets, int at) {
        byte[] other = octets.clone();
        other[at] ^= 1;
        return other;
    }

    private static boolean opens(Vector vector, byte[] sealed, byte[] tag) throws IOException {
        return open(vector, sealed, tag, 1000, new ByteArrayOutputStream());
    }

    private static boolean open(Vector vector, byte[] sealed, byte[] tag, int step, ByteArrayOutputStream sink)
            throws IOException {
        ContentOpening opening = algorithm(vector)
                .opening(
                        bytes(vector.key()),
                        bytes(vector.associated()),
                        (piece, length) -> sink.write(piece, 0, length));
        for (int at = 0; at < sealed.length; at += step) {
            byte[] some = Arrays.copyOfRange(sealed, at, Math.min(at + step, sealed.length));
            opening.update(some, 0, some.length);
        }
        return opening.finish(tag);
    }

    private static ContentAlgorithm algorithm(Vector vector) throws BrokenCmsException {
        return ContentAlgorithm.of(new AlgorithmIdentifier(vector.cipher().identifier(), vector.parameters()));
    }
}
