package org.waxwing.ui.reading;

import java.util.Optional;
import org.waxwing.app.mailbox.Letters.LetterId;
import org.waxwing.crypto.mime.Octets;

/// Where the reading pane gets a letter from.
public interface LetterPages {
    /// The letter, opened and judged. May take a while, and may ask for a passphrase.
    ReadingState open(LetterId id);

    /// The bytes exactly as the servers on the way had them.
    Optional<Octets> asSeenOnTheWay(LetterId id);
}
