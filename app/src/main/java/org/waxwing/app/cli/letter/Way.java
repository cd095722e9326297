package org.waxwing.app.cli.letter;

import java.util.List;
import java.util.Optional;
import org.waxwing.app.journey.Authentication;
import org.waxwing.app.journey.Journey;
import org.waxwing.app.read.Reading;
import org.waxwing.crypto.dkim.DkimVerdict;

/// What is told of a letter's way beside the letter itself.
///
/// @param vouchers what the servers that signed it vouch for; nothing where nobody was asked
public record Way(Journey journey, Authentication authentication, Optional<List<DkimVerdict>> vouchers) {
    public Way {
        vouchers = vouchers.map(List::copyOf);
    }

    public static Way of(Reading reading, Optional<List<DkimVerdict>> vouchers) {
        return new Way(reading.journey(), reading.authentication(), vouchers);
    }
}
