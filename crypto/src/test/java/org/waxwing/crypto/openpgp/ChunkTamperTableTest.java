package org.waxwing.crypto.openpgp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waxwing.crypto.openpgp.People.ANNA;
import static org.waxwing.crypto.openpgp.People.BEN;
import static org.waxwing.crypto.openpgp.People.ENGINE;
import static org.waxwing.crypto.openpgp.People.NOW;
import static org.waxwing.crypto.openpgp.People.everyone;

import java.io.ByteArrayOutputStream;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.attack.Attack;
import org.waxwing.crypto.cert.CertificateSource;
import org.waxwing.crypto.cert.SecretKeySource;
import org.waxwing.crypto.engine.Decryption;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.openpgp.bulk.SealedChunks;
import org.waxwing.crypto.policy.AlgorithmPolicy;

/// The table of what may be done to data in chunks, in every mode that is read: GCM and EAX of RFC 9580,
/// and GnuPG's packet 20 in OCB and EAX. No row releases a byte.
class ChunkTamperTableTest {
    private static final int TAG = 16;
    private static final int CHUNK = 64;

    /// Prime to the lengths of chunks and tags.
    private static final int STEP = 7;

    private static final int EAX = 1;
    private static final int OCB = 2;
    private static final int GCM = 3;
    private static final int LIBREPGP = RawPacket.ENCRYPTED_LIBREPGP;
    private static final int RFC_9580 = RawPacket.ENCRYPTED_WITH_INTEGRITY;
    private static final Octets TEXT = Octets.ofUtf8("The password of the bank is secret. ".repeat(6));

    /// @param header octets before the first chunk
    private record Format(String name, int tag, int mode, int header) {}

    private static final List<Format> FORMATS = List.of(
            new Format("packet 18 OCB", RFC_9580, OCB, 36),
            new Format("packet 18 GCM", RFC_9580, GCM, 36),
            new Format("packet 18 EAX", RFC_9580, EAX, 36),
            new Format("packet 20 OCB", LIBREPGP, OCB, 19),
            new Format("packet 20 EAX", LIBREPGP, EAX, 20));

    private final MessageWriter writer = new MessageWriter(new SecureRandom());
    private int rows;

    private record Sealed(RawPacket key, Octets sessionKey) {}

    /// A key packet for Ben, with the session key in it.
    private Sealed sealed(Format format) {
        Intent intent = Intent.of(List.of(BEN.certificate()), new CertificateReader(AlgorithmPolicy.current()), NOW);
        MessageWriter.Encrypted made = writer.encrypted(
                new SignedText(TEXT, 'b', List.of()),
                new MessageWriter.Audience(intent.keys(), List.of(), format.tag() == RFC_9580));
        return new Sealed(
                PacketFramer.frame(made.message()).packets().getFirst(),
                Octets.of(made.sessionKey().getKey()));
    }

    private Octets body(Format format, Sealed sealed) {
        return SealedChunks.body(
                format.tag(), format.mode(), 0, sealed.sessionKey(), new SignedText(TEXT, 'b', List.of()).octets());
    }

    private static Decryption open(RawPacket... packets) {
        return ENGINE.decrypt(
                RawPacket.encode(List.of(packets)),
                SecretKeySource.of(List.of(BEN)),
                CertificateSource.of(List.of(ANNA.certificate())),
                everyone(),
                NOW);
    }

    private void fails(Format format, Sealed sealed, String what, Octets... parts) {
        rows++;
        assertInstanceOf(
                Decryption.IntegrityFailed.class,
                open(sealed.key(), new RawPacket(format.tag(), joined(parts))),
                format.name() + ": " + what);
    }

