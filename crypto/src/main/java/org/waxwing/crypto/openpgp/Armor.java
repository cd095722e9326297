package org.waxwing.crypto.openpgp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.openpgp.stream.ArmorOutput;

/// ASCII armour (RFC 9580 §6): read leniently, as GnuPG does, and written with CRLF.
final class Armor {
    private static final String BEGIN = "-----BEGIN PGP ";
    private static final String END = "-----END PGP ";
    private static final String DASHES = "-----";
    private static final int MAX_BLOCKS = 200_000;

    private Armor() {}

    /// One armoured block.
    ///
    /// @param kind such as "PUBLIC KEY BLOCK"
    /// @param data decoded; empty and not intact where the radix-64 is broken
    record Block(String kind, Octets data, boolean intact) {}

    /// Whether the bytes look like armour rather than packets: a packet starts with the high bit set.
    static boolean isArmored(Octets bytes) {
        return !bytes.isEmpty() && ((bytes.at(0) & 0x80) == 0 || (bytes.length() > 2 && bytes.at(0) == 0xEF));
    }

    /// Every armoured block, text around them passed over. A checksum that is missing or wrong is no
    /// objection (RFC 9580 §6.1): integrity is the business of what lies inside.
    static List<Block> blocks(Octets text) {
        List<Block> blocks = new ArrayList<>();
        String kind = "";
        boolean inHeaders = false;
        StringBuilder body = new StringBuilder();
        int at = 0;
        while (at < text.length() && blocks.size() < MAX_BLOCKS) {
            int newline = text.indexOf('\n', at);
            int end = newline < 0 ? text.length() : newline;
            String line = text.slice(at, end).latin1().strip();
            at = end + 1;
            int begin = line.indexOf(BEGIN);
            if (begin >= 0 && line.endsWith(DASHES) && line.length() > begin + BEGIN.length() + 5) {
                if (!kind.isEmpty()) {
                    blocks.add(new Block(kind, Octets.empty(), false));
                }
                kind = line.substring(begin + BEGIN.length(), line.length() - DASHES.length());
                inHeaders = true;
                body.setLength(0);
            } else if (line.startsWith(END) && !kind.isEmpty()) {
                blocks.add(decode(kind, body));
                kind = "";
            } else if (!kind.isEmpty() && inHeaders) {
                if (line.isEmpty()) {
                    inHeaders = false;
                } else if (!line.contains(":")) {
                    inHeaders = false;
                    body.append(line);
                }
            } else if (!kind.isEmpty() && !(line.startsWith("=") && line.length() == 5)) {
                body.append(line);
            }
        }
        if (!kind.isEmpty()) {
            blocks.add(new Block(kind, Octets.empty(), false));
        }
        return blocks;
    }

    private static Block decode(String kind, StringBuilder body) {
        StringBuilder clean = new StringBuilder(body.length());
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            if (c > ' ') {
                clean.append(c);
            }
        }
        int pad = clean.indexOf("=");
        if (pad >= 0) {
            int after = pad;
            while (after < clean.length() && clean.charAt(after) == '=') {
                after++;
            }
            if (after - pad > 2) {
                after = pad + (4 - pad % 4) % 4;
            }
            clean.setLength(after);
        }
        try {
            return new Block(
                    kind,
                    Octets.of(Base64.getDecoder().decode(clean.toString().getBytes(StandardCharsets.ISO_8859_1))),
                    true);
        } catch (IllegalArgumentException _) {
            return new Block(kind, Octets.empty(), false);
        }
    }

    /// The data as one block with CRLF line ends, as mail wants them.
    ///
    /// @param checksum the CRC-24 that GnuPG 2.2 wants; forbidden for version 6 (RFC 9580 §6.1)
    static Octets write(String kind, Octets data, boolean checksum) {
        return write(kind, data, checksum, "\r\n");
    }

    /// The same with other line ends: files have a bare line feed.
    static Octets write(String kind, Octets data, boolean checksum, String newline) {
        int length = data.length();
        Octets.Collector out = new Octets.Collector(length / 3 * 4 + length / 20 + 300);
        return Bcpg.require(() -> {
            try (ArmorOutput armored = new ArmorOutput(out, kind, checksum, newline)) {
                data.writeTo(armored);
            }
            return out.take();
        });
    }
}
