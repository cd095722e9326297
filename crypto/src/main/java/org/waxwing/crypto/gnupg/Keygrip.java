package org.waxwing.crypto.gnupg;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.waxwing.crypto.mime.Octets;

/// The name under which GnuPG keeps a secret key: SHA-1 over the public numbers alone, so the same
/// numbers have the same keygrip in OpenPGP, S/MIME and SSH. A way to find a file, never a proof.
///
/// @param hex 40 upper-case digits, the file's name without `.key`
record Keygrip(String hex) {
    static Keygrip of(PublicPart key) {
        MessageDigest sha1 = sha1();
        switch (key) {
            case PublicPart.Rsa rsa -> sha1.update(rsa.n().toByteArray());
            case PublicPart.Dsa(var p, var q, var g, var y) -> {
                named(sha1, 'p', p.toByteArray());
                named(sha1, 'q', q.toByteArray());
                named(sha1, 'g', g.toByteArray());
                named(sha1, 'y', y.toByteArray());
            }
            case PublicPart.Elgamal(var p, var g, var y) -> {
                named(sha1, 'p', p.toByteArray());
                named(sha1, 'g', g.toByteArray());
                named(sha1, 'y', y.toByteArray());
            }
            case PublicPart.OnCurve onCurve -> {
                Curve curve = onCurve.curve();
                named(sha1, 'p', unsigned(curve.p()));
                named(sha1, 'a', unsigned(curve.a()));
                named(sha1, 'b', unsigned(curve.b()));
                named(sha1, 'g', curve.generator().toByteArray());
                named(sha1, 'n', unsigned(curve.order()));
                named(sha1, 'q', onCurve.nativePoint().toByteArray());
            }
        }
        return new Keygrip(HexFormat.of().formatHex(sha1.digest()).toUpperCase(Locale.ROOT));
    }

    private static void named(MessageDigest sha1, char name, byte[] value) {
        sha1.update(("(1:" + name + value.length + ":").getBytes(StandardCharsets.US_ASCII));
        sha1.update(value);
        sha1.update((byte) ')');
    }

    /// Without the zero octet that a signed number may start with; zero itself is no octets.
    static byte[] unsigned(BigInteger number) {
        byte[] signed = number.toByteArray();
        return signed[0] == 0 ? Octets.of(signed).slice(1, signed.length).toByteArray() : signed;
    }

    static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java has SHA-1", absent);
        }
    }
}
