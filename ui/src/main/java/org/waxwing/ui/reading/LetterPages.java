package org.waxwing.ui.reading;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.waxwing.app.mailbox.Letters.LetterId;
import org.waxwing.crypto.EnclosedLetter;
import org.waxwing.crypto.dkim.DkimVerdict;
import org.waxwing.crypto.mime.Octets;

/// Where the reading pane gets a letter from.
public interface LetterPages {
    /// The letter, opened and judged. May take a while, and may ask for a passphrase.
    ///
    /// @param nobodyWaits asked again and again meanwhile; what comes back then is not to be shown
    ReadingState open(LetterId id, BooleanSupplier nobodyWaits);

    /// A letter that stands inside another, opened and judged on its own. As slow, and may ask as well.
    ///
    /// @param around the letter that it stands in
    /// @param nobodyWaits as above
    ReadingState open(EnclosedLetter letter, ReadingState.Shown around, BooleanSupplier nobodyWaits);

    /// The bytes exactly as the servers on the way had them.
    Optional<Octets> asSeenOnTheWay(LetterId id);

    /// Asks the DNS whether the servers that signed the letter vouch for it, because the person says so. May
    /// take a few seconds.
    List<DkimVerdict> askVouchers(LetterId id);
}
