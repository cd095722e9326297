package org.waxwing.app.arrival;

import org.waxwing.app.mailbox.Letters.Folder.Kind;
import org.waxwing.crypto.mime.Octets;

/// Takes what a [MailFetcher] finds.
public interface MailDrop {
    /// Letters above this number are new; 0 for all.
    long newestUid(Kind folder, long uidValidity);

    /// Takes a letter. It is on the disk when this returns.
    void take(Kind folder, long uidValidity, long uid, boolean read, Octets message);

    /// Notes a letter that is left on the server because of its size.
    void leave(Kind folder, long uidValidity, long uid);
}
