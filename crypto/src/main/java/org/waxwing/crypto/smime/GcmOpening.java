package org.waxwing.crypto.smime;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.waxwing.crypto.mime.Pieces;

/// Galois/counter mode (RFC 5084 §3.2) in constant memory. The platform's own decryption keeps the whole
/// text until the tag is checked; here the keystream decrypts, and encrypting what came out again gives
/// the tag that there must be.
final class GcmOpening implements ContentOpening {
    private static final int NONCE = 12;
    private static final int TAG = 16;

    private final Cipher keystream;
    private final Cipher again;
    private final int tagLength;
    private final byte[] sealed = new byte[CbcOpening.STEP + 2 * TAG];
    private final PlainPieces plain;

    /// @param nonce of 12 octets
    /// @param tagLength in octets, 12 to 16
    /// @param associated the authenticated attributes, or nothing
    GcmOpening(byte[] key, byte[] nonce, int tagLength, byte[] associated, Pieces keeper)
            throws GeneralSecurityException {
        SecretKeySpec secret = new SecretKeySpec(key, "AES");
        // NIST SP 800-38D §7.1: the first counter block is the nonce and 1, the text begins with 2.
        byte[] counter = Arrays.copyOf(nonce, TAG);
        counter[TAG - 1] = 2;
        this.tagLength = tagLength;
        this.plain = new PlainPieces(keeper);
        this.keystream = Cipher.getInstance("AES/CTR/NoPadding");
        this.again = Cipher.getInstance("AES/GCM/NoPadding");
        keystream.init(Cipher.DECRYPT_MODE, secret, new IvParameterSpec(counter));
        again.init(Cipher.ENCRYPT_MODE, secret, new GCMParameterSpec(8 * TAG, nonce, 0, NONCE));
        again.updateAAD(associated);
    }

    @Override
    public void update(byte[] ciphertext, int from, int length) throws IOException {
        try {
            for (int at = 0; at < length; at += CbcOpening.STEP) {
                int some = Math.min(CbcOpening.STEP, length - at);
                byte[] piece = plain.room(some);
                int made = keystream.update(ciphertext, from + at, some, piece, plain.at());
                int _ = again.update(piece, plain.at(), made, sealed, 0);
                plain.made(made);
            }
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("there is room for a block more", impossible);
        }
    }

    @Override
    public boolean finish(byte[] mac) throws IOException {
        try {
            plain.flush();
            byte[] end = again.doFinal();
            byte[] tag = Arrays.copyOfRange(end, end.length - TAG, end.length - TAG + tagLength);
            return MessageDigest.isEqual(tag, mac);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("encryption can't fail here", impossible);
        }
    }
}
