package org.waxwing.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waxwing.crypto.Person.ANNA;
import static org.waxwing.crypto.Person.CARLA;
import static org.waxwing.crypto.Tree.encrypted;
import static org.waxwing.crypto.Tree.forwarded;
import static org.waxwing.crypto.Tree.fromAnna;
import static org.waxwing.crypto.Tree.mixed;
import static org.waxwing.crypto.Tree.signed;
import static org.waxwing.crypto.Tree.text;
import static org.waxwing.crypto.Tree.with;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.CryptographicPayload.Note;
import org.waxwing.crypto.CryptographicSummary.Status;
import org.waxwing.crypto.ProtectedFields.FieldProtection;
import org.waxwing.crypto.attack.Attack;
import org.waxwing.crypto.mime.Octets;

/// The receiving side of header protection (RFC 9788 §4).
class HeaderProtectionTest {
    private static final String OUTSIDE =
            "From: Anna <anna@waxwing.example>\r\nTo: ben@waxwing.example\r\nSubject: [...]\r\n";
    private static final String INSIDE =
            "From: Anna <anna@waxwing.example>\r\nTo: ben@waxwing.example\r\nSubject: Secret\r\n";
    private static final String HP_OUTER =
            OUTSIDE.replaceAll("(?m)^", "HP-Outer: ").replaceAll("HP-Outer: $", "");

    @Test
    void protectedFieldsReplaceTheOuterOnes() {
        var opened = sealed(OUTSIDE, INSIDE + HP_OUTER, "hp=\"cipher\"", "hi");
        ProtectedFields fields = opened.payload().fields();
        assertEquals("Secret", fields.subject());
        assertEquals(FieldProtection.SIGNED_AND_ENCRYPTED, protection(fields, "Subject"));
        assertEquals(FieldProtection.SIGNED_ONLY, protection(fields, "From"));
        assertEquals(List.of(), opened.payload().notes());
        assertFalse(fields.fields().stream().anyMatch(field -> field.name().equals("HP-Outer")));
        assertEquals("[...]", fields.outer().getLast().value());
    }

    @Test
    @Attack(22)
    void anOuterSubjectChangedOnTheWayIsNoted() {
        var opened = sealed(OUTSIDE.replace("[...]", "Buy now"), INSIDE + HP_OUTER, "hp=\"cipher\"", "hi");
        assertEquals("Secret", opened.payload().fields().subject());
        assertEquals(List.of(Note.OUTER_FIELDS_CHANGED), opened.payload().notes());
    }

    @Test
    @Attack(7)
    void aCcAddedOnTheWayIsNotedAndNotShown() {
        var opened = sealed(OUTSIDE + "Cc: carla@elsewhere.example\r\n", INSIDE + HP_OUTER, "hp=\"cipher\"", "hi");
        assertEquals(List.of(), opened.payload().fields().cc());
        assertEquals(List.of(Note.OUTER_FIELDS_CHANGED), opened.payload().notes());
    }

    @Test
    void thunderbirdsCipherWithoutHpOuterIsInferred() {
        var opened = sealed(OUTSIDE, INSIDE, "hp=\"cipher\"; protected-headers=\"v1\"", "hi");
        ProtectedFields fields = opened.payload().fields();
        assertEquals("Secret", fields.subject());
        assertEquals(FieldProtection.SIGNED_AND_ENCRYPTED, protection(fields, "Subject"));
        assertEquals(FieldProtection.SIGNED_ONLY, protection(fields, "To"));
        assertEquals(List.of(Note.HEADER_PROTECTION_INFERRED), opened.payload().notes());
    }

    @Test
    @Attack(7)
    void aRecipientAddedToThunderbirdsLetterIsNoted() {
        var opened = sealed(
                OUTSIDE + "Cc: carla@elsewhere.example\r\n", INSIDE, "hp=\"cipher\"; protected-headers=\"v1\"", "hi");
        assertTrue(opened.payload().notes().contains(Note.OUTER_FIELDS_CHANGED));
    }

    @Test
    @Attack(38)
    void hpCipherOnASignedLetterRaisesNothing() {
        Octets payload = with(INSIDE + HP_OUTER, marked("hp=\"cipher\"", "hi"));
        var opened = BensDesk.opened(with(OUTSIDE, signed(ANNA, payload)));
        assertEquals(Status.VERIFIED, opened.summary().status());
        assertEquals(FieldProtection.SIGNED_ONLY, protection(opened.payload().fields(), "Subject"));
    }

