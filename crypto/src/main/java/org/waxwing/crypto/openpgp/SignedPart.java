package org.waxwing.crypto.openpgp;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.Optional;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.openpgp.bulk.Hashes;

/// What a signature over a part of a certificate covers (RFC 9580 §5.2.4). The first 16 bits of its digest
/// stand in the signature in the clear, so a digest tells a signature that can't hold from one that may,
/// at a thousandth of the cost of the mathematics.
final class SignedPart {
    private static final int USER_ID = 0xB4;
    private static final int USER_ATTRIBUTE = 0xD1;

    private final byte[] covered;

    private SignedPart(byte[] covered) {
        this.covered = covered;
    }

    static SignedPart primary(PGPPublicKey primary) {
        return new SignedPart(octetsOf(primary));
    }

    /// A user id or user attribute.
    static SignedPart identity(PGPPublicKey primary, RawPacket head) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(octetsOf(primary));
        out.write(head.tag() == RawPacket.USER_ID ? USER_ID : USER_ATTRIBUTE);
        number(head.body().length(), 4, out);
        out.writeBytes(head.body().toByteArray());
        return new SignedPart(out.toByteArray());
    }

    static SignedPart subkey(PGPPublicKey primary, PGPPublicKey subkey) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(octetsOf(primary));
        out.writeBytes(octetsOf(subkey));
        return new SignedPart(out.toByteArray());
    }

    /// A subkey by an algorithm that we don't know.
    static SignedPart subkey(PGPPublicKey primary, RawPacket subkey) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(octetsOf(primary));
        out.writeBytes(framed(subkey.version(), subkey.body().toByteArray()));
        return new SignedPart(out.toByteArray());
    }

    private static byte[] octetsOf(PGPPublicKey key) {
        return framed(
                key.getVersion(), Bcpg.require(() -> key.getPublicKeyPacket().getEncodedContents()));
    }

    private static byte[] framed(int version, byte[] body) {
        boolean version6 = version == PublicKeyPacket.VERSION_6;
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length + 5);
        out.write(version6 ? 0x9B : 0x99);
        number(body.length, version6 ? 4 : 2, out);
        out.writeBytes(body);
        return out.toByteArray();
    }

    private static void number(int value, int octets, ByteArrayOutputStream out) {
        for (int shift = 8 * (octets - 1); shift >= 0; shift -= 8) {
            out.write(value >>> shift);
        }
    }

    /// The octets as they are digested, without what a signature adds at the end.
    byte[] covered() {
        return covered.clone();
    }

    int length() {
        return covered.length;
    }

    /// Whether the signature's own claim agrees with what it would cover here.
    static boolean fits(byte[] digest, SignaturePeek peek) {
        return prefix(digest) == peek.tail().digestPrefix();
    }

    /// The first 16 bits.
    static int prefix(byte[] digest) {
        return (digest[0] & 0xFF) << 8 | (digest[1] & 0xFF);
    }

    /// What the signature would be over; nothing where its hash is not known.
    Optional<byte[]> digest(RawPacket signature, SignaturePeek peek) {
        return Hashes.of(peek.hash()).map(hash -> {
            int end = peek.tail().hashedEnd();
            ByteArrayOutputStream trailer = new ByteArrayOutputStream(6);
            trailer.write(peek.version());
            trailer.write(0xFF);
            number(end, 4, trailer);
            hash.update(peek.tail().salt().toByteArray());
            hash.update(covered);
            hash.update(signature.body().slice(0, end).toByteArray());
            hash.update(trailer.toByteArray());
            return hash.digest();
        });
    }

    /// Names this signature by this key over this part, for a verdict that is kept.
    Octets verdictName(int policyVersion, boolean byPrimary, RawPacket signature) {
        MessageDigest hash = Hashes.of(HashAlgorithmTags.SHA256).orElseThrow();
        ByteArrayOutputStream head = new ByteArrayOutputStream(13);
        number(policyVersion, 4, head);
        head.write(byPrimary ? 1 : 2);
        number(covered.length, 4, head);
        number(signature.body().length(), 4, head);
        hash.update(head.toByteArray());
        hash.update(covered);
        hash.update(signature.body().toByteArray());
        return Octets.of(hash.digest());
    }
}
