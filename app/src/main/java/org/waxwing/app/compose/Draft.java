package org.waxwing.app.compose;

import java.util.List;
import org.waxwing.app.account.AccountId;
import org.waxwing.crypto.mime.AttachedFile;
import org.waxwing.crypto.mime.Mailbox;

/// A letter being written.
///
public record Draft(
        AccountId account,
        List<Mailbox> to,
        List<Mailbox> cc,
        List<Mailbox> bcc,
        String subject,
        String text,
        List<AttachedFile> attachments,
        Answered answered) {
    public Draft {
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        bcc = List.copyOf(bcc);
        attachments = List.copyOf(attachments);
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

    @Override
    public String toString() {
        return "Draft[redacted]";
    }
}
