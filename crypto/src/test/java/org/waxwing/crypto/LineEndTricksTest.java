package org.waxwing.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waxwing.crypto.Person.ANNA;
import static org.waxwing.crypto.Tree.encrypted;
import static org.waxwing.crypto.Tree.fromAnna;
import static org.waxwing.crypto.Tree.mixed;
import static org.waxwing.crypto.Tree.signedOver;
import static org.waxwing.crypto.Tree.text;
import static org.waxwing.crypto.Tree.with;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.CryptographicSummary.Status;
import org.waxwing.crypto.attack.Attack;
import org.waxwing.crypto.mime.Octets;

/// Whoever has a signed letter changes where its lines end, so that the reader sees other parts of it than
/// the signer wrote, and the signature covers the same bytes when they are mended.
class LineEndTricksTest {
    private static final List<String> OTHER_ENDS = List.of("\r", "\r\r\n", "\n\r", "\r\n\r", "");

    private static final String FILE = "Content-Disposition: attachment; filename=sums.txt\r\n";

    private static final Octets PART = with(
            "From: Anna <anna@waxwing.example>\r\nSubject: Pay\r\n",
            Octets.ofUtf8(mixed(text("Don't pay.\r\n\r\nI mean it."), with(FILE, text("one\r\ntwo")))
                    .utf8()
                    .replace("multipart/mixed", "multipart/mixed; hp=\"clear\"")));

    /// The ways to put a signature over one part around another.
    private static final List<BiFunction<Octets, Octets, Octets>> WAYS = List.of(
            (really, part) -> fromAnna(signedOver(ANNA, really, part)),
            (really, part) -> fromAnna(encrypted(signedOver(ANNA, really, part))),
            (really, part) -> fromAnna(unobtrusive(really, part)));

    @Test
    @Attack(18)
    void noOtherEndOfALineShowsOtherWordsUnderTheSignature() {
        for (BiFunction<Octets, Octets, Octets> way : WAYS) {
            Opening.Opened whole = BensDesk.opened(way.apply(PART, PART));
            assertTrue(isProven(whole.summary()));
            for (Octets changed : changed()) {
                Opening opening = BensDesk.open(way.apply(PART, changed));
                boolean proven = opening instanceof Opening.Opened opened && isProven(opened.summary());
                assertFalse(proven, () -> changed.utf8().replace("\r", "<CR>"));
            }
        }
    }

    @Test
    @Attack(18)
    void noOtherEndOfALineShowsOtherWordsAboveAListsFooter() {
        for (Octets changed : changed()) {
            Octets message = with(
                    "List-Id: <people.example>\r\n",
                    fromAnna(mixed(signedOver(ANNA, PART, changed), text("To leave: …"))));
            boolean proven = BensDesk.opened(message)
                    .payload()
                    .coveredPart()
                    .filter(part -> part.authenticity() instanceof Authenticity.Verified)
                    .isPresent();
            assertFalse(proven, () -> changed.utf8().replace("\r", "<CR>"));
        }
    }

    /// As in a mailbox file of Unix. What is shown is what was signed, files included.
    @Test
    void aLetterThatLostItsReturnsIsShownAsItWasSigned() {
        Octets bare = Octets.ofUtf8(PART.utf8().replace("\r", ""));
        for (BiFunction<Octets, Octets, Octets> way : WAYS) {
            Opening.Opened opened = BensDesk.opened(way.apply(PART, bare));
            assertTrue(isProven(opened.summary()));
            assertEquals(PART, opened.payload().bytes());
            assertEquals("Pay", opened.payload().fields().subject());
            assertEquals("Don't pay.\n\nI mean it.", opened.payload().content().text());
            assertEquals(
                    "one\r\ntwo",
                    opened.payload()
                            .content()
                            .attachments()
                            .getFirst()
                            .content()
                            .utf8());
        }
    }

    @Test
    void aSignatureOverBareLineFeedsHoldsToo() {
        Octets bare = Octets.ofUtf8(PART.utf8().replace("\r", ""));
        Opening.Opened opened = BensDesk.opened(fromAnna(signedOver(ANNA, bare, bare)));
        assertEquals(Status.VERIFIED, opened.summary().status());
        assertEquals(bare, opened.payload().bytes());
    }

    private static boolean isProven(CryptographicSummary summary) {
        return summary.status() == Status.VERIFIED || summary.status() == Status.CONFIDENTIAL;
    }

    /// The part with each line, and all of them, ending otherwise.
    private static List<Octets> changed() {
        String part = PART.utf8();
        List<Octets> all = new ArrayList<>();
        for (String end : OTHER_ENDS) {
            for (int at = part.indexOf("\r\n"); at >= 0; at = part.indexOf("\r\n", at + 1)) {
                all.add(Octets.ofUtf8(part.substring(0, at) + end + part.substring(at + 2)));
            }
            all.add(Octets.ofUtf8(part.replace("\r\n\r\n", "\r\n" + end)));
            all.add(Octets.ofUtf8(part.replace("\r\n", end)));
        }
        all.add(Octets.ofUtf8(part + "\r"));
        return all;
    }

    private static Octets unobtrusive(Octets really, Octets part) {
        String signature = PretendEngine.signatureBy(ANNA, really).utf8();
        String code = Base64.getEncoder().encodeToString(signature.getBytes(StandardCharsets.UTF_8));
        return mixed(with("Sig: t=p; b=" + code + "\r\n", part));
    }
}
