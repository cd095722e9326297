package org.waxwing.crypto.openpgp.bulk;

import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.waxwing.crypto.mime.Octets;

/// What stands before the chunks: which cipher, mode and chunk size, and salt or initialization vector
/// (RFC 9580 §5.13.2), or in GnuPG's packet 20 much the same without salt.
///
/// @param tag the packet's type ID, 18 or 20
/// @param cipher by number
/// @param mode by number
/// @param chunkOctet a chunk has 2 to the power of this plus 6 octets
/// @param random the salt of packet 18, the initialization vector of packet 20
public record EncryptedDataHeader(int tag, int cipher, int mode, int chunkOctet, Octets random) {
    private static final int SALT = 32;
    private static final int MAX_CHUNK_OCTET = 16;
    private static final int FIXED = 4;
    private static final int LIBREPGP = 20;

    /// Nothing where the head of the packet is cut or means what we don't know.
    ///
    /// @param head the first octets of the packet's body, at least [#longest()] where there are so many
    public static Optional<EncryptedDataHeader> of(int tag, Octets head) {
        int version = tag == LIBREPGP ? 1 : 2;
        if (head.length() < FIXED || head.at(0) != version || head.at(3) > MAX_CHUNK_OCTET) {
            return Optional.empty();
        }
        return ChunkCipher.nonceLength(head.at(2))
                .map(nonce -> tag == LIBREPGP ? nonce : SALT)
                .filter(length -> head.length() >= FIXED + length)
                .map(length -> new EncryptedDataHeader(
                        tag, head.at(1), head.at(2), head.at(3), head.slice(FIXED, FIXED + length)));
    }

    /// How many octets of a packet's body are enough to read any header.
    public static int longest() {
        return FIXED + SALT;
    }

    /// In octets.
    public int length() {
        return FIXED + random.length();
    }

    int chunkLength() {
        return 1 << (chunkOctet + 6);
    }

    /// The cipher that a session key leads to, with its nonces; nothing where they don't fit.
    Optional<Chunks> chunks(byte[] sessionKey) {
        if (tag == LIBREPGP) {
            return ChunkCipher.of(cipher, mode, sessionKey)
                    .map(found -> new Chunks(found, random, associated(), chunkLength(), true));
        }
        if (BlockEncryption.keyLength(cipher)
                .filter(length -> length == sessionKey.length)
                .isEmpty()) {
            return Optional.empty();
        }
        HKDFBytesGenerator derivation = new HKDFBytesGenerator(new SHA256Digest());
        derivation.init(new HKDFParameters(
                sessionKey, random.toByteArray(), associated().toByteArray()));
        byte[] derived =
                new byte[sessionKey.length + ChunkCipher.nonceLength(mode).orElseThrow() - 8];
        derivation.generateBytes(derived, 0, derived.length);
        byte[] key = Arrays.copyOf(derived, sessionKey.length);
        byte[] prefix = Arrays.copyOf(
                Arrays.copyOfRange(derived, sessionKey.length, derived.length),
                ChunkCipher.nonceLength(mode).orElseThrow());
        Optional<Chunks> chunks = ChunkCipher.of(cipher, mode, key)
                .map(found -> new Chunks(found, Octets.of(prefix), associated(), chunkLength(), false));
        Arrays.fill(derived, (byte) 0);
        Arrays.fill(key, (byte) 0);
        return chunks;
    }

    private Octets associated() {
        return Octets.of(new byte[] {
            (byte) (0xC0 | tag), (byte) (tag == LIBREPGP ? 1 : 2), (byte) cipher, (byte) mode, (byte) chunkOctet
        });
    }
}
