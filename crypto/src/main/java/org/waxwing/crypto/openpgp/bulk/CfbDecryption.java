package org.waxwing.crypto.openpgp.bulk;

/// Cipher feedback read: each block of plaintext is the ciphertext xor the encryption of the ciphertext
/// before it, so that all blocks at hand are encrypted at once. The first vector is zero
/// (RFC 9580 §5.13.1).
final class CfbDecryption {
    private final BlockEncryption cipher;
    private final int block;
    private final byte[] feedback;
    private final byte[] keystream;

    /// @param longest how many octets come at once at most, whole blocks
    CfbDecryption(BlockEncryption cipher, int longest) {
        this.cipher = cipher;
        this.block = cipher.blockSize();
        this.feedback = new byte[block];
        this.keystream = new byte[longest];
    }

    /// Decrypts in place. The length is a multiple of the block size except in the last call.
    void process(byte[] data, int at, int length) {
        int whole = (length + block - 1) / block * block;
        if (whole > 0) {
            cipher.encrypt(feedback, 0, block, keystream, 0);
            cipher.encrypt(data, at, whole - block, keystream, block);
        }
        if (length == whole && length > 0) {
            System.arraycopy(data, at + length - block, feedback, 0, block);
        }
        Xor.into(data, at, keystream, 0, length);
    }
}
