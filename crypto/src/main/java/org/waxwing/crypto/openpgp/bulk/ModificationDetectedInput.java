package org.waxwing.crypto.openpgp.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/// The plaintext of a packet with a modification detection code (RFC 9580 §5.13.1). Nothing of it is proven
/// before the end was read without a [NotIntactException].
final class ModificationDetectedInput extends BlockwiseInput {
    private static final int UNIT = 1 << 16;
    /// 0xD3 0x14 and the hash.
    private static final int CODE = 22;

    private final InputStream in;
    private final CfbDecryption cipher;
    private final MessageDigest hash = Hashes.sha1();
    private final byte[] held = new byte[CODE];
    private final byte[] data = new byte[CODE + UNIT];
    private int prefix;
    private boolean begun;
    private boolean ended;

    ModificationDetectedInput(InputStream in, BlockEncryption cipher) {
        super(CODE + UNIT);
        this.in = in;
        this.cipher = new CfbDecryption(cipher, UNIT);
        this.prefix = cipher.blockSize() + 2;
    }

    @Override
    protected int fill(byte[] text) throws IOException {
        if (ended) {
            return -1;
        }
        int kept = begun ? CODE : 0;
        System.arraycopy(held, 0, data, 0, kept);
        int read = in.readNBytes(data, kept, UNIT);
        cipher.process(data, kept, read);
        ended = read < UNIT;
        int proven = kept + read - CODE;
        if (proven < prefix) {
            // The text before the code is shorter than what stands before every text.
            throw new NotIntactException();
        }
        hash.update(data, 0, proven);
        System.arraycopy(data, proven, held, 0, CODE);
        int length = proven - prefix;
        System.arraycopy(data, prefix, text, 0, length);
        prefix = 0;
        begun = true;
        if (ended) {
            check();
        }
        return length;
    }

    private void check() throws NotIntactException {
        hash.update(held, 0, 2);
        byte[] expected = new byte[CODE];
        expected[0] = (byte) 0xD3;
        expected[1] = 0x14;
        System.arraycopy(hash.digest(), 0, expected, 2, CODE - 2);
        if (!MessageDigest.isEqual(expected, held)) {
            throw new NotIntactException();
        }
    }
}
