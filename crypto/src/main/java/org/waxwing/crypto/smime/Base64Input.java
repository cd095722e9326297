package org.waxwing.crypto.smime;

import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;

/// Decodes base64 in lines (RFC 2045 §6.8) at the speed of the platform's decoder, which is slow with line
/// ends: they are taken out of a whole buffer first. Octets that are no code are passed over.
public final class Base64Input extends InputStream {
    private static final int READ_SIZE = 1 << 16;
    private static final int QUANTUM = 4;

    private final InputStream in;
    private final byte[] raw = new byte[READ_SIZE];
    private final byte[] code = new byte[READ_SIZE + QUANTUM];
    private byte[] plain = new byte[0];
    private int next;
    private int held;
    private boolean ended;

    public Base64Input(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int count) throws IOException {
        while (next == plain.length && !ended) {
            fill();
        }
        if (next == plain.length) {
            return count == 0 ? 0 : -1;
        }
        int some = Math.min(count, plain.length - next);
        System.arraycopy(plain, next, into, from, some);
        next += some;
        return some;
    }

    private void fill() throws IOException {
        int n = in.read(raw, 0, READ_SIZE);
        ended = n < 0;
        boolean padded = false;
        int begin = 0;
        for (int i = 0; i < n && !padded; i++) {
            byte octet = raw[i];
            padded = octet == '=';
            if (octet <= ' ' || padded || !isCode(octet)) {
                System.arraycopy(raw, begin, code, held, i - begin);
                held += i - begin;
                begin = i + 1;
            }
        }
        if (!padded && n > begin) {
            System.arraycopy(raw, begin, code, held, n - begin);
            held += n - begin;
        }
        // What stands behind the padding is no more of this code.
        ended |= padded;
        int whole = ended ? (held % QUANTUM == 1 ? held - 1 : held) : held - held % QUANTUM;
        plain = decoded(whole);
        next = 0;
        System.arraycopy(code, whole, code, 0, held - whole);
        held -= whole;
    }

    private byte[] decoded(int length) {
        byte[] exact = length == code.length ? code : java.util.Arrays.copyOf(code, length);
        return Base64.getDecoder().decode(exact);
    }

    private static boolean isCode(byte octet) {
        return (octet >= 'a' && octet <= 'z')
                || (octet >= 'A' && octet <= 'Z')
                || (octet >= '0' && octet <= '9')
                || octet == '+'
                || octet == '/';
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
