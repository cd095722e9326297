package org.waxwing.app.journey;

import java.util.List;
import org.waxwing.crypto.dkim.DkimVerdict;
import org.waxwing.crypto.mime.Octets;

/// Which servers vouch that a letter passed through them unchanged since (DKIM). That is no proof of who
/// wrote it, and raises no status.
public interface Vouching {
    /// Asks the DNS for the keys of these signatures, because the person says so; each question is noted in
    /// the ledger. One verdict for each signature, none where the letter has none.
    List<DkimVerdict> ask(Octets message);
}
