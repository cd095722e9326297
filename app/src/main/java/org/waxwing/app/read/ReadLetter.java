package org.waxwing.app.read;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.waxwing.app.mailbox.Letters.LetterId;
import org.waxwing.app.trust.Technology;
import org.waxwing.crypto.EnclosedLetter;
import org.waxwing.crypto.mime.Octets;

/// Opens letters for reading. Asks no network, and takes no longer than a letter of its length may.
public interface ReadLetter {
    /// A stored letter; nothing when it is not there any more.
    default Optional<Reading> read(LetterId id) {
        return read(id, () -> false);
    }

    /// As above, for somebody who may stop waiting.
    ///
    /// @param nobodyWaits asked again and again while the letter is opened
    Optional<Reading> read(LetterId id, BooleanSupplier nobodyWaits);

    /// A letter from a file. What servers say in it is a claim of whoever made the file.
    ///
    /// @param only the one technology whose layers are taken off; nothing for any
    Reading readFile(Octets message, Optional<Technology> only);

    /// A letter from a file, whatever protects it.
    default Reading readFile(Octets message) {
        return readFile(message, Optional.empty());
    }

    /// A letter that was found inside another; nothing of the one around it counts.
    Reading readEnclosed(EnclosedLetter letter);

    /// The raw bytes of a stored letter.
    Optional<Octets> raw(LetterId id);
}
