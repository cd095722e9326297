package org.waxwing.app.mailbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.waxwing.app.account.AccountId;
import org.waxwing.crypto.CryptographicSummary;
import org.waxwing.crypto.mime.Mailbox;

/// The letters on this computer, in folders.
public interface Letters {
    List<Folder> folders();

    /// A page of a folder, newest first.
    ///
    /// @param before letters older than this one; nothing for the first page
    List<Summary> page(FolderId folder, Optional<LetterId> before, int count);

    void markRead(LetterId id, boolean read);

    record FolderId(long value) {}

    record LetterId(long value) {}

    /// @param account nothing for folders that belong to the profile as a whole
    record Folder(FolderId id, Optional<AccountId> account, Kind kind, String name, int total, int unread) {
        public enum Kind {
            INBOX,
            SENT,
            OTHER
        }
    }

    /// One row of the list, from the protected fields where they could be read.
    ///
    /// @param status nothing when the letter could not be opened
    record Summary(
            LetterId id,
            FolderId folder,
            List<Mailbox> from,
            List<Mailbox> to,
            String subject,
            String preview,
            Instant date,
            boolean read,
            boolean attachments,
            Optional<CryptographicSummary.Status> status) {
        @Override
        public String toString() {
            return "Summary[" + id.value() + "]";
        }
    }
}
