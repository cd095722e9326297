package org.waxwing.crypto.openpgp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waxwing.crypto.openpgp.People.ANNA;
import static org.waxwing.crypto.openpgp.People.BEN;
import static org.waxwing.crypto.openpgp.People.CARLA;
import static org.waxwing.crypto.openpgp.People.ENGINE;
import static org.waxwing.crypto.openpgp.People.NOW;
import static org.waxwing.crypto.openpgp.People.everyone;

import java.io.ByteArrayOutputStream;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.attack.Attack;
import org.waxwing.crypto.cert.CertificateSource;
import org.waxwing.crypto.cert.OpenPgpSecretKey;
import org.waxwing.crypto.cert.SecretKeySource;
import org.waxwing.crypto.engine.Decryption;
import org.waxwing.crypto.engine.SignatureOutcome;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.policy.AlgorithmPolicy;

/// What may be done to a sealed message at the boundaries of its packets and chunks, and what each is
/// called then. No row releases a byte, but for those that change nothing of the message.
class TamperTableTest {
    private static final int TAG = 16;
    private static final int HEADER_2 = 36;
    private static final Octets TEXT = Octets.ofUtf8("The password of the bank is secret. ".repeat(5_000));
    private static final MessageWriter WRITER = new MessageWriter(new SecureRandom());
    private static final CertificateReader READER = new CertificateReader(AlgorithmPolicy.current());
    private static final RawPacket STRAY = new RawPacket(RawPacket.LITERAL, Octets.ofUtf8("b\0\0\0\0\0added"));

    private static List<RawPacket> inside() {
        SigningKey key = ((SigningKey.Search.Found) SigningKey.of(ANNA, READER, everyone(), NOW)).key();
        SignatureMaker.Signed signed = new SignatureMaker(new SecureRandom()).sign(key, 0, TEXT, List.of(), NOW);
        return PacketFramer.frame(new SignedText(TEXT, 'b', List.of(signed)).octets())
                .packets();
    }

    private static List<RawPacket> sealed(List<RawPacket> inside, boolean version2, OpenPgpSecretKey... readers) {
        List<OpenPgpSecretKey> all = List.of(readers);
        Intent intent =
                Intent.of(all.stream().map(OpenPgpSecretKey::certificate).toList(), READER, NOW);
        return PacketFramer.frame(WRITER.encrypt(
                        RawPacket.encode(inside), new MessageWriter.Audience(intent.keys(), List.of(), version2)))
                .packets();
    }

    private static List<RawPacket> sealed(boolean version2) {
        return sealed(inside(), version2, BEN);
    }

    private static Decryption open(List<RawPacket> packets) {
        return ENGINE.decrypt(
                RawPacket.encode(packets),
                SecretKeySource.of(List.of(BEN)),
                CertificateSource.of(List.of(ANNA.certificate())),
                everyone(),
                NOW);
    }

    private static void named(Class<? extends Decryption> outcome, List<RawPacket> packets, String what) {
        Decryption found = open(packets);
        assertInstanceOf(outcome, found, what);
        if (found instanceof Decryption.Decrypted decrypted) {
            assertEquals(TEXT, decrypted.plaintext(), what);
            assertInstanceOf(
                    SignatureOutcome.Valid.class, decrypted.signatures().getFirst(), what);
        }
    }

    private static List<RawPacket> with(List<RawPacket> packets, int at, UnaryOperator<byte[]> change) {
        List<RawPacket> changed = new ArrayList<>(packets);
        RawPacket packet = packets.get(at);
        changed.set(
                at,
                new RawPacket(
                        packet.tag(),
                        Octets.of(change.apply(packet.body().toByteArray().clone()))));
        return changed;
    }

    private static List<RawPacket> plus(List<RawPacket> packets, int at, RawPacket packet) {
        List<RawPacket> changed = new ArrayList<>(packets);
        changed.add(at, packet);
        return changed;
    }

    private static List<RawPacket> minus(List<RawPacket> packets, int at) {
        List<RawPacket> changed = new ArrayList<>(packets);
        changed.remove(at);
        return changed;
    }

