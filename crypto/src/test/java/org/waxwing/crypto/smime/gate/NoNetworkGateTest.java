package org.waxwing.crypto.smime.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.attack.Attack;
import org.waxwing.crypto.openpgp.gate.ChildJvm;
import org.waxwing.crypto.openpgp.gate.Corpora;

/// The gate of silence: nothing in a letter or a certificate makes this module look up a name or connect to
/// anything.
class NoNetworkGateTest {
    @Test
    @Attack(14)
    @Attack(16)
    @Attack(17)
    void asksTheNetworkForNothingWhileOpeningAnything() throws IOException, InterruptedException {
        Corpora.needed();
        List<String> lines = ChildJvm.lines(OpenEverythingMain.class, "1g", Map.of());
        lines.forEach(System.out::println);
        assertEquals("the trap holds: 5", lines.getFirst());
        assertEquals(2, lines.size());
        assertTrue(lines.getLast().startsWith("network requests while opening: 0 ("), lines.getLast());
    }
}
