package org.waxwing.app.compose;

import java.util.List;
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
        String bare = subject;
        while (bare.matches("(?i)\\s*(?:re|fwd?|aw|wg|sv|antw)\\s*:.*")) {
            bare = bare.substring(bare.indexOf(':') + 1);
        }
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
