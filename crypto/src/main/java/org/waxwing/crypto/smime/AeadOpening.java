package org.waxwing.crypto.smime;

import java.io.IOException;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.modes.AEADCipher;
import org.waxwing.crypto.mime.Pieces;

/// The authenticated ciphers that Bouncy Castle computes: CCM (RFC 5084 §3.1), which keeps everything until
/// its tag is checked, and ChaCha20 with Poly1305 (RFC 8103).
final class AeadOpening implements ContentOpening {
    private final AEADCipher cipher;
    private final int tagLength;
    private final long limit;
    private final Pieces keeper;
    private long seen;

    /// @param cipher ready to decrypt
    /// @param limit more octets than this are refused
    AeadOpening(AEADCipher cipher, int tagLength, long limit, Pieces keeper) {
        this.cipher = cipher;
        this.tagLength = tagLength;
        this.limit = limit;
        this.keeper = keeper;
    }

    @Override
    public void update(byte[] ciphertext, int from, int length) throws IOException {
        seen += length;
        if (seen > limit) {
            throw BrokenCmsException.tooLarge();
        }
        process(ciphertext, from, length);
    }

    private void process(byte[] ciphertext, int from, int length) throws IOException {
        byte[] plain = new byte[cipher.getUpdateOutputSize(length)];
        int made = cipher.processBytes(ciphertext, from, length, plain, 0);
        keeper.take(plain, made);
    }

    @Override
    public boolean finish(byte[] mac) throws IOException {
        if (mac.length != tagLength) {
            return false;
        }
        try {
            process(mac, 0, mac.length);
            byte[] plain = new byte[cipher.getOutputSize(0)];
            int made = cipher.doFinal(plain, 0);
            keeper.take(plain, made);
            return true;
        } catch (InvalidCipherTextException changed) {
            return false;
        }
    }
}
