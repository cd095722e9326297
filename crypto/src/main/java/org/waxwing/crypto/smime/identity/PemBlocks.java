package org.waxwing.crypto.smime.identity;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The armoured blocks of a text (RFC 7468), with the header fields that older programs wrote into them
/// (RFC 1421 §4.6). What stands between blocks is let pass, as the standard says.
record PemBlocks(List<PemBlock> blocks) {
    /// @param label such as "CERTIFICATE"
    /// @param fields those of RFC 1421, by name
    /// @param content nothing where it isn't base64 or has no end
    record PemBlock(String label, Map<String, String> fields, Optional<org.waxwing.crypto.mime.Octets> content) {
        @Override
        public String toString() {
            return "PemBlock[" + label + "]";
        }
    }

    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String DASHES = "-----";
    private static final Pattern LINES = Pattern.compile("\r\n|\n|\r");

    PemBlocks {
        blocks = List.copyOf(blocks);
    }

    static boolean looksLikeOne(String text) {
        return text.contains(BEGIN);
    }

    /// @param text the file, one character a byte
    static PemBlocks in(String text) {
        List<PemBlock> blocks = new ArrayList<>();
        Optional<String> label = Optional.empty();
        Map<String, String> fields = new HashMap<>();
        StringBuilder base64 = new StringBuilder();
        for (String line : LINES.split(text, -1)) {
            String stripped = line.strip();
            if (stripped.startsWith(BEGIN) && stripped.endsWith(DASHES) && stripped.length() > BEGIN.length() + 5) {
                label.ifPresent(open -> blocks.add(new PemBlock(open, Map.of(), Optional.empty())));
                label = Optional.of(stripped.substring(BEGIN.length(), stripped.length() - DASHES.length()));
                fields.clear();
                base64.setLength(0);
            } else if (stripped.startsWith(END) && label.isPresent()) {
                blocks.add(new PemBlock(label.get(), Map.copyOf(fields), decoded(base64.toString())));
                label = Optional.empty();
            } else if (label.isPresent() && stripped.indexOf(':') > 0) {
                fields.put(
                        stripped.substring(0, stripped.indexOf(':')).strip(),
                        stripped.substring(stripped.indexOf(':') + 1).strip());
            } else if (label.isPresent()) {
                base64.append(stripped);
            }
        }
        label.ifPresent(open -> blocks.add(new PemBlock(open, Map.of(), Optional.empty())));
        return new PemBlocks(blocks);
    }

    private static Optional<org.waxwing.crypto.mime.Octets> decoded(String base64) {
        try {
            return Optional.of(
                    org.waxwing.crypto.mime.Octets.of(Base64.getDecoder().decode(base64)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
