package org.waxwing.crypto.gnupg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.math.ec.rfc7748.X25519;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.cert.KeyMaterial.SkipReason;
import org.waxwing.crypto.cert.SmartCard;
import org.waxwing.crypto.mime.Octets;

/// What GnuPG 2.3 and later write beside a key, and the two ways in which it writes a secret of 25519.
class PrivateKeyFieldsTest {
    private static final String NOTES = """
        Created: 20261123T195317
        Use-for-ssh: yes
        Label: the laptop
        Token: D2760001240103040006047110230000 OPENPGP.1 - -
        """;

    @Test
    void readsTheKeyAmongTheNotesAndTheNotesBesideTheKey() {
        Octets file = Octets.ofUtf8(NOTES + "Key: (private-key (rsa (n #0CA1#)(e #11#)(d #0AC1#)(p #35#)(q #3D#)))\n");
        PublicPart.Rsa half = new PublicPart.Rsa(BigInteger.valueOf(61 * 53), BigInteger.valueOf(17));
        assertInstanceOf(AgentKey.Unlocked.class, AgentKey.read(file, half, new PassphraseTrial(List.of())));
        assertEquals(Optional.of("the laptop"), PrivateKeyFile.field(file, "Label"));
        assertEquals(Optional.of("yes"), PrivateKeyFile.field(file, "use-for-ssh"));
        assertEquals(Optional.empty(), PrivateKeyFile.field(file, "Confirm"));
    }

    /// GnuPG quotes octets that it takes for letters, and a zero among them becomes `\x00`: one locked key in
    /// two hundred has such a salt or nonce.
    @Test
    void readsZerosAmongQuotedLetters() {
        SExpression.Node read = SExpressionParser.parse(Octets.ofUtf8("(salt \"a\\x00\\xfe\\n\\\\x00\")"))
                .orElseThrow();
        byte[] expected = {'a', 0, (byte) 0xFE, '\n', '\\', 'x', '0', '0'};
        assertEquals(Optional.of(Octets.of(expected)), read.atom(1));
        for (String broken : List.of("\\x", "\\x0", "\\x0g", "\\y00")) {
            assertEquals(Optional.empty(), SExpressionParser.parse(Octets.ofUtf8("(salt \"" + broken + "\")")));
        }
    }

    @Test
    void readsASecretOf25519WithAndWithoutItsPrefix() {
        byte[] scalar = new byte[32];
        byte[] highestFirst = new byte[32];
        for (int i = 0; i < 32; i++) {
            scalar[i] = (byte) (7 * i);
            highestFirst[31 - i] = scalar[i];
        }
        byte[] point = new byte[32];
        X25519.generatePublicKey(scalar, 0, point, 0);
        String q = java.util.HexFormat.of().formatHex(point);
        String d = java.util.HexFormat.of().formatHex(highestFirst);
        PublicPart half = new PublicPart.OnCurve(
                Curve.byIdentifier(Octets.of(java.util.HexFormat.of().parseHex("2b060104019755010501")))
                        .orElseThrow(),
                Octets.of(java.util.HexFormat.of().parseHex("40" + q)));
        for (String secret : List.of(d, "40" + d, "00" + d)) {
            Octets file = Octets.ofUtf8(
                    "(private-key (ecc (curve Curve25519)(flags djb-tweak)(q #40" + q + "#)(d #" + secret + "#)))");
            AgentKey.Unlocked read = assertInstanceOf(
                    AgentKey.Unlocked.class, AgentKey.read(file, half, new PassphraseTrial(List.of())));
            assertEquals(
                    new BigInteger(1, highestFirst), read.numbers().inOrder().getFirst());
        }
    }

    @Test
    void namesACardByWhatIsPrintedOnIt() {
        Octets id = Octets.of(java.util.HexFormat.of().parseHex("D2760001240103040006047110230000"));
        assertEquals("smart card 0006 04711023", new SmartCard(id).name());
        assertEquals("a smart card", new SmartCard(Octets.empty()).name());
        Octets tail = SecretPacketTail.onCard(new SmartCard(id));
        assertTrue(tail.latin1().contains("GNU\2\20"));
    }

    @Test
    void namesACurveThatNoStandardGivesAKeyOfVersion4() {
        PublicPart half = new PublicPart.OnCurve(
                Curve.byIdentifier(Octets.of(java.util.HexFormat.of().parseHex("2b656f")))
                        .orElseThrow(),
                Octets.of(new byte[56]));
        assertEquals(
                new AgentKey.Missing(SkipReason.UNSUPPORTED),
                AgentKey.read(
                        Octets.ofUtf8("(private-key (ecc (curve X448)(q #00#)(d #00#)))"),
                        half,
                        new PassphraseTrial(List.of())));
    }
}
