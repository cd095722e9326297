package org.waxwing.crypto.openpgp;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.waxwing.crypto.mime.Octets;

/// A text that stays readable, with its signatures behind it (RFC 9580 §7). Read strictly: anything that
/// the signatures don't cover makes the whole no message, so that nothing passes for signed that isn't.
///
/// @param text what the signatures cover, without the escape of dashes; its line ends are as they came
/// @param signatures in their order
record CleartextMessage(Octets text, List<RawPacket> signatures) {
    private static final String BEGIN = "-----BEGIN PGP SIGNED MESSAGE-----";
    private static final String SIGNATURE = "-----BEGIN PGP SIGNATURE-----";
    private static final String END = "-----END PGP SIGNATURE-----";

    /// The only header there may be, with names as IANA writes them (RFC 9580 §7.1).
    private static final Pattern HASH = Pattern.compile("Hash:[ A-Za-z0-9/,-]+");

    private static final int MAX_HEADERS = 16;
    private static final int LOOK_AHEAD = 4096;

    CleartextMessage {
        signatures = List.copyOf(signatures);
    }

    /// Whether the bytes claim to be one.
    static boolean isClaimedBy(Octets message) {
        return message.slice(0, Math.min(message.length(), LOOK_AHEAD))
                .latin1()
                .stripLeading()
                .startsWith(BEGIN);
    }

    /// Nothing where the bytes hold anything that is not signed, or don't follow the format.
    static Optional<CleartextMessage> read(Octets message) {
        CleartextLines lines = new CleartextLines(message);
        if (!hasOnlyHashHeaders(lines)) {
            return Optional.empty();
        }
        ByteArrayOutputStream text = new ByteArrayOutputStream(message.length());
        byte[] lineEnd = {};
        while (true) {
            Optional<CleartextLines.Line> line = lines.next();
            if (line.isEmpty()) {
                return Optional.empty();
            }
            if (line.get().is(SIGNATURE)) {
                Octets signatures = message.slice(line.get().start(), message.length());
                return signatures(signatures).map(found -> new CleartextMessage(Octets.of(text.toByteArray()), found));
            }
            Optional<Octets> plain = unescaped(line.get());
            if (plain.isEmpty()) {
                return Optional.empty();
            }
            // The line end before the signatures belongs to neither.
            text.writeBytes(lineEnd);
            text.writeBytes(plain.get().toByteArray());
            lineEnd = line.get().lineEnd();
        }
    }

    private static boolean hasOnlyHashHeaders(CleartextLines lines) {
        Optional<CleartextLines.Line> line = lines.next();
        while (line.isPresent() && line.get().isBlank()) {
            line = lines.next();
        }
        if (line.isEmpty() || !line.get().is(BEGIN)) {
            return false;
        }
        line = lines.next();
        for (int headers = 0; headers < MAX_HEADERS && line.isPresent(); headers++) {
            if (line.get().isBlank()) {
                return true;
            }
            if (!HASH.matcher(line.get().content().latin1()).matches()) {
                return false;
            }
            line = lines.next();
        }
        return false;
    }

    /// The line without its escape; nothing where it begins with a dash that is not escaped.
    private static Optional<Octets> unescaped(CleartextLines.Line line) {
        Octets content = line.content();
        if (content.isEmpty() || content.at(0) != '-') {
            return Optional.of(content);
        }
        if (line.whole().length() < 2 || line.whole().at(1) != ' ') {
            return Optional.empty();
        }
        return Optional.of(content.length() < 2 ? Octets.empty() : content.slice(2, content.length()));
    }

    /// Signatures in one armour, and nothing behind it.
    private static Optional<List<RawPacket>> signatures(Octets rest) {
        CleartextLines lines = new CleartextLines(rest);
        boolean ended = false;
        for (Optional<CleartextLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            if (ended && !line.get().isBlank()) {
                return Optional.empty();
            }
            ended |= line.get().is(END);
        }
        List<RawPacket> found = DetachedSignatures.packets(rest);
        return found.isEmpty() ? Optional.empty() : Optional.of(found);
    }

    /// The message as it is sent: dashes escaped, the line ends of the text throughout.
    ///
    /// @param text without white space at line ends
    /// @param hash the header for signatures of version 4, such as "SHA512"
    static Octets write(Octets text, Octets signatures, Optional<String> hash) {
        String lineEnd = text.indexOf('\r', 0) < 0 ? "\n" : "\r\n";
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length() + signatures.length() + 256);
        out.writeBytes(ascii(BEGIN + lineEnd));
        hash.ifPresent(name -> out.writeBytes(ascii("Hash: " + name + lineEnd)));
        out.writeBytes(ascii(lineEnd));
        CleartextLines lines = new CleartextLines(text);
        for (Optional<CleartextLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            Octets content = line.get().content();
            if (mustBeEscaped(content)) {
                out.writeBytes(ascii("- "));
            }
            out.writeBytes(content.toByteArray());
            if (line.get().ended()) {
                out.writeBytes(line.get().lineEnd());
            }
        }
        out.writeBytes(ascii(lineEnd));
        out.writeBytes(ascii(signatures.latin1().replace("\r\n", lineEnd)));
        return Octets.of(out.toByteArray());
    }

    /// A dash must be; “From ” may be, so that no mailbox file takes it for the start of a letter.
    private static boolean mustBeEscaped(Octets line) {
        return line.latin1().startsWith("-") || line.latin1().startsWith("From ");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
