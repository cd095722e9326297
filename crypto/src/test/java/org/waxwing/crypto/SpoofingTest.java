package org.waxwing.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waxwing.crypto.Person.ANNA;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waxwing.crypto.CryptographicPayload.Note;
import org.waxwing.crypto.CryptographicSummary.Status;
import org.waxwing.crypto.ProtectedFields.FieldProtection;
import org.waxwing.crypto.attack.Attack;
import org.waxwing.crypto.mime.Octets;

/// Letters that borrow somebody's seal.
class SpoofingTest {
    private static final Octets STOLEN = Tree.text("the words that Anna signed");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Disposition: inline\r\nContent-ID: <seal>\r\n",
                "Content-Disposition: attachment; filename=seal.eml\r\n",
                ""
            })
    @Attack(19)
    void aSignedPartHiddenBesideTheTextLendsItsSignatureToNobody(String place) {
        Octets hidden = Tree.with(place, Tree.signed(ANNA, STOLEN));
        Octets page = Tree.html("<p>Send the money.</p><img src='cid:seal' style='display:none'>");
        Opening.Opened opened = BensDesk.opened(Tree.fromAnna(Tree.mixed(page, hidden)));
        assertEquals(Status.UNPROTECTED, opened.summary().status());
        assertEquals(1, opened.payload().errantLayers());
        assertFalse(opened.payload().content().text().contains("Anna signed"));
    }

    @Test
    @Attack(6)
    void hundredsOfStolenCiphertextsStayClosed() {
        List<Octets> parts = Collections.nCopies(300, Tree.encrypted(STOLEN));
        Opening.Opened opened = BensDesk.opened(Tree.fromAnna(Tree.mixed(parts.toArray(Octets[]::new))));
        assertEquals(Status.UNPROTECTED, opened.summary().status());
        assertEquals(300, opened.payload().errantLayers());
        assertFalse(opened.payload().content().text().contains("Anna signed"));
        assertTrue(opened.payload().content().attachments().stream()
                .noneMatch(file -> file.content().latin1().contains("Anna signed")));
    }

    @Test
    @Attack(22)
    void anOldLetterUnderANewSubjectAndDateSaysThatTheyAreNotCovered() {
        Octets replayed =
                Tree.with("Date: Tue, 24 Nov 2026 10:00:00 +0000\r\n", Tree.fromAnna(Tree.signed(ANNA, STOLEN)));
        Opening.Opened opened = BensDesk.opened(replayed);
        assertEquals(Status.VERIFIED, opened.summary().status());
        assertTrue(opened.payload().notes().contains(Note.HEADERS_NOT_PROTECTED));
        assertTrue(opened.payload().fields().fields().stream()
                .allMatch(field -> field.protection() == FieldProtection.UNPROTECTED));
    }

    @Test
    @Attack(39)
    void aLegacyDisplayMarkHidesNothingOfOrdinaryMail() {
        Octets marked =
                Octets.ofUtf8("Content-Type: text/plain; hp-legacy-display=1\r\n\r\nSubject: read me\r\n\r\nwords\r\n");
        assertTrue(BensDesk.opened(Tree.fromAnna(marked))
                .payload()
                .content()
                .text()
                .contains("read me"));
        assertTrue(BensDesk.opened(Tree.fromAnna(Tree.signed(ANNA, marked)))
                .payload()
                .content()
                .text()
                .contains("words"));
    }
}
