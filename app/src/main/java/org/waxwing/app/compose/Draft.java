package org.waxwing.app.compose;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waxwing.app.account.AccountId;
import org.waxwing.crypto.mime.AttachedFile;
import org.waxwing.crypto.mime.Mailbox;

/// A letter being written.
///
/// @param sealedText what it took from sealed letters
public record Draft(
        AccountId account,
        List<Mailbox> to,
        List<Mailbox> cc,
        List<Mailbox> bcc,
        String subject,
        String text,
        List<AttachedFile> attachments,
        Answered answered,
        SealedText sealedText) {
    private static final Pattern ANSWERED =
            Pattern.compile("\\s*+(?:re|fwd?|aw|wg|sv|antw)\\s*+:", Pattern.CASE_INSENSITIVE);

    public Draft {
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        bcc = List.copyOf(bcc);
        attachments = List.copyOf(attachments);
    }

    /// A letter that took nothing from sealed letters, as far as is known.
    public Draft(
            AccountId account,
            List<Mailbox> to,
            List<Mailbox> cc,
            List<Mailbox> bcc,
            String subject,
            String text,
            List<AttachedFile> attachments,
            Answered answered) {
        this(account, to, cc, bcc, subject, text, attachments, answered, SealedText.none());
    }

    /// A letter to these, with nothing attached, that answers none.
    public static Draft letter(AccountId account, List<Mailbox> to, String subject, String text) {
        return new Draft(account, to, List.of(), List.of(), subject, text, List.of(), Answered.nothing());
    }

    /// An empty letter.
    public static Draft empty(AccountId account) {
        return letter(account, List.of(), "", "");
    }

    /// Whether nothing is in it yet that would be worth keeping.
    public boolean isEmpty() {
        return to.isEmpty()
                && cc.isEmpty()
                && bcc.isEmpty()
                && subject.isBlank()
                && text.isBlank()
                && attachments.isEmpty();
    }

    /// Whether the subject is one that a sealed letter hid; "Re:" before it changes nothing.
    public boolean subjectIsSealed() {
        Matcher answered = ANSWERED.matcher(subject);
        int start = 0;
        while (answered.region(start, subject.length()).lookingAt()) {
            start = answered.end();
        }
        String bare = subject.substring(start);
        String line = Tokens.line(bare);
        return !line.isEmpty()
                && !sealedText.released().contains(line)
                && (sealedText.sourceLines().contains(line) || sealedText.tints(bare));
    }

    @Override
    public String toString() {
        return "Draft[redacted]";
    }
}
