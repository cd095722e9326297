package org.waxwing.crypto.openpgp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.operator.PGPDigestCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.waxwing.crypto.mime.Octets;

/// The first 16 bits of what a self-signature covers (RFC 9580 §5.2.4). They stand in the signature in the
/// clear, so a digest tells a signature that can't hold from one that may, at a thousandth of the cost of
/// the mathematics.
final class DigestPrefix {
    private static final int USER_ID = 0xB4;

    private final byte[] covered;

    private DigestPrefix(byte[] covered) {
        this.covered = covered;
    }

    static DigestPrefix overPrimary(PGPPublicKey primary) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        key(primary, out);
        return new DigestPrefix(out.toByteArray());
    }

    static DigestPrefix overUserId(PGPPublicKey primary, byte[] userId) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        key(primary, out);
        out.write(USER_ID);
        number(userId.length, 4, out);
        out.writeBytes(userId);
        return new DigestPrefix(out.toByteArray());
    }

    static DigestPrefix overSubkey(PGPPublicKey primary, PGPPublicKey subkey) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        key(primary, out);
        key(subkey, out);
        return new DigestPrefix(out.toByteArray());
    }

    private static void key(PGPPublicKey key, ByteArrayOutputStream out) {
        byte[] body = Bcpg.require(() -> key.getPublicKeyPacket().getEncodedContents());
        boolean version6 = key.getVersion() == PublicKeyPacket.VERSION_6;
        out.write(version6 ? 0x9B : 0x99);
        number(body.length, version6 ? 4 : 2, out);
        out.writeBytes(body);
    }

    private static void number(int value, int octets, ByteArrayOutputStream out) {
        for (int shift = 8 * (octets - 1); shift >= 0; shift -= 8) {
            out.write(value >>> shift);
        }
    }

    /// How many octets one question digests, at least.
    int cost() {
        return covered.length;
    }

    /// Whether the signature's own claim agrees with what it would cover here.
    boolean fits(RawPacket signature, SignaturePeek peek) {
        return of(signature, peek)
                .filter(prefix -> prefix == peek.tail().digestPrefix())
                .isPresent();
    }

    /// What the signature would have to claim; nothing where its hash is not known.
    Optional<Integer> of(RawPacket signature, SignaturePeek peek) {
        int end = peek.tail().hashedEnd();
        ByteArrayOutputStream trailer = new ByteArrayOutputStream(end + 6);
        trailer.writeBytes(signature.body().slice(0, end).toByteArray());
        trailer.write(peek.version());
        trailer.write(0xFF);
        number(end, 4, trailer);
        return Bcpg.attempt(() -> prefix(peek, trailer));
    }

    private int prefix(SignaturePeek peek, ByteArrayOutputStream trailer) throws IOException {
        PGPDigestCalculator digest = Bcpg.require(() -> new BcPGPDigestCalculatorProvider().get(peek.hash()));
        try (OutputStream out = digest.getOutputStream()) {
            peek.tail().salt().writeTo(out);
            out.write(covered);
            trailer.writeTo(out);
        }
        return (int) SignaturePeek.number(Octets.of(digest.getDigest()), 0, 2);
    }
}