    @Test
    void strippedDoubledReorderedAndAddedPacketsAreNamed() {
        for (boolean version2 : List.of(true, false)) {
            List<RawPacket> packets = sealed(version2);
            RawPacket data = packets.getLast();
            String version = version2 ? "SEIPD version 2: " : "SEIPD version 1: ";
            named(Decryption.Decrypted.class, packets, version + "untouched");
            named(Decryption.NoKey.class, minus(packets, 0), version + "without its key packet");
            named(Decryption.Malformed.class, minus(packets, 1), version + "without its data");
            named(Decryption.Malformed.class, packets.reversed(), version + "back to front");
            named(Decryption.Malformed.class, plus(packets, 2, data), version + "its data twice");
            for (int at = 0; at <= packets.size(); at++) {
                named(Decryption.Malformed.class, plus(packets, at, STRAY), version + "a text put in at " + at);
                named(
                        Decryption.Malformed.class,
                        plus(packets, at, new RawPacket(RawPacket.SIGNATURE, Octets.ofUtf8("\4\0"))),
                        version + "a signature put in at " + at);
                named(
                        Decryption.Decrypted.class,
                        plus(packets, at, new RawPacket(RawPacket.MARKER, Octets.ofUtf8("PGP"))),
                        version + "a marker, which says nothing, put in at " + at);
                named(
                        Decryption.Malformed.class,
                        plus(packets, at, new RawPacket(RawPacket.MARKER, Octets.ofUtf8("PGQ"))),
                        version + "a marker that is none put in at " + at);
                named(
                        Decryption.Decrypted.class,
                        plus(packets, at, new RawPacket(RawPacket.PADDING, Octets.ofUtf8("noise"))),
                        version + "padding, which says nothing, put in at " + at);
            }
        }
    }

    @Test
    void theKeyPacketOfAnotherMessageOpensNothing() {
        for (boolean version2 : List.of(true, false)) {
            List<RawPacket> one = sealed(version2);
            List<RawPacket> other = sealed(version2);
            named(Decryption.IntegrityFailed.class, List.of(other.getFirst(), one.getLast()), "a wrong session key");
            named(
                    Decryption.Decrypted.class,
                    List.of(other.getFirst(), one.getFirst(), one.getLast()),
                    "a wrong session key beside the right one");
            named(Decryption.NoKey.class, sealed(inside(), version2, CARLA), "for somebody else");
        }
    }

    /// A key packet of version 6 belongs to data of version 2, one of version 3 to all the others (RFC 9580
    /// §10.3.2.1).
    @Test
    void keyPacketsAndDataOfDifferentVersionsOpenNothing() {
        List<RawPacket> two = sealed(true);
        List<RawPacket> one = sealed(false);
        named(Decryption.NoKey.class, List.of(two.getFirst(), one.getLast()), "key version 6, data version 1");
        named(Decryption.NoKey.class, List.of(one.getFirst(), two.getLast()), "key version 3, data version 2");
        RawPacket libre =
                new RawPacket(RawPacket.ENCRYPTED_LIBREPGP, two.getLast().body());
        assertFalse(open(List.of(two.getFirst(), libre)) instanceof Decryption.Decrypted);
    }

    @Test
    @Attack(3)
    void downgradedDataIsNotOpened() {
        List<RawPacket> two = sealed(true);
        List<RawPacket> one = sealed(false);
        Octets second = two.getLast().body();
        Octets first = one.getLast().body();
        named(
                Decryption.NoKey.class,
                List.of(two.getFirst(), new RawPacket(18, version1(second.slice(HEADER_2, second.length())))),
                "version 2 as version 1");
        for (Octets body : List.of(first, first.slice(1, first.length()), second, second.slice(36, second.length()))) {
            for (RawPacket key : List.of(one.getFirst(), two.getFirst())) {
                named(
                        Decryption.IntegrityFailed.class,
                        List.of(key, new RawPacket(RawPacket.ENCRYPTED_WITHOUT_INTEGRITY, body)),
                        "as data without integrity");
            }
        }
        assertFalse(
                open(with(one, 1, body -> {
                            body[0] = 2;
                            return body;
                        }))
                        instanceof Decryption.Decrypted,
                "version 1 as version 2");
        named(
                Decryption.Unsupported.class,
                with(one, 1, body -> {
                    body[0] = 3;
                    return body;
                }),
                "a version that there is not");
        for (int[] octet : new int[][] {{1, 2}, {1, 99}, {2, 9}, {3, 17}}) {
            named(
                    Decryption.Unsupported.class,
                    with(two, 1, body -> {
                        body[octet[0]] = (byte) octet[1];
                        return body;
                    }),
                    "an algorithm or chunk size that we don't have");
        }
    }

