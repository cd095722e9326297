package org.waxwing.crypto.openpgp.gate;

import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.openpgp.gate.InteropSuite.Vector;

/// The vectors of the interoperability suite that don't come out as it expects, each with the reason.
final class InteropDeviations {
    /// @param test the whole title of the test
    /// @param label of the vector, as a regular expression
    private record Deviation(String test, String label, String reason) {
        boolean covers(Vector vector) {
            return vector.test().matches(test) && vector.label().matches(label);
        }
    }

    private static final List<Deviation> ALL = List.of(new Deviation(
            "Encrypt-Decrypt roundtrip with key 'Bob', CAST5",
            ".*",
            "letters of twenty years stay readable: CAST5 was GnuPG's first choice, and its integrity is" + " proven"));

    private InteropDeviations() {}

    static Optional<String> reason(Vector vector) {
        return ALL.stream()
                .filter(deviation -> deviation.covers(vector))
                .map(Deviation::reason)
                .findFirst();
    }
}
