package org.waxwing.crypto.smime;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Galois/counter mode (RFC 5084 §3.2) in constant memory. The platform's own decryption keeps the whole
/// text until the tag is checked; here the keystream decrypts, and encrypting what came out again gives
/// the tag that there must be.
final class GcmOpening implements ContentOpening {
    private static final int NONCE = 12;
    private static final int TAG = 16;

    private final Cipher keystream;
    private final Cipher again;
    private final int tagLength;
    private byte[] plain = new byte[0];
    private byte[] sealed = new byte[0];

    /// @param nonce of 12 octets
    /// @param tagLength in octets, 12 to 16
    /// @param associated the authenticated attributes, or nothing
    GcmOpening(byte[] key, byte[] nonce, int tagLength, byte[] associated) throws GeneralSecurityException {
        SecretKeySpec secret = new SecretKeySpec(key, "AES");
        // NIST SP 800-38D §7.1: the first counter block is the nonce and 1, the text begins with 2.
        byte[] counter = Arrays.copyOf(nonce, TAG);
        counter[TAG - 1] = 2;
        this.tagLength = tagLength;
        this.keystream = Cipher.getInstance("AES/CTR/NoPadding");
        this.again = Cipher.getInstance("AES/GCM/NoPadding");
        keystream.init(Cipher.DECRYPT_MODE, secret, new IvParameterSpec(counter));
        again.init(Cipher.ENCRYPT_MODE, secret, new GCMParameterSpec(8 * TAG, nonce, 0, NONCE));
        again.updateAAD(associated);
    }

    @Override
    public void update(byte[] ciphertext, int length, OutputStream sink) throws IOException {
        if (plain.length < length) {
            plain = new byte[length];
            sealed = new byte[CbcOpening.STEP + 2 * TAG];
        }
        try {
            for (int from = 0; from < length; from += CbcOpening.STEP) {
                int some = Math.min(CbcOpening.STEP, length - from);
                int made = keystream.update(ciphertext, from, some, plain, from);
                int _ = again.update(plain, from, made, sealed, 0);
            }
            sink.write(plain, 0, length);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("there is room for a block more", impossible);
        }
    }

    @Override
    public boolean finish(byte[] mac, OutputStream sink) {
        try {
            byte[] end = again.doFinal();
            byte[] tag = Arrays.copyOfRange(end, end.length - TAG, end.length - TAG + tagLength);
            return MessageDigest.isEqual(tag, mac);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("encryption can't fail here", impossible);
        }
    }
}
