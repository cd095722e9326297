package org.waxwing.app.keys;

import java.util.List;
import org.waxwing.app.trust.Inquiry;

/// Where the lines of the ledger are kept.
public interface InquiryLedger {
    void add(Inquiry inquiry);

    /// Newest first.
    List<Inquiry> all();
}
