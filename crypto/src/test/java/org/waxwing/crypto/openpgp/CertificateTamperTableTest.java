package org.waxwing.crypto.openpgp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waxwing.crypto.openpgp.People.ANNA;
import static org.waxwing.crypto.openpgp.People.BEN;
import static org.waxwing.crypto.openpgp.People.CARLA;
import static org.waxwing.crypto.openpgp.People.ENGINE;
import static org.waxwing.crypto.openpgp.People.NOW;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.cert.Certificate;
import org.waxwing.crypto.cert.KeyMaterial.Item;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.cert.Usability;
import org.waxwing.crypto.mime.Octets;

/// The table of what may be done to the packets of a certificate on its way. Whatever it is, nothing that
/// its owner didn't say comes out of it, and what is known already loses nothing by it.
class CertificateTamperTableTest {
    private static final List<RawPacket> GENUINE = packets(ANNA.certificate());

    private static final long ANNA_KEY_ID = ANNA.certificate().keys().getFirst().keyId();
    private static final List<String> GENUINE_WORDS = ownWords(GENUINE);

    private int rows;

    private static List<RawPacket> packets(Certificate certificate) {
        return PacketFramer.frame(certificate.encoded()).packets();
    }

    private static Optional<OpenPgpCertificate> read(List<RawPacket> packets) {
        return ENGINE.read(RawPacket.encode(packets)).items().stream()
                .filter(Item.CertificateFound.class::isInstance)
                .map(item -> ((Item.CertificateFound) item).certificate())
                .findFirst();
    }

    /// Nothing in what was read is more than Anna said.
    private void noMore(String what, List<RawPacket> packets) {
        rows++;
        Optional<OpenPgpCertificate> read = read(packets);
        if (read.isEmpty()) {
            return;
        }
        if (!read.get().fingerprint().equals(ANNA.fingerprint())) {
            Usability usability = read.get().usability(NOW);
            assertFalse(usability.canEncrypt() || usability.canSign(), what + " makes another certificate");
            return;
        }
        List<String> added = ownWords(packets(read.get())).stream()
                .filter(word -> !GENUINE_WORDS.contains(word))
                .toList();
        assertEquals(List.of(), added, what);
        assertTrue(ANNA.certificate().userIds().containsAll(read.get().userIds()), what);
        OpenPgpCertificate merged = ENGINE.merge(ANNA.certificate(), read.get());
        assertEquals(GENUINE_WORDS, ownWords(packets(merged)), what + ", merged");
        assertEquals(ANNA.certificate().usability(NOW), merged.usability(NOW), what + ", merged");
    }

    /// The keys, the user ids, and what the owner signed. Words of others are kept and prove nothing; so
    /// may the area be written anew that nobody signs.
    private static List<String> ownWords(List<RawPacket> packets) {
        List<String> words = new ArrayList<>();
        for (RawPacket packet : packets) {
            if (packet.tag() != RawPacket.SIGNATURE) {
                words.add(packet.tag() + SignaturePeek.hex(packet.body()));
            } else {
                SignaturePeek.of(packet)
                        .filter(peek -> peek.mayBeBy(ANNA.fingerprint().hex(), ANNA_KEY_ID))
                        .map(peek -> SignaturePeek.hex(
                                packet.body().slice(0, peek.tail().hashedEnd())))
                        .filter(word -> !words.contains(word))
                        .ifPresent(words::add);
            }
        }
        return words;
    }

    /// What was done leaves the certificate as it was.
    private void noLess(String what, List<RawPacket> packets) {
        rows++;
        assertEquals(Optional.of(ANNA.certificate().encoded()), read(packets).map(OpenPgpCertificate::encoded), what);
    }

    private static List<RawPacket> with(int at, RawPacket packet) {
        List<RawPacket> changed = new ArrayList<>(GENUINE);
        changed.set(at, packet);
        return changed;
    }

    private static List<RawPacket> plus(int at, RawPacket... packets) {
        List<RawPacket> changed = new ArrayList<>(GENUINE);
        changed.addAll(at, List.of(packets));
        return changed;
    }

