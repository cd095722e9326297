package org.waxwing.app.cli.command;

import java.util.List;
import java.util.stream.Collectors;
import org.waxwing.crypto.mime.Mailbox;

/// Values as the terminal shows them.
final class Shown {
    private Shown() {}

    static String mailbox(Mailbox mailbox) {
        return mailbox.displayName().isEmpty()
                ? mailbox.address().text()
                : mailbox.displayName() + " <" + mailbox.address().text() + ">";
    }

    static String mailboxes(List<Mailbox> mailboxes) {
        return mailboxes.stream().map(Shown::mailbox).collect(Collectors.joining(", "));
    }

    /// Exactly so many columns, as far as characters are columns.
    static String column(String text, int width) {
        int length = text.codePointCount(0, text.length());
        if (length <= width) {
            return text + " ".repeat(width - length);
        }
        return text.substring(0, text.offsetByCodePoints(0, width - 1)) + "…";
    }
}
