package org.waxwing.crypto.openpgp.stream;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.waxwing.crypto.openpgp.bulk.BlockwiseInput;

/// What the first armoured block in a stream holds (RFC 9580 §6), read leniently: text before it and its
/// headers are passed over, so is its checksum. Fails with a [BrokenStreamException] where there is no
/// block, at what is no radix-64 and where the end line is missing.
public final class ArmorInput extends BlockwiseInput {
    private static final String BEGIN = "-----BEGIN PGP ";
    private static final String END = "-----END PGP ";
    private static final String DASHES = "-----";
    private static final int BLOCK = 3 << 14;
    private static final int LONGEST_LINE = 1 << 14;

    private final BufferedInputStream in;
    private final byte[] raw = new byte[1 << 14];
    private final byte[] radix = new byte[BLOCK / 3 * 4];
    private int rawAt;
    private int rawEnd;
    private int gathered;
    private boolean lineStart = true;
    private boolean ended;

    private ArmorInput(BufferedInputStream in) {
        super(BLOCK);
        this.in = in;
    }

    /// The packets of a message that may be armoured or not: a packet starts with the high bit set.
    public static InputStream packets(InputStream message) throws IOException {
        BufferedInputStream in = new BufferedInputStream(new SourceInput(message), 1 << 16);
        in.mark(4);
        byte[] head = in.readNBytes(3);
        in.reset();
        boolean armored = head.length > 0 && (head[0] >= 0 || (head.length == 3 && head[0] == (byte) 0xEF));
        return armored ? open(in) : in;
    }

    private static ArmorInput open(BufferedInputStream in) throws IOException {
        boolean found = false;
        while (!found) {
            String line = line(in);
            int begin = line.indexOf(BEGIN);
            found = begin >= 0 && line.endsWith(DASHES) && line.length() > begin + BEGIN.length() + 5;
        }
        boolean headers = true;
        while (headers) {
            in.mark(LONGEST_LINE + 2);
            String line = line(in);
            headers = line.contains(":");
            if (!headers && !line.isEmpty()) {
                in.reset();
            }
        }
        return new ArmorInput(in);
    }

    /// The next line without white space around it, or so much of it as is ever looked at.
    private static String line(BufferedInputStream in) throws IOException {
        byte[] line = new byte[LONGEST_LINE];
        int length = 0;
        int octet = in.read();
        if (octet < 0) {
            throw BrokenStreamException.malformed();
        }
        while (octet >= 0 && octet != '\n') {
            line[length++] = (byte) octet;
            octet = length < line.length ? in.read() : '\n';
        }
        return new String(line, 0, length, StandardCharsets.ISO_8859_1).strip();
    }

    @Override
    protected int fill(byte[] into) throws IOException {
        while (!ended && gathered < radix.length) {
            gather();
        }
        if (gathered == 0 && ended) {
            return -1;
        }
        try {
            byte[] text = gathered == radix.length ? radix : java.util.Arrays.copyOf(radix, gathered);
            int length = Base64.getDecoder().decode(text, into);
            gathered = 0;
            return length;
        } catch (IllegalArgumentException broken) {
            throw BrokenStreamException.malformed(broken);
        }
    }

    /// Takes radix-64 from what was read until the block is full or something else comes.
    private void gather() throws IOException {
        if (rawAt == rawEnd) {
            rawEnd = in.read(raw, 0, raw.length);
            rawAt = 0;
            if (rawEnd <= 0) {
                throw BrokenStreamException.malformed();
            }
        }
        while (rawAt < rawEnd && gathered < radix.length) {
            byte octet = raw[rawAt++];
            if ((octet & 0xFF) > ' ' && octet != '-' && octet != '=') {
                radix[gathered++] = octet;
                lineStart = false;
            } else if (octet == '\n') {
                lineStart = true;
            } else if (octet == '=') {
                // Padding or the checksum: either way the data is complete.
                passTail();
                return;
            } else if (octet == '-') {
                endLine(lineStart);
                return;
            }
        }
    }

    /// Everything up to the end line says nothing more.
    private void passTail() throws IOException {
        boolean start = false;
        int octet = rawOctet();
        while (!(start && octet == '-')) {
            start = octet == '\n' || (start && octet <= ' ');
            octet = rawOctet();
        }
        endLine(true);
    }

    private void endLine(boolean atStart) throws IOException {
        for (int i = 1; i < END.length(); i++) {
            if (!atStart || rawOctet() != END.charAt(i)) {
                throw BrokenStreamException.malformed();
            }
        }
        ended = true;
    }

    private int rawOctet() throws IOException {
        if (rawAt == rawEnd) {
            rawEnd = in.read(raw, 0, raw.length);
            rawAt = 0;
            if (rawEnd <= 0) {
                throw BrokenStreamException.malformed();
            }
        }
        return raw[rawAt++];
    }
}
