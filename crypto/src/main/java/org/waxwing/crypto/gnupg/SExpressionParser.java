package org.waxwing.crypto.gnupg;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.gnupg.SExpression.Atom;
import org.waxwing.crypto.gnupg.SExpression.Node;
import org.waxwing.crypto.mime.Octets;

/// Reads S-expressions, canonical (`3:abc`) and advanced (`abc`, `"abc"`, `#616263#`), mixed as GnuPG
/// mixes them. Depth, number of elements and size are bounded; what exceeds them or breaks the form gives
/// nothing.
final class SExpressionParser {
    /// GnuPG's own keys nest six deep.
    private static final int DEEPEST = 16;
    private static final int MOST_ELEMENTS = 1_000;
    private static final int MOST_BYTES = 1 << 18;

    private final Octets text;
    private int position;
    private int elements;

    private SExpressionParser(Octets text) {
        this.text = text;
    }

    /// The list that starts the text. What follows it is ignored: a decrypted key ends in padding.
    static Optional<Node> parse(Octets text) {
        if (text.length() > MOST_BYTES) {
            return Optional.empty();
        }
        SExpressionParser parser = new SExpressionParser(text);
        parser.skipBlanks();
        return parser.peek() == '(' ? parser.node(1) : Optional.empty();
    }

    private Optional<Node> node(int depth) {
        position++;
        List<SExpression> found = new ArrayList<>();
        while (depth <= DEEPEST && ++elements <= MOST_ELEMENTS) {
            skipBlanks();
            if (peek() == ')') {
                position++;
                return Optional.of(new Node(found));
            }
            Optional<? extends SExpression> next = peek() == '(' ? node(depth + 1) : atom();
            if (next.isEmpty()) {
                return Optional.empty();
            }
            found.add(next.get());
        }
        return Optional.empty();
    }

    private Optional<Atom> atom() {
        int first = peek();
        if (first >= '0' && first <= '9') {
            return counted();
        }
        return switch (first) {
            case '#' -> hexadecimal();
            case '"' -> quoted();
            default -> token();
        };
    }

    private Optional<Atom> counted() {
        int start = position;
        int length = 0;
        while (peek() >= '0' && peek() <= '9' && position - start < 7) {
            length = length * 10 + (peek() - '0');
            position++;
        }
        if (peek() != ':' || length > text.length() - position - 1) {
            return Optional.empty();
        }
        position++;
        return cut(position, position + length);
    }

    private Optional<Atom> hexadecimal() {
        position++;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int high = -1;
        for (; peek() != '#'; position++) {
            if (isBlank(peek())) {
                continue;
            }
            int digit = Character.digit(peek(), 16);
            if (digit < 0) {
                return Optional.empty();
            }
            if (high < 0) {
                high = digit;
            } else {
                out.write(high << 4 | digit);
                high = -1;
            }
        }
        position++;
        return high < 0 ? Optional.of(new Atom(Octets.of(out.toByteArray()))) : Optional.empty();
    }

    private Optional<Atom> quoted() {
        position++;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (; peek() != '"'; position++) {
            if (peek() < 0) {
                return Optional.empty();
            }
            if (peek() == '\\') {
                position++;
                int plain = peek() == 'x' ? hexadecimalEscape() : escaped(peek());
                if (plain < 0) {
                    return Optional.empty();
                }
                out.write(plain);
            } else {
                out.write(peek());
            }
        }
        position++;
        return Optional.of(new Atom(Octets.of(out.toByteArray())));
    }

    /// GnuPG quotes a salt or a nonce whose octets are letters or zeros, and writes each zero as `\x00`.
    private int hexadecimalEscape() {
        int high = Character.digit(at(position + 1), 16);
        int low = Character.digit(at(position + 2), 16);
        position += 2;
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    private static int escaped(int letter) {
        return switch (letter) {
            case 'b' -> '\b';
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'f' -> '\f';
            case 'r' -> '\r';
            case 'v' -> 0x0B;
            case '"', '\'', '\\' -> letter;
            default -> -1;
        };
    }

    private Optional<Atom> token() {
        int start = position;
        while (isTokenLetter(peek())) {
            position++;
        }
        return position > start ? cut(start, position) : Optional.empty();
    }

    private Optional<Atom> cut(int from, int to) {
        position = to;
        return Optional.of(new Atom(text.slice(from, to)));
    }

    private static boolean isTokenLetter(int letter) {
        return letter >= 0 && letter < 0x80 && (Character.isLetterOrDigit(letter) || "-./_:*+=".indexOf(letter) >= 0);
    }

    private static boolean isBlank(int letter) {
        return letter == ' ' || letter == '\t' || letter == '\r' || letter == '\n';
    }

    private void skipBlanks() {
        while (isBlank(peek())) {
            position++;
        }
    }

    private int peek() {
        return at(position);
    }

    private int at(int index) {
        return index < text.length() ? text.at(index) : -1;
    }
}