    private static Octets joined(Octets... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Octets part : parts) {
            out.writeBytes(part.toByteArray());
        }
        return Octets.of(out.toByteArray());
    }

    private static Octets flipped(Octets body, int at) {
        byte[] changed = body.toByteArray().clone();
        changed[at] ^= 1;
        return Octets.of(changed);
    }

    @Test
    @Attack(4)
    void everyModeIsTamperProof() {
        for (Format format : FORMATS) {
            Sealed sealed = sealed(format);
            Octets body = body(format, sealed);
            Decryption whole = open(sealed.key(), new RawPacket(format.tag(), body));
            assertEquals(
                    TEXT,
                    assertInstanceOf(Decryption.Decrypted.class, whole, format.name())
                            .plaintext());
            everyOctet(format, sealed, body);
            everyChunk(format, sealed, body);
            everyLength(format, sealed, body);
        }
        System.out.println("tamper table, chunks: " + rows + "/" + rows + " in " + FORMATS.size() + " modes");
        assertTrue(rows > 500, "rows: " + rows);
    }

    private void everyOctet(Format format, Sealed sealed, Octets body) {
        for (int at = 0; at < body.length(); at += at < 4 ? 1 : STEP) {
            Octets changed = flipped(body, at);
            if (at >= 4) {
                fails(format, sealed, "octet " + at + " flipped", changed);
            } else {
                rows++;
                assertFalse(
                        open(sealed.key(), new RawPacket(format.tag(), changed)) instanceof Decryption.Decrypted,
                        format.name() + ": header octet " + at);
            }
        }
    }

    private void everyLength(Format format, Sealed sealed, Octets body) {
        for (int length = format.header(); length < body.length(); length += STEP) {
            fails(format, sealed, "cut to " + length, body.slice(0, length));
        }
        for (int more : List.of(1, TAG, CHUNK, CHUNK + TAG)) {
            fails(format, sealed, "longer by " + more, body, Octets.of(new byte[more]));
        }
    }

    private void everyChunk(Format format, Sealed sealed, Octets body) {
        List<Octets> chunks = new ArrayList<>();
        Octets head = body.slice(0, format.header());
        int end = body.length() - TAG;
        for (int at = format.header(); at < end; at += CHUNK + TAG) {
            chunks.add(body.slice(at, Math.min(end, at + CHUNK + TAG)));
        }
        Octets last = body.slice(end, body.length());
        assertTrue(chunks.size() > 3);
        for (int i = 0; i < chunks.size(); i++) {
            for (int j = 0; j < chunks.size(); j++) {
                List<Octets> changed = new ArrayList<>(chunks);
                if (i == j) {
                    changed.remove(i);
                    fails(format, sealed, "chunk " + i + " out", head, joined(changed.toArray(Octets[]::new)), last);
                    changed.add(i, chunks.get(i));
                    changed.add(i, chunks.get(i));
                    fails(format, sealed, "chunk " + i + " twice", head, joined(changed.toArray(Octets[]::new)), last);
                } else {
                    changed.add(j, changed.remove(i));
                    fails(
                            format,
                            sealed,
                            "chunk " + i + " at " + j,
                            head,
                            joined(changed.toArray(Octets[]::new)),
                            last);
                }
            }
        }
        fails(format, sealed, "no chunk", head, last);
        Octets other = body(format, sealed);
        fails(
                format,
                sealed,
                "the head of another message",
                other.slice(0, format.header()),
                body.slice(format.header(), body.length()));
        fails(format, sealed, "the end of another message", body.slice(0, end), other.slice(end, other.length()));
    }

    /// What is sealed in one way is not opened in another, whoever relabels it.
    @Test
    void noModePassesForAnother() {
        int relabelled = 0;
        for (Format from : FORMATS) {
            Sealed sealed = sealed(from);
            Octets body = body(from, sealed);
            for (Format to : FORMATS) {
                if (!from.equals(to)) {
                    byte[] changed = body.toByteArray().clone();
                    changed[0] = (byte) (to.tag() == LIBREPGP ? 1 : 2);
                    changed[2] = (byte) to.mode();
                    Decryption found = open(sealed.key(), new RawPacket(to.tag(), Octets.of(changed)));
                    assertFalse(found instanceof Decryption.Decrypted, from.name() + " as " + to.name());
                    relabelled++;
                }
            }
            for (int tag : List.of(RawPacket.ENCRYPTED_WITHOUT_INTEGRITY, RFC_9580, LIBREPGP)) {
                Octets inside = joined(Octets.of(new byte[] {1}), body.slice(from.header(), body.length()));
                assertFalse(open(sealed.key(), new RawPacket(tag, inside)) instanceof Decryption.Decrypted);
                relabelled++;
            }
        }
        System.out.println("tamper table, relabelled: " + relabelled + "/" + relabelled);
    }
}
