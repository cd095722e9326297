package org.waxwing.app;

import org.waxwing.app.account.Accounts;
import org.waxwing.app.account.OwnMarks;
import org.waxwing.app.compose.Drafts;
import org.waxwing.app.journey.Vouching;
import org.waxwing.app.mailbox.Letters;
import org.waxwing.app.read.FetchMail;
import org.waxwing.app.read.LoadPictures;
import org.waxwing.app.read.ReadLetter;
import org.waxwing.app.send.Outbox;
import org.waxwing.app.send.SealFile;
import org.waxwing.app.send.SendLetter;
import org.waxwing.app.trust.Certificates;
import org.waxwing.app.trust.Inquiries;
import org.waxwing.app.trust.People;
import org.waxwing.app.trust.Seals;
import org.waxwing.app.trust.Tokens;

/// An open profile: every use case that a face may ask for. Close it to wipe the keys in memory.
///
/// @param closing what to do at the end
public record Waxwing(
        Accounts accounts,
        Seals seals,
        People people,
        Drafts drafts,
        SendLetter send,
        SealFile sealFile,
        Outbox outbox,
        FetchMail fetch,
        Letters letters,
        ReadLetter read,
        Inquiries inquiries,
        Tokens tokens,
        LoadPictures pictures,
        Vouching vouching,
        OwnMarks ownMark,
        Certificates certificates,
        Runnable closing)
        implements AutoCloseable {
    @Override
    public void close() {
        closing.run();
    }

    @Override
    public String toString() {
        return "Waxwing";
    }
}
