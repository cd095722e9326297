package org.waxwing.crypto.mime;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;

/// The octets of one array.
final class OctetsInput extends ByteArrayInputStream implements Lending {
    OctetsInput(byte[] bytes, int from, int length) {
        super(bytes, from, length);
    }

    @Override
    public int lend(OutputStream to, int most) throws IOException {
        int some = Math.min(most, count - pos);
        if (some <= 0) {
            return -1;
        }
        to.write(buf, pos, some);
        pos += some;
        return some;
    }
}
