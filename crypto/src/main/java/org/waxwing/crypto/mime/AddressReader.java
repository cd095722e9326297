package org.waxwing.crypto.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.work.Work;

/// Reads an address field character by character. Text becomes structure before it is decoded, so no
/// encoded word can bring in a comma or an angle bracket.
final class AddressReader {
    private static final int MAX_MAILBOXES = 10_000;

    private final String text;
    private int at;
    private final List<Mailbox> mailboxes = new ArrayList<>();
    private boolean sound = true;
    private final StringBuilder phrase = new StringBuilder();
    private final StringBuilder bare = new StringBuilder();
    private final StringBuilder comment = new StringBuilder();
    private Optional<String> angle = Optional.empty();

    AddressReader(String text) {
        this.text = text;
    }

    AddressList read() {
        while (at < text.length()) {
            char c = text.charAt(at);
            switch (c) {
                case '"' -> readQuoted();
                case '(' -> readComment();
                case '<' -> readAngle();
                case '[' -> readLiteral();
                case ',', ';' -> {
                    at++;
                    finish();
                }
                case ':' -> {
                    // The name of a group: its members follow as if they stood alone.
                    at++;
                    sound &= angle.isEmpty();
                    clear();
                }
                default -> {
                    at++;
                    phrase.append(c);
                    if (Character.isWhitespace(c)) {
                        bare.append(' ');
                    } else {
                        bare.append(c);
                    }
                }
            }
        }
        finish();
        return new AddressList(mailboxes, sound);
    }

    private void finish() {
        Work.step();
        String name = PlainText.oneLine(EncodedWords.decode(phrase.toString().strip()));
        String address = angle.orElse(withoutBlanksAroundDots(bare.toString()));
        if (angle.isEmpty() && address.isEmpty() && name.isEmpty()) {
            clear();
            return;
        }
        Optional<AddrSpec> spec = AddrSpec.parse(address);
        String shown = angle.isPresent() ? name : PlainText.oneLine(EncodedWords.decode(comment.toString()));
        if (spec.isPresent() && mailboxes.size() < MAX_MAILBOXES) {
            mailboxes.add(new Mailbox(shown, spec.get()));
        } else {
            sound = false;
        }
        clear();
    }

    private void clear() {
        phrase.setLength(0);
        bare.setLength(0);
        comment.setLength(0);
        angle = Optional.empty();
    }

    private static String withoutBlanksAroundDots(String address) {
        StringBuilder joined = new StringBuilder(address.length());
        int blanks = 0;
        boolean afterDot = true;
        for (char c : address.strip().toCharArray()) {
            boolean dot = c == '@' || c == '.';
            if (c == ' ') {
                blanks++;
            } else {
                joined.repeat(' ', dot || afterDot ? 0 : blanks).append(c);
                blanks = 0;
                afterDot = dot;
            }
        }
        return joined.toString();
    }

    private void readQuoted() {
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            phrase.append(text.charAt(at));
            bare.append(text.charAt(at));
            at++;
        }
        at++;
    }

    private void readComment() {
        int depth = 0;
        do {
            char c = text.charAt(at++);
            if (c == '\\' && at < text.length()) {
                comment.append(text.charAt(at++));
            } else if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
            } else {
                comment.append(c);
            }
        } while (at < text.length() && depth > 0);
    }

    private void readAngle() {
        int close = text.indexOf('>', at);
        String inside = close < 0 ? text.substring(at + 1) : text.substring(at + 1, close);
        at = close < 0 ? text.length() : close + 1;
        sound &= angle.isEmpty() && close >= 0;
        // A source route stands before the address and means nothing (RFC 5322 §4.4).
        String routed = inside.startsWith("@") ? inside.substring(inside.indexOf(':') + 1) : inside;
        angle = Optional.of(unquoted(Parameters.withoutComments(routed).strip()));
    }

    private static String unquoted(String address) {
        int end = address.lastIndexOf("\"@");
        return address.startsWith("\"") && end > 0
                ? address.substring(1, end) + address.substring(end + 1)
                : withoutBlanksAroundDots(address);
    }

    private void readLiteral() {
        int close = text.indexOf(']', at);
        String literal = close < 0 ? text.substring(at) : text.substring(at, close + 1);
        phrase.append(literal);
        bare.append(literal);
        at = close < 0 ? text.length() : close + 1;
    }
}
