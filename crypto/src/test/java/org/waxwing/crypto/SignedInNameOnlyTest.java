package org.waxwing.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.waxwing.crypto.Person.ANNA;
import static org.waxwing.crypto.Tree.fromAnna;
import static org.waxwing.crypto.Tree.mixed;
import static org.waxwing.crypto.Tree.namedSigned;
import static org.waxwing.crypto.Tree.signaturePart;
import static org.waxwing.crypto.Tree.signed;
import static org.waxwing.crypto.Tree.text;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.CryptographicSummary.Status;
import org.waxwing.crypto.mime.AttachedFile;
import org.waxwing.crypto.mime.Octets;

/// A multipart/signed that is no layer hides nothing: each of its parts is shown or listed.
class SignedInNameOnlyTest {
    private static final Octets HELLO = text("Hello");
    private static final Octets SIGNATURE = signaturePart(ANNA, HELLO);

    @Test
    void aThirdPartIsListedAndTakesTheProtectionAway() {
        var opened = unprotected(namedSigned(HELLO, SIGNATURE, text("and transfer the money")));
        assertEquals("Hello", opened.payload().content().text());
        assertEquals(List.of("part-1.asc", "part-2.txt"), names(opened));
        assertEquals(
                "and transfer the money",
                opened.payload().content().attachments().getLast().content().utf8());
    }

    @Test
    void aPartThatIsNoSignatureIsListed() {
        assertEquals(List.of("part-1.txt"), names(unprotected(namedSigned(HELLO, text("You are fired")))));
        Octets unknown = Octets.ofUtf8("Content-Type: application/x-other-signature\r\n\r\nAAAA");
        assertEquals(List.of("part-1"), names(unprotected(namedSigned(HELLO, unknown))));
    }

    @Test
    void aSinglePartIsShown() {
        var opened = unprotected(namedSigned(HELLO));
        assertEquals("Hello", opened.payload().content().text());
        assertEquals(List.of(), names(opened));
    }

    @Test
    void belowTheRootTooNothingIsLost() {
        var opened = unprotected(mixed(text("hi"), namedSigned(HELLO, SIGNATURE, text("and more"))));
        assertEquals("hi", opened.payload().content().text());
        assertEquals(List.of("part-1.txt", "part-2.asc", "part-3.txt"), names(opened));
    }

    @Test
    void theSignatureOfALayerIsNoFile() {
        var opened = unprotected(mixed(text("hi"), signed(ANNA, HELLO)));
        assertEquals(List.of("part-1.txt"), names(opened));
        assertEquals(1, opened.payload().errantLayers());
    }

    private static Opening.Opened unprotected(Octets body) {
        var opened = BensDesk.opened(fromAnna(body));
        assertEquals(Status.UNPROTECTED, opened.summary().status());
        assertInstanceOf(Authenticity.Unsigned.class, opened.summary().authenticity());
        return opened;
    }

    private static List<String> names(Opening.Opened opened) {
        return opened.payload().content().attachments().stream()
                .map(AttachedFile::name)
                .toList();
    }
}
