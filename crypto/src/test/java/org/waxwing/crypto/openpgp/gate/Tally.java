package org.waxwing.crypto.openpgp.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Counts the cases of one gate and prints them as one line.
public final class Tally {
    private final String gate;
    private final Map<String, String> deviations;
    private final List<String> surprising = new ArrayList<>();
    private final List<String> unknown;
    private int cases;
    private int held;

    /// @param deviations the cases that don't hold, each with the reason
    public Tally(String gate, Map<String, String> deviations) {
        this.gate = gate;
        this.deviations = Map.copyOf(deviations);
        this.unknown = new ArrayList<>(this.deviations.keySet());
    }

    public Tally(String gate) {
        this(gate, Map.of());
    }

    public void check(String what, boolean holds) {
        cases++;
        boolean _ = unknown.remove(what);
        if (holds) {
            held++;
        }
        if (holds == deviations.containsKey(what)) {
            surprising.add((holds ? "holds: " : "doesn't hold: ") + what);
        }
    }

    /// Prints the line and asserts that every case holds but those with a reason.
    public void conclude(int atLeast) {
        surprising.forEach(System.out::println);
        System.out.printf(Locale.ROOT, "%s: %d/%d (%.1f %%)%n", gate, held, cases, 100.0 * held / Math.max(1, cases));
        assertEquals(List.of(), surprising, gate);
        assertEquals(List.of(), unknown, gate + ": deviations of no case");
        assertTrue(held >= atLeast, gate + ": " + held + " of " + cases);
    }
}