    @Test
    @Attack(38)
    void hpOnAnInnerPartMeansNothing() {
        Octets inner = with(INSIDE, marked("hp=\"cipher\"", "hi"));
        var opened = BensDesk.opened(with(OUTSIDE, encrypted(List.of(ANNA), mixed(inner, text("b")))));
        assertEquals("[...]", opened.payload().fields().subject());
        assertTrue(opened.payload().notes().contains(Note.HEADERS_NOT_PROTECTED));
    }

    @Test
    @Attack(38)
    @Attack(39)
    void hpInOrdinaryMailMeansNothing() {
        var opened =
                BensDesk.opened(with(OUTSIDE + HP_OUTER, marked("hp=\"cipher\"; hp-legacy-display=1", "a\r\n\r\nb")));
        assertEquals(Status.UNPROTECTED, opened.summary().status());
        assertEquals("a\n\nb", opened.payload().content().text());
    }

    @Test
    @Attack(38)
    void hpOuterOfAStructuralFieldMeansNothing() {
        String odd = HP_OUTER + "HP-Outer: Content-Type: text/html\r\nHP-Outer: nonsense\r\n";
        var opened = sealed(OUTSIDE, INSIDE + odd, "hp=\"cipher\"", "hi");
        assertEquals(Status.CONFIDENTIAL, opened.summary().status());
        assertEquals(List.of(), opened.payload().notes());
    }

    @Test
    void legacyDisplayIsHiddenInsideAPayload() {
        var opened =
                sealed(OUTSIDE, INSIDE + HP_OUTER, "hp=\"cipher\"; hp-legacy-display=1", "Subject: Secret\r\n\r\nhi");
        assertEquals("hi", opened.payload().content().text());
    }

    @Test
    @Attack(37)
    void anInnerFromWithoutProofIsNotShown() {
        Octets payload = with(INSIDE + HP_OUTER, marked("hp=\"cipher\"", "hi"));
        String outside = OUTSIDE.replace("Anna <anna@waxwing.example>", "carla@elsewhere.example");
        var opened = BensDesk.opened(with(outside, encrypted(payload)));
        assertEquals(Status.ENCRYPTED_BUT_UNVERIFIED, opened.summary().status());
        assertEquals(CARLA.address(), opened.payload().fields().author().orElseThrow());
        assertEquals(
                ANNA.address(), opened.payload().fields().replyTo().getFirst().address());
        assertTrue(opened.payload().notes().contains(Note.FROM_MISMATCH));
        assertEquals(FieldProtection.UNPROTECTED, protection(opened.payload().fields(), "From"));
    }

    @Test
    void anInnerFromWithProofIsShown() {
        String outside = OUTSIDE.replace("Anna <anna@waxwing.example>", "carla@elsewhere.example");
        var opened = sealed(outside, INSIDE + HP_OUTER, "hp=\"cipher\"", "hi");
        assertEquals(Status.CONFIDENTIAL, opened.summary().status());
        assertEquals(ANNA.address(), opened.payload().fields().author().orElseThrow());
        assertTrue(opened.payload().notes().contains(Note.FROM_MISMATCH));
    }

    @Test
    void aWholeLetterWrappedInsideIsInferred() {
        Octets payload = forwarded(with(INSIDE, text("hi")));
        var opened = BensDesk.opened(with(OUTSIDE, encrypted(List.of(ANNA), payload)));
        assertEquals("Secret", opened.payload().fields().subject());
        assertEquals("hi", opened.payload().content().text());
        assertTrue(opened.payload().notes().contains(Note.HEADER_PROTECTION_INFERRED));
    }

    @Test
    void fieldsAddedByAListStayVisibleAndUnprotected() {
        var opened = sealed(OUTSIDE + "List-Id: <l.example>\r\n", INSIDE + HP_OUTER, "hp=\"cipher\"", "hi");
        assertEquals(FieldProtection.UNPROTECTED, protection(opened.payload().fields(), "List-Id"));
        assertEquals(List.of(), opened.payload().notes());
    }

    @Test
    @Attack(22)
    void withoutHeaderProtectionTheOuterSubjectIsShown() {
        var opened = BensDesk.opened(fromAnna(encrypted(List.of(ANNA), text("hi"))));
        assertEquals("Hello", opened.payload().fields().subject());
        assertEquals(List.of(Note.HEADERS_NOT_PROTECTED), opened.payload().notes());
    }

    private static Opening.Opened sealed(String outside, String inside, String marks, String text) {
        return BensDesk.opened(with(outside, encrypted(List.of(ANNA), with(inside, marked(marks, text)))));
    }

    private static Octets marked(String marks, String text) {
        return Octets.ofUtf8("Content-Type: text/plain; charset=utf-8; " + marks + "\r\n\r\n" + text);
    }

    private static FieldProtection protection(ProtectedFields fields, String name) {
        return fields.fields().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow()
                .protection();
    }
}
