package org.waxwing.app.compose;

import java.util.List;
import java.util.Optional;
import org.waxwing.app.account.AccountId;
import org.waxwing.crypto.mime.AttachedFile;
import org.waxwing.crypto.mime.Mailbox;

/// A letter being written.
///
/// @param inReplyTo the Message-ID answered, with angle brackets
/// @param references the thread, oldest first
public record Draft(
        AccountId account,
        List<Mailbox> to,
        List<Mailbox> cc,
        List<Mailbox> bcc,
        String subject,
        String text,
        List<AttachedFile> attachments,
        Optional<String> inReplyTo,
        List<String> references) {
    public Draft {
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        bcc = List.copyOf(bcc);
        attachments = List.copyOf(attachments);
        references = List.copyOf(references);
    }

    /// An empty letter.
    public static Draft empty(AccountId account) {
        return new Draft(account, List.of(), List.of(), List.of(), "", "", List.of(), Optional.empty(), List.of());
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
