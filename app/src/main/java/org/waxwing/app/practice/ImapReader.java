package org.waxwing.app.practice;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads commands with their literals (RFC 3501 §9, RFC 7888), within bounds that are narrow until somebody
/// has signed in.
final class ImapReader {
    private static final int DEEPEST = 8;
    private static final Pattern TAG = Pattern.compile("[!#-$&-'\\,-Z\\[^-z|}~\\]]{1,64}");
    private static final Pattern LITERAL = Pattern.compile("\\{([0-9]{1,10})(\\+?)}");

    private final Wire wire;
    private final int longestText;
    private final int largestLiteral;
    private String tag = "*";
    private String line = "";
    private int at;
    private int textLeft;
    private int literalLeft;

    private ImapReader(Wire wire, int longestText, int largestLiteral) {
        this.wire = wire;
        this.longestText = longestText;
        this.largestLiteral = largestLiteral;
    }

    static ImapReader beforeSignIn(Wire wire) {
        return new ImapReader(wire, 8192, 4096);
    }

    static ImapReader afterSignIn(Wire wire) {
        return new ImapReader(wire, 65_536, SmtpConversation.LARGEST_LETTER);
    }

    /// The tag of the command last begun, for the answer to one that could not be read; `*` when there is
    /// none.
    String tag() {
        return tag;
    }

    ImapCommand read() throws IOException {
        tag = "*";
        textLeft = longestText;
        literalLeft = largestLiteral;
        nextLine();
        String first = untilBlank();
        if (!TAG.matcher(first).matches()) {
            throw new ImapSyntaxException("a command begins with a tag");
        }
        tag = first;
        skipBlank();
        String name = untilBlank().toUpperCase(Locale.ROOT);
        List<ImapToken> arguments = new ArrayList<>();
        while (at < line.length()) {
            skipBlank();
            arguments.add(token(0));
        }
        return new ImapCommand(tag, name, arguments);
    }

    private void nextLine() throws IOException {
        line = wire.readLine(textLeft);
        textLeft -= line.length();
        at = 0;
    }

    private String untilBlank() {
        int blank = line.indexOf(' ', at);
        int end = blank < 0 ? line.length() : blank;
        String text = line.substring(at, end);
        at = end;
        return text;
    }

    private void skipBlank() throws ImapSyntaxException {
        if (at >= line.length() || line.charAt(at) != ' ') {
            throw new ImapSyntaxException("a blank is missing");
        }
        at++;
    }

    private ImapToken token(int depth) throws IOException {
        if (at >= line.length()) {
            throw new ImapSyntaxException("an argument is missing");
        }
        return switch (line.charAt(at)) {
            case '"' -> quoted();
            case '(' -> group(depth);
            case '{' -> literal();
            default -> word();
        };
    }

    private ImapToken quoted() throws ImapSyntaxException {
        StringBuilder text = new StringBuilder();
        for (at++; at < line.length(); at++) {
            char c = line.charAt(at);
            if (c == '"') {
                at++;
                return new ImapToken.Quoted(text.toString());
            }
            if (c == '\\') {
                at++;
                if (at == line.length()) {
                    break;
                }
            }
            text.append(line.charAt(at));
        }
        throw new ImapSyntaxException("a quoted string has no end");
    }

    private ImapToken group(int depth) throws IOException {
        if (depth == DEEPEST) {
            throw new ImapSyntaxException("lists too deep");
        }
        List<ImapToken> members = new ArrayList<>();
        at++;
        while (true) {
            if (at >= line.length()) {
                throw new ImapSyntaxException("a list has no end");
            }
            if (line.charAt(at) == ')') {
                at++;
                return new ImapToken.Group(members);
            }
            if (!members.isEmpty()) {
                skipBlank();
            }
            members.add(token(depth + 1));
        }
    }

    /// The bytes after a `{n}` at the end of a line, then the line goes on.
    private ImapToken literal() throws IOException {
        Matcher matcher = LITERAL.matcher(line).region(at, line.length());
        if (!matcher.matches()) {
            throw new ImapSyntaxException("a literal is a number in braces at the end of the line");
        }
        long count = Long.parseLong(matcher.group(1));
        boolean announcedOnly = matcher.group(2).isEmpty();
        if (count > literalLeft) {
            if (announcedOnly) {
                throw new ImapSyntaxException("[TOOBIG] that literal is too large");
            }
            throw new ProtocolBreach("that literal is too large");
        }
        literalLeft -= (int) count;
        if (announcedOnly) {
            wire.writeLine("+ go on");
        }
        ImapToken token = new ImapToken.Literal(wire.readExactly((int) count));
        nextLine();
        return token;
    }

    /// Up to a blank or parenthesis; brackets keep what is between them together.
    private ImapToken word() throws ImapSyntaxException {
        int from = at;
        int brackets = 0;
        for (; at < line.length(); at++) {
            char c = line.charAt(at);
            brackets += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (brackets <= 0 && (c == ' ' || c == '(' || c == ')')) {
                break;
            }
            if (c < 0x20 || c == 0x7F || c == '"' || c == '{') {
                throw new ImapSyntaxException("a character that no atom holds");
            }
        }
        if (at == from) {
            throw new ImapSyntaxException("an argument is missing");
        }
        return new ImapToken.Word(line.substring(from, at));
    }
}
