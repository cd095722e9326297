package org.waxwing.crypto.openpgp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.openpgp.PGPSignature;
import org.waxwing.crypto.mime.Octets;

/// Prints how long it takes to read and judge a certificate under which strangers put 10,000 signatures:
/// certifications of their own, forgeries that a digest tells, forgeries that only the mathematics tells.
/// A program for people, not a test.
final class FloodSpeed {
    private static final int FLOOD = 10_000;

    private FloodSpeed() {}

    public static void main(String[] arguments) {
        Notary anna = Notary.of(People.ANNA);
        List<RawPacket> base = Notary.packets(People.ANNA.certificate());
        int at = base.stream().map(RawPacket::tag).toList().indexOf(RawPacket.USER_ID) + 1;
        SignedPart part = SignedPart.identity(anna.key(), base.get(at - 1));
        RawPacket strange =
                Notary.of(People.BEN).sign(PGPSignature.POSITIVE_CERTIFICATION, part, People.BIRTH.plusSeconds(9));
        for (int round = 0; round < 3; round++) {
            print("certifications by strangers", base, at, i -> Flood.laterBy(strange, i));
            print("forgeries with a wrong digest", base, at, i -> Flood.laterBy(base.get(at), i + 1));
            print(
                    "forgeries with a right digest",
                    base,
                    at,
                    i -> Flood.claiming(Flood.laterBy(base.get(at), i + 1), part));
        }
    }

    private static void print(
            String what, List<RawPacket> base, int at, java.util.function.IntFunction<RawPacket> signature) {
        List<RawPacket> packets = new ArrayList<>(base);
        List<RawPacket> flood = new ArrayList<>();
        for (int i = 0; i < FLOOD; i++) {
            flood.add(signature.apply(i));
        }
        packets.addAll(at, flood);
        Octets file = RawPacket.encode(packets);
        long start = System.nanoTime();
        int found = People.ENGINE.read(file).items().size();
        long millis = (System.nanoTime() - start) / 1_000_000;
        System.out.printf(Locale.ROOT, "%d %s: %d ms, %d certificate%n", FLOOD, what, millis, found);
    }
}
