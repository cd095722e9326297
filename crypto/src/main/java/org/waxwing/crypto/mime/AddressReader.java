package org.waxwing.crypto.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.work.Work;

/// Reads an address field character by character. Text becomes structure before it is decoded, so no
/// encoded word can bring in a comma or an angle bracket.
///
/// What programs read in different ways, each with some right, is read here too, and is not sound: an address
/// in a comment or behind another, marks that are never closed, a quoted sign that ends a quotation for some.
final class AddressReader {
    private static final int MAX_MAILBOXES = 10_000;
    private static final String SPECIALS = "()<>[]:;@\\,\"";

    private final String text;
    private int at;
    private final List<Mailbox> mailboxes = new ArrayList<>();
    private boolean sound = true;
    private final StringBuilder phrase = new StringBuilder();
    private final StringBuilder bare = new StringBuilder();
    private final StringBuilder comment = new StringBuilder();
    private Optional<String> angle = Optional.empty();
    private boolean inGroup;
    private boolean quotesAt;
    private boolean unclosed;

    AddressReader(String text) {
        this.text = text;
    }

    AddressList read() {
        while (at < text.length()) {
            char c = text.charAt(at);
            switch (c) {
                case '"' -> readQuoted();
                case '(' -> readComment(comment, "<>");
                case '<' -> readAngle();
                case '[' -> readLiteral();
                case ',', ';' -> {
                    at++;
                    inGroup &= c == ',';
                    finish();
                }
                case ':' -> beginGroup();
                default -> readPlain(c);
            }
        }
        finish();
        sound &= !inGroup || mailboxes.isEmpty();
        return new AddressList(mailboxes, sound);
    }

    /// Past the name of a group: its members follow as if they stood alone.
    private void beginGroup() {
        at++;
        sound &= angle.isEmpty() && !inGroup && bare.indexOf("@") < 0;
        inGroup = true;
        clear();
    }

    private void readPlain(char c) {
        at++;
        boolean blank = Character.isWhitespace(c);
        boolean quoting = c == '\\' && at < text.length() && SPECIALS.indexOf(text.charAt(at)) >= 0;
        sound &= !quoting && (blank || angle.isEmpty());
        phrase.append(c);
        bare.append(blank ? ' ' : c);
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
        sound &= angle.isPresent() || !quotesAt;
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
        quotesAt = false;
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
        sound &= angle.isEmpty();
        String quoted = quoted();
        quotesAt |= quoted.indexOf('@') >= 0;
        phrase.append(quoted);
        bare.append(quoted);
    }

    /// What stands between quotation marks.
    private String quoted() {
        StringBuilder quoted = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            quoted.append(text.charAt(at));
            at++;
        }
        sound &= at < text.length();
        at++;
        return quoted.toString();
    }

    /// @param doubtful what makes it look like more than a comment
    private void readComment(StringBuilder said, String doubtful) {
        int depth = 0;
        do {
            char c = text.charAt(at++);
            sound &= doubtful.indexOf(c) < 0;
            if (c == '\\' && at < text.length()) {
                sound &= doubtful.indexOf(text.charAt(at)) < 0;
                said.append(text.charAt(at++));
            } else if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
            } else {
                said.append(c);
            }
        } while (at < text.length() && depth > 0);
        sound &= depth == 0;
    }

    private void readAngle() {
        sound &= angle.isEmpty();
        int start = at + 1;
        Optional<String> whole = unclosed ? Optional.empty() : angled();
        angle = Optional.of(whole.orElseGet(() -> upToBracket(start)));
    }

    /// The address between the brackets, without its comments; nothing where no bracket ends it.
    private Optional<String> angled() {
        at++;
        StringBuilder address = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '>') {
            char c = text.charAt(at);
            switch (c) {
                case '"' -> address.append('"').append(quoted()).append('"');
                case '(' -> readComment(new StringBuilder(), "<>@,:;\"");
                default -> {
                    sound &= c != '<';
                    address.append(c);
                    at++;
                }
            }
        }
        unclosed = at >= text.length();
        at++;
        return unclosed ? Optional.empty() : Optional.of(addrSpec(address.toString()));
    }

    /// As of a writer who knew neither quotations nor comments.
    private String upToBracket(int start) {
        sound = false;
        int close = text.indexOf('>', start);
        int end = close < 0 ? text.length() : close;
        at = Math.min(end + 1, text.length());
        return addrSpec(text.substring(start, end));
    }

    /// A source route stands before the address and means nothing (RFC 5322 §4.4).
    private static String addrSpec(String inside) {
        String whole = inside.strip();
        return unquoted(whole.startsWith("@") ? whole.substring(whole.indexOf(':') + 1) : whole);
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
        sound &= close >= 0 && angle.isEmpty() && literal.chars().noneMatch(c -> "<>,;\"()@".indexOf(c) >= 0);
        phrase.append(literal);
        bare.append(literal);
        at = close < 0 ? text.length() : close + 1;
    }
}
