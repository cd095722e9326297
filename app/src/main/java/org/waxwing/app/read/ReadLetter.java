package org.waxwing.app.read;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.waxwing.app.mailbox.Letters.LetterId;
import org.waxwing.app.trust.Technology;
import org.waxwing.crypto.EnclosedLetter;
import org.waxwing.crypto.mime.Octets;

/// Opens letters for reading. Asks no network, and takes no longer than a letter of its length may.
///
/// What a face makes of a letter, such as its pages, is work by what stands in it. It is handed over as
/// `then`, so that it has its share of the same time and is ended like the opening. Where it was ended,
/// `then` is asked once more, for the reading that says so.
public interface ReadLetter {
    /// A stored letter; nothing when it is not there any more.
    default Optional<Reading> read(LetterId id) {
        return read(id, () -> false, reading -> reading);
    }

    /// As above, for somebody who may stop waiting.
    ///
    /// @param nobodyWaits asked again and again meanwhile
    <T> Optional<T> read(LetterId id, BooleanSupplier nobodyWaits, Function<Reading, T> then);

    /// A letter from a file. What servers say in it is a claim of whoever made the file.
    ///
    /// @param only the one technology whose layers are taken off; nothing for any
    <T> T readFile(Octets message, Optional<Technology> only, Function<Reading, T> then);

    /// A letter from a file, whatever protects it.
    default Reading readFile(Octets message) {
        return readFile(message, Optional.empty(), reading -> reading);
    }

    /// A letter that was found inside another; nothing of the one around it counts.
    ///
    /// @param nobodyWaits asked again and again meanwhile
    <T> T readEnclosed(EnclosedLetter letter, BooleanSupplier nobodyWaits, Function<Reading, T> then);

    /// As above, for somebody who waits.
    default Reading readEnclosed(EnclosedLetter letter) {
        return readEnclosed(letter, () -> false, reading -> reading);
    }

    /// The raw bytes of a stored letter.
    Optional<Octets> raw(LetterId id);
}
