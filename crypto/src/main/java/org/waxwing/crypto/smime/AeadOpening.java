package org.waxwing.crypto.smime;

import java.io.IOException;
import java.io.OutputStream;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.modes.AEADCipher;

/// The authenticated ciphers that Bouncy Castle computes: CCM (RFC 5084 §3.1), which keeps everything until
/// its tag is checked, and ChaCha20 with Poly1305 (RFC 8103).
final class AeadOpening implements ContentOpening {
    private final AEADCipher cipher;
    private final int tagLength;
    private final long limit;
    private long seen;

    /// @param cipher ready to decrypt
    /// @param limit more octets than this are refused
    AeadOpening(AEADCipher cipher, int tagLength, long limit) {
        this.cipher = cipher;
        this.tagLength = tagLength;
        this.limit = limit;
    }

    @Override
    public void update(byte[] ciphertext, int length, OutputStream sink) throws IOException {
        seen += length;
        if (seen > limit) {
            throw BrokenCmsException.tooLarge();
        }
        process(ciphertext, length, sink);
    }

    private void process(byte[] ciphertext, int length, OutputStream sink) throws IOException {
        byte[] plain = new byte[cipher.getUpdateOutputSize(length)];
        int made = cipher.processBytes(ciphertext, 0, length, plain, 0);
        sink.write(plain, 0, made);
    }

    @Override
    public boolean finish(byte[] mac, OutputStream sink) throws IOException {
        if (mac.length != tagLength) {
            return false;
        }
        try {
            process(mac, mac.length, sink);
            byte[] plain = new byte[cipher.getOutputSize(0)];
            int made = cipher.doFinal(plain, 0);
            sink.write(plain, 0, made);
            return true;
        } catch (InvalidCipherTextException changed) {
            return false;
        }
    }
}
