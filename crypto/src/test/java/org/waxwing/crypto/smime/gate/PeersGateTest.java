package org.waxwing.crypto.smime.gate;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.openpgp.gate.Corpora;
import org.waxwing.crypto.openpgp.gate.Tally;
import org.waxwing.crypto.smime.UnlockedIdentity;

/// What six other programs wrote.
final class PeersGateTest {
    @Test
    void readsEveryMessageOfEveryPeer() {
        Corpora.needed();
        Tally tally = new Tally("peers' messages read");
        List<UnlockedIdentity> own = SmimeCorpora.madeHere();
        for (Path file : SmimeCorpora.files("made-here/peers", ".eml")) {
            String name = file.getFileName().toString();
            LayeredReading reading = new LayeredReading(
                    own, own.stream().map(UnlockedIdentity::certificate).toList());
            Octets text = reading.mail(Corpora.file(file));
            boolean mustBeSigned = name.contains("-sig") || name.contains("triple");
            boolean holds =
                    text.latin1().contains("Hello S/MIME probe") && (!mustBeSigned || reading.everySignatureHolds());
            if (!holds) {
                System.out.println(name + " " + reading.layers() + " " + reading.signers() + " " + text.length());
            }
            tally.check(name, holds);
        }
        tally.conclude(87);
    }
}
