package org.waxwing.crypto.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waxwing.crypto.work.Work;

/// Encoded words in header fields (RFC 2047, with the languages of RFC 2231 §5).
final class EncodedWords {
    private static final Pattern WORD =
            Pattern.compile("=\\?([^?\\s*]{1,60})(?:\\*[^?\\s]{0,30})?\\?([bBqQ])\\?([^?]*)\\?=");
    private static final int MAX_BYTES = 45;
    private static final int MAX_QUOTED = 60;

    private EncodedWords() {}

    /// The text with its encoded words decoded, blanks between neighbours left out. What can't be decoded
    /// stays as it is.
    static String decode(String text) {
        Matcher word = WORD.matcher(text);
        StringBuilder decoded = new StringBuilder();
        int end = 0;
        boolean afterWord = false;
        String pendingCharset = "";
        ByteArrayOutputStream pending = new ByteArrayOutputStream();
        while (word.find()) {
            Work.step();
            String between = text.substring(end, word.start());
            Optional<Octets> bytes = bytesOf(word.group(2), word.group(3));
            boolean neighbours = afterWord && between.isBlank();
            // A character may be cut between two words of one set: decode such neighbours together.
            if (!neighbours || bytes.isEmpty() || !pendingCharset.equalsIgnoreCase(word.group(1))) {
                decoded.append(flush(pending, pendingCharset));
            }
            if (!neighbours || bytes.isEmpty()) {
                decoded.append(between);
            }
            if (bytes.isPresent()) {
                pendingCharset = word.group(1);
                pending.writeBytes(bytes.get().toByteArray());
                afterWord = true;
            } else {
                decoded.append(word.group());
                afterWord = false;
            }
            end = word.end();
        }
        return decoded.append(flush(pending, pendingCharset))
                .append(text.substring(end))
                .toString();
    }

    private static String flush(ByteArrayOutputStream pending, String charset) {
        if (pending.size() == 0) {
            return "";
        }
        String text = CharacterSets.decode(Octets.of(pending.toByteArray()), Optional.of(charset));
        pending.reset();
        return text;
    }

    private static Optional<Octets> bytesOf(String encoding, String encoded) {
        Octets bytes = Octets.of(encoded.getBytes(StandardCharsets.UTF_8));
        if (encoding.equalsIgnoreCase("B")) {
            return Optional.of(TransferEncoding.BASE64.decode(bytes));
        }
        return Optional.of(TransferEncoding.QUOTED_PRINTABLE.decode(Octets.ofUtf8(encoded.replace('_', ' ') + "=")));
    }

    /// The text as the name before an address (RFC 5322 §3.2.5): quoted where it is short and harmless
    /// ASCII, else encoded words, so that no comma in a long name begins another address.
    static String phrase(String text) {
        String line = PlainText.oneLine(text);
        return isPlain(line) && line.length() <= MAX_QUOTED
                ? "\"" + line.replace("\\", "\\\\").replace("\"", "\\\"") + "\""
                : words(line);
    }

    private static boolean isPlain(String line) {
        return line.chars().allMatch(c -> c >= 0x20 && c < 0x7F) && !line.contains("=?");
    }

    /// The text as a field may hold it: unchanged when it is harmless ASCII, else encoded words separated
    /// by folds, so that no line is longer than 76 characters.
    static String encode(String text) {
        String line = PlainText.oneLine(text);
        return isPlain(line) ? folded(line).orElseGet(() -> words(line)) : words(line);
    }

    /// The line with folds at its blanks, or nothing where a piece without a blank is too long for a line.
    private static Optional<String> folded(String line) {
        StringBuilder folded = new StringBuilder();
        int column = 20;
        for (String piece : line.split(" ")) {
            if (piece.length() > 70) {
                return Optional.empty();
            }
            if (column + 1 + piece.length() > 76) {
                folded.append("\r\n ");
                column = 1;
            } else if (!folded.isEmpty()) {
                folded.append(' ');
                column++;
            }
            folded.append(piece);
            column += piece.length();
        }
        return Optional.of(folded.toString());
    }

    private static String words(String line) {
        StringBuilder words = new StringBuilder();
        StringBuilder piece = new StringBuilder();
        int size = 0;
        for (int c : line.codePoints().toArray()) {
            String character = Character.toString(c);
            int bytes = character.getBytes(StandardCharsets.UTF_8).length;
            if (size + bytes > MAX_BYTES) {
                words.append(word(piece)).append("\r\n ");
                piece.setLength(0);
                size = 0;
            }
            piece.append(character);
            size += bytes;
        }
        return words.append(word(piece)).toString();
    }

    private static String word(StringBuilder piece) {
        byte[] bytes = piece.toString().getBytes(StandardCharsets.UTF_8);
        return "=?utf-8?B?" + Base64.getEncoder().encodeToString(bytes) + "?=";
    }
}
