package org.waxwing.ui.sample;

import java.util.List;
import org.waxwing.app.journey.Vouching;
import org.waxwing.crypto.dkim.DkimVerdict;
import org.waxwing.crypto.mime.Octets;

/// The DNS of the samples.
final class SampleVouching implements Vouching {
    @Override
    public List<DkimVerdict> ask(Octets message) {
        return SampleJourney.vouchers();
    }
}
