package org.waxwing.app.send;

import java.util.Optional;
import org.waxwing.app.trust.Technology;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Octets;

/// Seals a letter that lies in a file, for the recipients that the letter itself names. Asks no network,
/// queues nothing, and keeps nothing.
public interface SealFile {
    /// Seals for everyone or refuses for everyone.
    ///
    /// @param message the whole letter with its header fields; recipients are its To and Cc, a Bcc is left
    ///   out and gets nothing
    /// @param sender whose seal signs it; nothing for the one address in From
    /// @param only the one technology that may be used; nothing for any
    FileSealing seal(Octets message, Optional<AddrSpec> sender, Optional<Technology> only);
}
