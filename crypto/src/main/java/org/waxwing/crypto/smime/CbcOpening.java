package org.waxwing.crypto.smime;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.ShortBufferException;

/// Block chaining (RFC 5652 §6.3): hides the content and proves nothing of it.
final class CbcOpening implements ContentOpening {
    /// The platform's fast code for a mode begins after some thousand calls, however long each one is.
    static final int STEP = 1 << 12;

    private final Cipher cipher;
    private byte[] plain = new byte[0];

    /// @param cipher ready to decrypt, padding included
    CbcOpening(Cipher cipher) {
        this.cipher = cipher;
    }

    @Override
    public void update(byte[] ciphertext, int length, OutputStream sink) throws IOException {
        if (plain.length < length + 32) {
            plain = new byte[length + 32];
        }
        try {
            int made = 0;
            for (int from = 0; from < length; from += STEP) {
                made += cipher.update(ciphertext, from, Math.min(STEP, length - from), plain, made);
            }
            sink.write(plain, 0, made);
        } catch (ShortBufferException impossible) {
            throw new IllegalStateException("there is room for a block more", impossible);
        }
    }

    @Override
    public boolean finish(byte[] mac, OutputStream sink) throws IOException {
        try {
            sink.write(cipher.doFinal());
            return mac.length == 0;
        } catch (GeneralSecurityException padding) {
            return false;
        }
    }
}