    private static List<RawPacket> minus(int at) {
        List<RawPacket> changed = new ArrayList<>(GENUINE);
        changed.remove(at);
        return changed;
    }

    @Test
    void noOctetCanBeChanged() {
        for (int at = 0; at < GENUINE.size(); at++) {
            RawPacket packet = GENUINE.get(at);
            for (int octet = 0; octet < packet.body().length(); octet++) {
                byte[] changed = packet.body().toByteArray().clone();
                changed[octet] ^= 1;
                noMore("packet " + at + " octet " + octet, with(at, new RawPacket(packet.tag(), Octets.of(changed))));
            }
            for (int length :
                    List.of(0, 1, packet.body().length() / 2, packet.body().length() - 1)) {
                noMore(
                        "packet " + at + " cut to " + length,
                        with(at, new RawPacket(packet.tag(), packet.body().slice(0, length))));
            }
        }
        report("certificates, octets", 400);
    }

    private void report(String what, int atLeast) {
        System.out.println("tamper table, " + what + ": " + rows + "/" + rows);
        assertTrue(rows >= atLeast, "rows: " + rows);
    }

    @Test
    void packetsThatAreStrippedDoubledOrMovedSayNoMore() {
        for (int at = 0; at < GENUINE.size(); at++) {
            noMore("packet " + at + " stripped", minus(at));
            for (int to = 0; to < GENUINE.size(); to++) {
                List<RawPacket> moved = new ArrayList<>(minus(at));
                moved.add(to, GENUINE.get(at));
                noMore("packet " + at + " at " + to, moved);
                if (at > 0) {
                    noMore("packet " + at + " again at " + to, plus(to, GENUINE.get(at)));
                }
            }
            noMore("cut behind packet " + at, GENUINE.subList(0, at + 1));
        }
        noMore("back to front", GENUINE.reversed());
        List<RawPacket> twice = new ArrayList<>(GENUINE);
        twice.addAll(GENUINE.subList(1, GENUINE.size()));
        noLess("everything twice", twice);
        report("certificates, packets stripped and moved", 50);
    }

    /// Ben's and Carla's packets, at every place, with and without their signatures; each is genuine, but
    /// not in this certificate.
    @Test
    void packetsOfOthersDontCount() {
        for (RawPacket foreign : List.of(
                new RawPacket(RawPacket.MARKER, Octets.ofUtf8("PGP")),
                new RawPacket(RawPacket.TRUST, Octets.ofUtf8("\0\0")),
                new RawPacket(RawPacket.PADDING, Octets.ofUtf8("noise")),
                new RawPacket(RawPacket.LITERAL, Octets.ofUtf8("b\0\0\0\0\0added")),
                new RawPacket(63, Octets.ofUtf8("private")))) {
            for (int at = 1; at <= GENUINE.size(); at++) {
                noLess("packet " + foreign.tag() + " at " + at, plus(at, foreign));
            }
        }
        for (Certificate other : List.of(BEN.certificate(), CARLA.certificate())) {
            List<RawPacket> theirs = packets(other);
            for (int i = 1; i < theirs.size(); i++) {
                boolean component = theirs.get(i).tag() != RawPacket.SIGNATURE;
                for (int at = 1; at <= GENUINE.size(); at++) {
                    noMore("their packet " + i + " at " + at, plus(at, theirs.get(i)));
                    if (component && i + 1 < theirs.size()) {
                        noMore("their part " + i + " at " + at, plus(at, theirs.get(i), theirs.get(i + 1)));
                    }
                }
                for (int at = 0; at < GENUINE.size(); at++) {
                    if (GENUINE.get(at).tag() == theirs.get(i).tag()) {
                        noMore("their packet " + i + " in place of " + at, with(at, theirs.get(i)));
                    }
                }
            }
            noMore("their key before Anna's packets", with(0, theirs.getFirst()));
        }
        report("certificates, packets of others", 90);
    }
}
