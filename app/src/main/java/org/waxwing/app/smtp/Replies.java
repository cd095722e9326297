package org.waxwing.app.smtp;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.waxwing.app.send.SubmissionOutcome.SmtpReply;

/// Makes a server's words fit to show: one line, no codes before each line, no control characters, not
/// endless.
final class Replies {
    private static final int MOST = 500;

    private Replies() {}

    static SmtpReply of(int code, @Nullable String text) {
        return new SmtpReply(code, words(text));
    }

    static String words(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String line = text.lines()
                .map(part -> part.matches("\\d{3}([ -].*)?") ? part.substring(Math.min(4, part.length())) : part)
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        String shown = line.codePoints()
                .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
                .limit(MOST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return shown.strip();
    }
}