    private static Octets version1(Octets rest) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(1);
        out.writeBytes(rest.toByteArray());
        return Octets.of(out.toByteArray());
    }

    @Test
    void everyChunkIsTiedToItsPlace() {
        List<RawPacket> packets = sealed(true);
        Octets body = packets.getLast().body();
        int chunk = (1 << (body.at(3) + 6)) + TAG;
        int chunks = (body.length() - HEADER_2 - TAG + chunk - 1) / chunk;
        assertTrue(chunks > 2, "chunks: " + chunks);
        for (int i = 0; i < chunks; i++) {
            int from = HEADER_2 + i * chunk;
            int to = Math.min(from + chunk, body.length() - TAG);
            Octets before = body.slice(0, from);
            Octets itself = body.slice(from, to);
            Octets behind = body.slice(to, body.length());
            Octets end = body.slice(body.length() - TAG, body.length());
            failing(packets, "chunk " + i + " taken out", before, behind);
            failing(packets, "chunk " + i + " twice", before, itself, itself, behind);
            failing(packets, "cut before chunk " + i, before);
            failing(packets, "cut before chunk " + i + ", the last tag kept", before, end);
            failing(packets, "cut behind chunk " + i, before, itself);
            failing(packets, "the tag of chunk " + i + " cut", before, itself.slice(0, itself.length() - TAG), behind);
            if (i < chunks - 1) {
                failing(packets, "chunk " + i + " last", before, behind.slice(0, behind.length() - TAG), itself, end);
            }
        }
        failing(packets, "something behind", body, Octets.ofUtf8("0123456789abcdef"));
        for (int at = 0; at < HEADER_2; at++) {
            int flipped = at;
            Decryption found = open(with(packets, 1, bytes -> {
                bytes[flipped] ^= 1;
                return bytes;
            }));
            assertFalse(found instanceof Decryption.Decrypted, "header octet " + at);
        }
    }

    private static void failing(List<RawPacket> packets, String what, Octets... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (Octets part : parts) {
            joined.writeBytes(part.toByteArray());
        }
        named(Decryption.IntegrityFailed.class, with(packets, 1, _ -> joined.toByteArray()), what);
    }

    /// By somebody who may read it and seals it anew: for one of several readers that is no feat.
    @Test
    void whatIsChangedInsideAndSealedAgainIsNamed() {
        List<RawPacket> inside = inside();
        RawPacket announcement = inside.getFirst();
        RawPacket literal = inside.get(1);
        RawPacket signature = inside.getLast();
        for (boolean version2 : List.of(true, false)) {
            for (List<RawPacket> changed : List.of(
                    List.of(announcement, literal),
                    List.of(literal, signature),
                    List.of(announcement, signature),
                    List.of(announcement, signature, literal),
                    List.of(literal, announcement, signature),
                    List.of(announcement, literal, literal, signature),
                    List.of(announcement, literal, signature, literal),
                    List.of(announcement, literal, signature, signature),
                    List.of(announcement, announcement, literal, signature),
                    List.of(literal, literal),
                    List.of(announcement),
                    sealed(inside, version2, BEN))) {
                named(Decryption.Malformed.class, sealed(changed, version2, BEN), "changed inside");
            }
            Decryption.Decrypted stripped =
                    assertInstanceOf(Decryption.Decrypted.class, open(sealed(List.of(literal), version2, BEN)));
            assertEquals(List.of(), stripped.signatures(), "stripped of its signature, it is unsigned");
            Decryption.Decrypted forged = assertInstanceOf(
                    Decryption.Decrypted.class, open(sealed(List.of(announcement, STRAY, signature), version2, BEN)));
            assertInstanceOf(SignatureOutcome.Invalid.class, forged.signatures().getFirst());
        }
    }
}
