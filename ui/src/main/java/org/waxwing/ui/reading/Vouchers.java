package org.waxwing.ui.reading;

import java.util.List;
import org.waxwing.crypto.dkim.DkimVerdict;

/// Whether servers vouch for the letter in the pane.
public sealed interface Vouchers {
    /// The person didn't ask.
    record NotAsked() implements Vouchers {}

    record Asking() implements Vouchers {}

    /// It broke on this computer, such as for a ledger that can't be written. The person may ask again.
    record Broken() implements Vouchers {}

    /// @param verdicts one for each server's signature
    record Told(List<DkimVerdict> verdicts) implements Vouchers {
        public Told {
            verdicts = List.copyOf(verdicts);
        }
    }
}
