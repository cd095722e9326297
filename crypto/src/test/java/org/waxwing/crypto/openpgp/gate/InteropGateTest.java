package org.waxwing.crypto.openpgp.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.openpgp.gate.InteropSuite.Expectation;
import org.waxwing.crypto.openpgp.gate.InteropSuite.Vector;

/// The gate of the OpenPGP interoperability test suite: nearly all vectors as the suite expects, no
/// malformed one accepted, nothing thrown by any.
class InteropGateTest {
    private static final double AT_LEAST = 0.99;

    /// Tests whose vectors to be refused are not well-formed or were tampered with.
    private static final Set<String> OF_MALFORMED =
            Set.of("Malformed messages", "Packet boundaries", "SEIP packet support", "Maximum recursion depth");

    private final List<String> surprising = new ArrayList<>();
    private int judged;
    private int agreed;
    private int malformedAccepted;

    @BeforeEach
    void needsTheCorpora() {
        Corpora.needed();
    }

    @Test
    void doesAsTheSuiteExpects() {
        InteropConsumer consumer = new InteropConsumer();
        int silent = 0;
        int absent = 0;
        for (InteropSuite.Test test : InteropSuite.read()) {
            for (Vector vector : test.vectors()) {
                if (vector.data().isEmpty()) {
                    // What its producer refused to make, or what was too large for the record of the run.
                    absent++;
                    continue;
                }
                boolean accepted = consumer.accepts(test, vector);
                switch (vector.expectation()) {
                    case NONE -> silent++;
                    case ACCEPT -> judge(vector, accepted, accepted);
                    case REFUSE -> judge(vector, accepted, !accepted);
                }
            }
        }
        surprising.forEach(System.out::println);
        System.out.printf(
                Locale.ROOT,
                "interop-suite: %d/%d (%.1f %%), malformed accepted %d; %d without expectation, %d without bytes%n",
                agreed,
                judged,
                100.0 * agreed / judged,
                malformedAccepted,
                silent,
                absent);
        assertEquals(List.of(), surprising);
        assertEquals(0, malformedAccepted);
        assertTrue(agreed >= AT_LEAST * judged, agreed + " of " + judged);
    }

    private void judge(Vector vector, boolean accepted, boolean asExpected) {
        judged++;
        if (asExpected) {
            agreed++;
            return;
        }
        if (accepted && vector.expectation() == Expectation.REFUSE && OF_MALFORMED.contains(vector.test())) {
            malformedAccepted++;
        }
        if (InteropDeviations.reason(vector).isEmpty()) {
            surprising.add((accepted ? "accepted: " : "refused: ") + vector.test() + " / " + vector.label() + ": "
                    + vector.reason());
        }
    }
}
