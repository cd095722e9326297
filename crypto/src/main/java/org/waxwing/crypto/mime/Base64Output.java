package org.waxwing.crypto.mime;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Base64;

/// Encodes in base64 with lines of 76 characters that end in CRLF (RFC 2045 §6.8). The stream below stays
/// open when this one is closed.
public final class Base64Output extends OutputStream {
    private static final int LINE = 76;
    private static final int OCTETS_A_LINE = 57;
    private static final int LINES = 1024;

    private final OutputStream out;
    private final byte[] plain;
    private final byte[] code;
    private final byte[] ended;
    private int filled;

    public Base64Output(OutputStream out) {
        this(out, LINES * OCTETS_A_LINE);
    }

    /// @param expected about how many octets there are; fewer take less memory
    Base64Output(OutputStream out, int expected) {
        int lines = Math.clamp(expected / OCTETS_A_LINE + 1L, 1, LINES);
        this.out = out;
        this.plain = new byte[lines * OCTETS_A_LINE];
        this.code = new byte[lines * LINE];
        this.ended = new byte[lines * (LINE + 2)];
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] octets, int from, int count) throws IOException {
        for (int done = 0; done < count; ) {
            int some = Math.min(count - done, plain.length - filled);
            System.arraycopy(octets, from + done, plain, filled, some);
            filled += some;
            done += some;
            if (filled == plain.length) {
                writeLines();
            }
        }
    }

    private void writeLines() throws IOException {
        byte[] exact = filled == plain.length ? plain : Arrays.copyOf(plain, filled);
        int length = Base64.getEncoder().encode(exact, code);
        int made = 0;
        for (int line = 0; line < length; line += LINE) {
            int characters = Math.min(LINE, length - line);
            System.arraycopy(code, line, ended, made, characters);
            made += characters;
            ended[made++] = '\r';
            ended[made++] = '\n';
        }
        out.write(ended, 0, made);
        filled = 0;
    }

    @Override
    public void close() throws IOException {
        writeLines();
    }
}
