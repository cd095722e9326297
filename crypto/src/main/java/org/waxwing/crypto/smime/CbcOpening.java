package org.waxwing.crypto.smime;

import java.io.IOException;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.ShortBufferException;
import org.waxwing.crypto.mime.Pieces;

/// Block chaining (RFC 5652 §6.3): hides the content and proves nothing of it.
final class CbcOpening implements ContentOpening {
    /// The platform's fast code for a mode begins after some thousand calls, however long each one is.
    static final int STEP = 1 << 12;

    private static final int BLOCK = 16;

    private final Cipher cipher;
    private final PlainPieces plain;

    /// @param cipher ready to decrypt, padding included
    CbcOpening(Cipher cipher, Pieces keeper) {
        this.cipher = cipher;
        this.plain = new PlainPieces(keeper);
    }

    @Override
    public void update(byte[] ciphertext, int from, int length) throws IOException {
        try {
            for (int at = 0; at < length; at += STEP) {
                int some = Math.min(STEP, length - at);
                byte[] piece = plain.room(some + BLOCK);
                plain.made(cipher.update(ciphertext, from + at, some, piece, plain.at()));
            }
        } catch (ShortBufferException impossible) {
            throw new IllegalStateException("there is room for a block more", impossible);
        }
    }

    @Override
    public boolean finish(byte[] mac) throws IOException {
        try {
            byte[] piece = plain.room(BLOCK);
            plain.made(cipher.doFinal(piece, plain.at()));
            plain.flush();
            return mac.length == 0;
        } catch (GeneralSecurityException padding) {
            return false;
        }
    }
}
