package org.waxwing.app.cli;

import java.util.List;
import java.util.Optional;
import org.waxwing.app.account.AccountId;
import org.waxwing.app.mailbox.Letters;
import org.waxwing.crypto.CryptographicSummary;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Mailbox;

final class FakeLetters implements Letters {
    @Override
    public List<Folder> folders() {
        return List.of(
                new Folder(new FolderId(1), Optional.of(new AccountId(1)), Folder.Kind.INBOX, "INBOX", 2, 1),
                new Folder(new FolderId(2), Optional.of(new AccountId(1)), Folder.Kind.SENT, "Sent Items", 0, 0));
    }

    @Override
    public List<Summary> page(FolderId folder, Optional<LetterId> before, int count) {
        if (folder.value() != 1) {
            return List.of();
        }
        return List.of(
                summary(
                        12,
                        "Trip\u001b]0;owned\u0007 budget",
                        false,
                        Optional.of(CryptographicSummary.Status.CONFIDENTIAL)),
                summary(11, "[...]", true, Optional.empty()));
    }

    @Override
    public void markRead(LetterId id, boolean read) {
        throw new AssertionError("no command marks letters");
    }

    private static Summary summary(
            long id, String subject, boolean read, Optional<CryptographicSummary.Status> status) {
        return new Summary(
                new LetterId(id),
                new FolderId(1),
                List.of(new Mailbox("Ben Ito", AddrSpec.of("ben@example.org"))),
                List.of(Mailbox.of(World.ANNA)),
                subject,
                "",
                World.NOW,
                read,
                false,
                status);
    }
}
