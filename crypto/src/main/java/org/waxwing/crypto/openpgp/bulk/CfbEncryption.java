package org.waxwing.crypto.openpgp.bulk;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Cipher feedback written with AES. The keystream of a block is the encryption of the plaintext before it
/// xor its keystream: that is cipher block chaining shifted by one block, which the processor does.
final class CfbEncryption {
    private static final int BLOCK = 16;

    private final Cipher chaining;
    private final byte[] next;
    private final byte[] keystream;

    /// @param longest how many octets come at once at most, whole blocks
    CfbEncryption(byte[] key, int longest) {
        this.keystream = new byte[longest + BLOCK];
        this.next = first(key);
        try {
            chaining = Cipher.getInstance("AES/CBC/NoPadding");
            chaining.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(next));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("the platform has no AES", missing);
        }
    }

    /// Encrypts in place. The length is a multiple of the block size except in the last call.
    void process(byte[] data, int at, int length) {
        int whole = length / BLOCK * BLOCK;
        System.arraycopy(next, 0, keystream, 0, BLOCK);
        if (whole > 0) {
            try {
                chaining.update(data, at, whole, keystream, BLOCK);
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException("whole blocks into enough room failed", impossible);
            }
            System.arraycopy(keystream, whole, next, 0, BLOCK);
        }
        Xor.into(data, at, keystream, 0, length);
    }

    /// The keystream of the first block: the zero vector encrypted (RFC 9580 §5.13.1).
    private static byte[] first(byte[] key) {
        byte[] out = new byte[BLOCK];
        BlockEncryption.aes(key).encrypt(new byte[BLOCK], 0, BLOCK, out, 0);
        return out;
    }
}
