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

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.cert.CertificateSource;
import org.waxwing.crypto.cert.OpenPgpSecretKey;
import org.waxwing.crypto.engine.Production;
import org.waxwing.crypto.engine.SignatureOutcome;
import org.waxwing.crypto.mime.Octets;

/// The table of what may be done to a detached signature and to the text below it.
class DetachedTamperTableTest {
    private static final Octets TEXT = Octets.ofUtf8("Meet me at noon.\r\nBring the password.\r\n");
    private static final RawPacket SIGNATURE = signature(ANNA);

    private int rows;

    private static RawPacket signature(OpenPgpSecretKey signer) {
        Octets made = assertInstanceOf(Production.Made.class, ENGINE.sign(TEXT, signer, everyone(), NOW))
                .octets();
        return DetachedSignatures.packets(made).getFirst();
    }

    private static List<SignatureOutcome> outcomes(Octets text, RawPacket... signatures) {
        return ENGINE.verify(
                text,
                RawPacket.encode(List.of(signatures)),
                CertificateSource.of(List.of(ANNA.certificate(), BEN.certificate())),
                NOW);
    }

    private static boolean holds(Octets text, RawPacket... signatures) {
        return outcomes(text, signatures).stream().anyMatch(SignatureOutcome.Valid.class::isInstance);
    }

    private void fails(String what, Octets text, RawPacket... signatures) {
        rows++;
        assertFalse(holds(text, signatures), what);
    }

    private void report(String what, int atLeast) {
        System.out.println("tamper table, " + what + ": " + rows + "/" + rows);
        assertTrue(rows >= atLeast, "rows: " + rows);
    }

    private static RawPacket changed(int at, int by) {
        byte[] body = SIGNATURE.body().toByteArray().clone();
        body[at] ^= (byte) by;
        return new RawPacket(RawPacket.SIGNATURE, Octets.of(body));
    }

    /// But for the area that nobody signs: there the issuer is only a hint, and the signature holds by the
    /// same key or not at all. The same goes for a bit count that still names as many octets: version 4
    /// lets it be inexact (RFC 9580 §3.2), and the number read is the number that was written.
    @Test
    void noOctetOfTheSignatureCanBeChanged() {
        assertTrue(holds(TEXT, SIGNATURE));
        SignaturePeek peek = SignaturePeek.of(SIGNATURE).orElseThrow();
        int hashedEnd = peek.tail().hashedEnd();
        int unhashedEnd = hashedEnd + 2 + (int) SignaturePeek.number(SIGNATURE.body(), hashedEnd, 2);
        // The first 16 bits of the digest are a hint as well (RFC 9580 §5.2.3).
        int numbers = unhashedEnd + 2;
        for (int at = 0; at < SIGNATURE.body().length(); at++) {
            for (int bit : List.of(0x01, 0x10, 0x80)) {
                RawPacket changed = changed(at, bit);
                if ((at >= hashedEnd && at < numbers) || namesAsManyOctets(numbers, changed)) {
                    rows++;
                    holdsAsBeforeOrNotAtAll(changed);
                } else {
                    fails("octet " + at + " bit " + bit, TEXT, changed);
                }
            }
        }
        for (int length = 0; length < SIGNATURE.body().length(); length++) {
            fails(
                    "cut to " + length,
                    TEXT,
                    new RawPacket(RawPacket.SIGNATURE, SIGNATURE.body().slice(0, length)));
        }
        report("detached signatures, octets", 300);
    }

    private static void holdsAsBeforeOrNotAtAll(RawPacket changed) {
        for (SignatureOutcome outcome : outcomes(TEXT, changed)) {
            if (outcome instanceof SignatureOutcome.Valid valid) {
                assertEquals(ANNA.fingerprint(), valid.signer().fingerprint());
                assertEquals(NOW, valid.signedAt());
            }
        }
    }

    /// Whether only a bit count differs from the genuine signature's, by no octet.
    private static boolean namesAsManyOctets(int numbers, RawPacket changed) {
        return numbersAt(numbers, changed).equals(numbersAt(numbers, SIGNATURE));
    }

    /// The multiprecision integers from this place to the end, and what stands before and after them.
    private static List<Octets> numbersAt(int start, RawPacket packet) {
        Octets body = packet.body();
        List<Octets> found = new ArrayList<>(List.of(body.slice(0, start)));
        int at = start;
        while (at + 2 <= body.length()) {
            int end = at + 2 + ((int) SignaturePeek.number(body, at, 2) + 7) / 8;
            if (end > body.length()) {
                break;
            }
            found.add(body.slice(at + 2, end));
            at = end;
        }
        found.add(body.slice(at, body.length()));
        return found;
    }

    @Test
    void noOctetOfTheTextCanBeChanged() {
        for (int at = 0; at < TEXT.length(); at++) {
            byte[] text = TEXT.toByteArray().clone();
            text[at] ^= 1;
            fails("text octet " + at, Octets.of(text), SIGNATURE);
            fails("text cut to " + at, TEXT.slice(0, at), SIGNATURE);
        }
        fails("a line more", Octets.ofUtf8(TEXT.utf8() + "\r\n"), SIGNATURE);
        fails("other line ends", Octets.ofUtf8(TEXT.utf8().replace("\r\n", "\n")), SIGNATURE);
        fails("a blank at a line's end", Octets.ofUtf8(TEXT.utf8().replace("\r\n", " \r\n")), SIGNATURE);
        report("detached signatures, text", 75);
    }

    /// A signature in somebody else's name, or of another kind.
    @Test
    void aSignatureIsWhatItWasMadeAs() {
        RawPacket bens = signature(BEN);
        byte[] swapped = SIGNATURE.body().toByteArray().clone();
        byte[] other = bens.body().toByteArray();
        System.arraycopy(other, other.length - 64, swapped, swapped.length - 64, 64);
        fails("Ben's mathematics in Anna's name", TEXT, new RawPacket(RawPacket.SIGNATURE, Octets.of(swapped)));
        for (int type = 1; type < 0x60; type++) {
            fails("type " + type, TEXT, changed(1, type));
        }
        for (int tag : List.of(RawPacket.ONE_PASS_SIGNATURE, RawPacket.LITERAL, RawPacket.USER_ID)) {
            fails("packet " + tag, TEXT, new RawPacket(tag, SIGNATURE.body()));
        }
        fails("stripped", TEXT);
        fails("stripped, with a marker", TEXT, new RawPacket(RawPacket.MARKER, Octets.ofUtf8("PGP")));
        rows += 2;
        assertEquals(2, outcomes(TEXT, SIGNATURE, SIGNATURE).size());
        List<SignatureOutcome> beside = outcomes(TEXT, changed(SIGNATURE.body().length() - 1, 1), SIGNATURE);
        assertInstanceOf(SignatureOutcome.Invalid.class, beside.getFirst());
        assertInstanceOf(SignatureOutcome.Valid.class, beside.getLast());
        report("detached signatures, kinds", 100);
    }
}
