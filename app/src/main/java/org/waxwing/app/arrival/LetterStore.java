package org.waxwing.app.arrival;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.waxwing.app.account.AccountId;
import org.waxwing.app.mailbox.Letters.Folder.Kind;
import org.waxwing.app.mailbox.Letters.LetterId;
import org.waxwing.crypto.mime.Octets;

/// Keeps letters: their bytes unchanged, and what the list shows of them.
public interface LetterStore {
    /// The newest letter of the folder that was taken or passed over; 0 when there is none, or when the
    /// server has renumbered.
    long newestUid(AccountId account, Kind folder, long uidValidity);

    /// Keeps a letter, durably. The same bytes again, and the server's copy of a letter that this computer
    /// put there itself, only get their place noted.
    ///
    /// @return nothing when it was known
    Optional<LetterId> keep(ServerPlace place, Octets message, ListedLetter listed, boolean read, Instant arrived);

    /// Notes that a letter was left on the server.
    void passOver(ServerPlace place);

    Optional<Octets> raw(LetterId id);

    /// Puts a better summary in place, when a letter could be opened later. It keeps its date in the list.
    void list(LetterId id, ListedLetter listed);

    /// The same for a letter that has just come, which gets its date by what was found in it.
    void list(LetterId id, ListedLetter listed, Instant arrived);

    Optional<ListedLetter> listed(LetterId id);

    /// Whether one of these letters is here, sealed and proven.
    ///
    /// @param messageIds with angle brackets
    boolean holdsSealed(List<String> messageIds);
}
