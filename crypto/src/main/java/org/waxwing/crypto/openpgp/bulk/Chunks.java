package org.waxwing.crypto.openpgp.bulk;

import org.waxwing.crypto.mime.Octets;

/// Seals and opens chunk after chunk, then the end, which vouches for how much there was
/// (RFC 9580 §5.13.2).
///
/// In packet 20 the number of the chunk is part of the associated data as well.
final class Chunks {
    private final ChunkCipher cipher;
    private final Octets vector;
    private final byte[] associated;
    private final int chunkLength;
    private final boolean numbered;
    private long number;
    private long total;

    Chunks(ChunkCipher cipher, Octets vector, Octets associated, int chunkLength, boolean numbered) {
        this.cipher = cipher;
        this.vector = vector;
        this.associated = associated.toByteArray();
        this.chunkLength = chunkLength;
        this.numbered = numbered;
    }

    int chunkLength() {
        return chunkLength;
    }

    /// The next chunk with its tag into `out`.
    void seal(byte[] in, int length, byte[] out) {
        cipher.seal(nonce(), ofChunk(), in, 0, length, out, 0);
        number++;
        total += length;
    }

    /// The next chunk into `out`; false when it is not intact.
    ///
    /// @param length with its tag
    boolean open(byte[] in, int at, int length, byte[] out) {
        boolean intact = cipher.open(nonce(), ofChunk(), in, at, length, out, 0);
        number++;
        total += length - ChunkCipher.TAG;
        return intact;
    }

    /// The tag behind all chunks.
    byte[] finalTag() {
        byte[] tag = new byte[ChunkCipher.TAG];
        cipher.seal(nonce(), ofEnd(), tag, 0, 0, tag, 0);
        return tag;
    }

    boolean isFinalTag(byte[] in, int at) {
        return cipher.open(nonce(), ofEnd(), in, at, ChunkCipher.TAG, new byte[ChunkCipher.TAG], 0);
    }

    private byte[] nonce() {
        byte[] nonce = vector.toByteArray();
        int at = nonce.length - 8;
        Xor.set(nonce, at, Xor.get(nonce, at) ^ number);
        return nonce;
    }

    private byte[] ofChunk() {
        if (!numbered) {
            return associated;
        }
        byte[] all = java.util.Arrays.copyOf(associated, associated.length + 8);
        Xor.set(all, associated.length, number);
        return all;
    }

    private byte[] ofEnd() {
        byte[] chunk = ofChunk();
        byte[] all = java.util.Arrays.copyOf(chunk, chunk.length + 8);
        Xor.set(all, chunk.length, total);
        return all;
    }
}
