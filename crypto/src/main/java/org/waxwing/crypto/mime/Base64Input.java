package org.waxwing.crypto.mime;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Base64;

/// Decodes base64 in lines (RFC 2045 §6.8) at the speed of the platform's decoder, which is slow with
/// line ends: lines as long as the one before are taken out of a whole buffer first. Decoding never
/// fails: what is no code is passed over, and several codes that were glued together come out one after
/// the other.
public final class Base64Input extends InputStream implements Lending {
    private static final int BLOCK = 1 << 16;
    private static final int QUANTUM = 4;

    private final InputStream in;
    private final byte[] raw;
    private final byte[] code;
    private final byte[] plain;
    private int rawNext;
    private int rawEnd;
    private int lineLength;
    private int lineText;
    private int filled;
    private int next;
    private int end;
    private boolean ended;

    public Base64Input(InputStream in) {
        this(in, BLOCK);
    }

    /// @param expected about how many octets there are; fewer take less memory
    Base64Input(InputStream in, int expected) {
        int block = Math.clamp((expected + 4L) / QUANTUM * QUANTUM, QUANTUM, BLOCK);
        this.in = in;
        this.raw = new byte[block];
        this.code = new byte[block];
        this.plain = new byte[block / QUANTUM * 3];
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int count) throws IOException {
        if (count == 0) {
            return 0;
        }
        if (!decodeMore()) {
            return -1;
        }
        int some = Math.min(count, end - next);
        System.arraycopy(plain, next, into, from, some);
        next += some;
        return some;
    }

    @Override
    public int lend(OutputStream to, int most) throws IOException {
        if (!decodeMore()) {
            return -1;
        }
        int some = Math.min(most, end - next);
        to.write(plain, next, some);
        next += some;
        return some;
    }

    /// Decodes where nothing decoded is left; false at the end of all.
    private boolean decodeMore() throws IOException {
        while (next == end) {
            if (ended) {
                return false;
            }
            fillBlock();
            decodeBlock();
        }
        return true;
    }

    /// Fills the block of code with lines without their ends, as far as there are any.
    private void fillBlock() throws IOException {
        while (filled < code.length && !ended) {
            if (rawNext == rawEnd) {
                rawNext = 0;
                rawEnd = Math.max(0, in.read(raw, 0, raw.length));
                ended = rawEnd == 0;
            } else {
                takeLines();
                if (rawNext < rawEnd) {
                    takeLine();
                }
            }
        }
    }

    /// Takes lines that are whole and as long as the one before.
    private void takeLines() {
        int text = lineText;
        int whole = lineLength + 1;
        if (text == 0) {
            return;
        }
        while (rawEnd - rawNext >= whole
                && code.length - filled >= text
                && raw[rawNext + lineLength] == '\n'
                && raw[rawNext + text - 1] > ' '
                && (text == lineLength || raw[rawNext + text] == '\r')) {
            System.arraycopy(raw, rawNext, code, filled, text);
            filled += text;
            rawNext += whole;
        }
    }

    private void takeLine() {
        int lineEnd = rawNext + lineLength;
        boolean asBefore = lineLength > 0 && lineEnd < rawEnd && raw[lineEnd] == '\n';
        if (!asBefore) {
            lineEnd = rawNext;
            while (lineEnd < rawEnd && raw[lineEnd] != '\n') {
                lineEnd++;
            }
            lineLength = lineEnd - rawNext;
            boolean carriage = lineLength > 0 && raw[lineEnd - 1] == '\r';
            lineText = carriage ? lineLength - 1 : lineLength;
        }
        int some = Math.min(lineEnd - rawNext, code.length - filled);
        System.arraycopy(raw, rawNext, code, filled, some);
        filled += some;
        rawNext += some;
        while (filled > 0 && code[filled - 1] <= ' ' && code[filled - 1] >= 0) {
            filled--;
        }
        if (rawNext == lineEnd && rawNext < rawEnd) {
            rawNext++;
        }
    }

    private void decodeBlock() {
        next = 0;
        byte[] exact = filled == code.length ? code : Arrays.copyOf(code, filled);
        try {
            end = Base64.getDecoder().decode(exact, plain);
            filled = 0;
        } catch (IllegalArgumentException odd) {
            decodeOdd();
        }
    }

    /// Octet by octet; what a later block must complete stays in this one.
    private void decodeOdd() {
        end = 0;
        int count = 0;
        int bits = 0;
        byte[] begun = new byte[QUANTUM];
        for (int i = 0; i < filled; i++) {
            int value = value(code[i]);
            if (code[i] == '=') {
                flush(bits, count);
                count = 0;
            } else if (value >= 0) {
                begun[count++] = code[i];
                bits = bits << 6 | value;
                if (count == QUANTUM) {
                    flush(bits, count);
                    count = 0;
                }
            }
        }
        if (ended) {
            flush(bits, count);
            count = 0;
        }
        System.arraycopy(begun, 0, code, 0, count);
        filled = count;
    }

    /// Writes the whole octets among the last `6 * count` bits.
    private void flush(int bits, int count) {
        for (int over = 6 * count - 8; over >= 0; over -= 8) {
            plain[end++] = (byte) (bits >> over);
        }
    }

    private static int value(byte octet) {
        if (octet >= 'A' && octet <= 'Z') {
            return octet - 'A';
        }
        if (octet >= 'a' && octet <= 'z') {
            return octet - 'a' + 26;
        }
        if (octet >= '0' && octet <= '9') {
            return octet - '0' + 52;
        }
        return octet == '+' ? 62 : octet == '/' ? 63 : -1;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
