package org.waxwing.app.read;

import java.util.Optional;
import org.waxwing.app.mailbox.Letters.LetterId;
import org.waxwing.crypto.mime.Octets;

/// Opens letters for reading. Asks no network.
public interface ReadLetter {
    /// A stored letter; nothing when it is not there any more.
    Optional<Reading> read(LetterId id);

    /// A letter from a file.
    Reading readFile(Octets message);

    /// The raw bytes of a stored letter.
    Optional<Octets> raw(LetterId id);
}
