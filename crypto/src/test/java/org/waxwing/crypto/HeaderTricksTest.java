package org.waxwing.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waxwing.crypto.Person.ANNA;
import static org.waxwing.crypto.Person.CARLA;
import static org.waxwing.crypto.Tree.encrypted;
import static org.waxwing.crypto.Tree.fromAnna;
import static org.waxwing.crypto.Tree.mixed;
import static org.waxwing.crypto.Tree.signed;
import static org.waxwing.crypto.Tree.text;
import static org.waxwing.crypto.Tree.with;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.CryptographicPayload.Note;
import org.waxwing.crypto.CryptographicSummary.Status;
import org.waxwing.crypto.FieldDifference.Change;
import org.waxwing.crypto.ProtectedFields.FieldProtection;
import org.waxwing.crypto.attack.Attack;
import org.waxwing.crypto.mime.Octets;

/// What somebody on the way, or a sender who lies, can do with the header fields inside and outside.
class HeaderTricksTest {
    private static final String OUTSIDE =
            "From: Anna <anna@waxwing.example>\r\nTo: ben@waxwing.example\r\nSubject: [...]\r\n";
    private static final String INSIDE =
            "From: Anna <anna@waxwing.example>\r\nTo: ben@waxwing.example\r\nSubject: Secret\r\n";
    private static final String HP_OUTER = """
        HP-Outer: From: Anna <anna@waxwing.example>
        HP-Outer: To: ben@waxwing.example
        HP-Outer: Subject: [...]
        """.replace("\n", "\r\n");

    @Test
    @Attack(37)
    void aFriendsNameInsideWithoutProofDoesNotHideWhoSentIt() {
        String outside = OUTSIDE.replace("Anna <anna@waxwing.example>", "eve@eve.example");
        var opened = BensDesk.opened(with(outside, encrypted(payload(INSIDE + HP_OUTER, "cipher"))));
        assertEquals(Status.ENCRYPTED_BUT_UNVERIFIED, opened.summary().status());
        assertEquals(
                "eve@eve.example",
                opened.payload().fields().author().orElseThrow().text());
        assertTrue(opened.payload().notes().contains(Note.FROM_MISMATCH));
    }

    @Test
    @Attack(37)
    void aFriendsNameOutsideDoesNotMakeAStrangerAFriend() {
        String inside = INSIDE.replace("Anna <anna@waxwing.example>", "carla@elsewhere.example");
        var opened = BensDesk.opened(with(OUTSIDE, encrypted(List.of(CARLA), payload(inside + HP_OUTER, "cipher"))));
        assertEquals(CARLA.address(), opened.payload().fields().author().orElseThrow());
        assertTrue(opened.payload().notes().contains(Note.FROM_MISMATCH));
    }

    @Test
    @Attack(38)
    void marksOfHeaderProtectionRaiseNothing() {
        for (Octets body : List.of(
                payload(INSIDE + HP_OUTER, "cipher"),
                payload(HP_OUTER, "cipher"),
                mixed(payload(INSIDE + HP_OUTER, "cipher"), text("b")))) {
            assertEquals(Status.UNPROTECTED, BensDesk.status(with(OUTSIDE, body)));
        }
        var signedOnly = BensDesk.opened(with(OUTSIDE, signed(ANNA, payload(INSIDE + HP_OUTER, "cipher"))));
        assertEquals(Status.VERIFIED, signedOnly.summary().status());
        assertTrue(signedOnly.payload().fields().fields().stream()
                .noneMatch(field -> field.protection() == FieldProtection.SIGNED_AND_ENCRYPTED));
    }

    @Test
    @Attack(38)
    void extraFieldsAboutTheOutsideChangeNoStatus() {
        String odd = HP_OUTER + HP_OUTER + "HP-Outer: Content-Type: text/html\r\nHP-Outer:\r\nHP-Outer: :\r\n";
        var opened = BensDesk.opened(with(OUTSIDE, encrypted(List.of(ANNA), payload(INSIDE + odd, "cipher"))));
        assertEquals(Status.CONFIDENTIAL, opened.summary().status());
        assertEquals("Secret", opened.payload().fields().subject());
    }

    @Test
    @Attack(39)
    void theMarkOfALegacyDisplayHidesNothingInOrdinaryOrSignedMail() {
        Octets marked = Octets.ofUtf8("""
            Content-Type: text/plain; hp="clear"; hp-legacy-display="1"

            Pay at once.

            Regards\
            """.replace("\n", "\r\n"));
        assertEquals(
                "Pay at once.\n\nRegards",
                BensDesk.opened(fromAnna(marked)).payload().content().text());
        assertEquals(
                "Pay at once.\n\nRegards",
                BensDesk.opened(fromAnna(signed(ANNA, marked)))
                        .payload()
                        .content()
                        .text());
    }

    @Test
    @Attack(41)
    void anOuterSubjectThatWasFilledInIsToldAndNotShown() {
        String outside = OUTSIDE.replace("[...]", "Secret plans?");
        var fields = BensDesk.opened(with(outside, encrypted(List.of(ANNA), payload(INSIDE + HP_OUTER, "cipher"))))
                .payload()
                .fields();
        assertEquals("Secret", fields.subject());
        assertEquals(
                List.of(new FieldDifference("Subject", Change.CHANGED, "[...]", "Secret plans?")),
                fields.differences());
    }

    @Test
    @Attack(7)
    void whatWasTakenAwayOnTheWayIsTold() {
        String before = HP_OUTER + "HP-Outer: Cc: carla@elsewhere.example\r\nHP-Outer: Date: Mon, 23 Nov 2026\r\n";
        var fields = BensDesk.opened(with(OUTSIDE, encrypted(List.of(ANNA), payload(INSIDE + before, "cipher"))))
                .payload()
                .fields();
        assertEquals(
                List.of(
                        new FieldDifference("Cc", Change.REMOVED, "carla@elsewhere.example", ""),
                        new FieldDifference("Date", Change.REMOVED, "Mon, 23 Nov 2026", "")),
                fields.differences());
    }

    @Test
    void anUnobtrusiveSignatureIsRead() {
        Octets part = payload(INSIDE, "clear");
        var opened = BensDesk.opened(with(OUTSIDE, unobtrusive(PretendEngine.signatureBy(ANNA, part), part)));
        assertEquals(Status.VERIFIED, opened.summary().status());
        assertEquals("Secret", opened.payload().fields().subject());
        assertTrue(opened.payload().fields().fields().stream()
                .noneMatch(field -> field.name().equals("Sig")));
    }

    @Test
    @Attack(18)
    void anUnobtrusiveSignatureThatIsBrokenOrMisplacedIsNone() {
        Octets part = payload(INSIDE, "clear");
        Octets good = PretendEngine.signatureBy(ANNA, part);
        Octets unmarked = with(INSIDE, text("Hello"));
        for (Octets body : List.of(
                unobtrusive(PretendEngine.signatureBy(ANNA, text("else")), part),
                unobtrusive(PretendEngine.signatureBy(ANNA, unmarked), unmarked),
                mixed(sig(good, part), text("You are fired")),
                mixed(text("You are fired"), sig(good, part)),
                mixed(with("X-First: a\r\n", sig(good, part))))) {
            assertEquals(Status.UNPROTECTED, BensDesk.status(with(OUTSIDE, body)), body.utf8());
        }
    }

    private static Octets unobtrusive(Octets signature, Octets part) {
        return mixed(sig(signature, part));
    }

    private static Octets sig(Octets signature, Octets part) {
        String code = Base64.getEncoder().encodeToString(signature.utf8().getBytes(StandardCharsets.UTF_8));
        return with("Sig: t=p; b=" + code.substring(0, 8) + "\r\n " + code.substring(8) + "\r\n", part);
    }

    private static Octets payload(String fields, String mark) {
        return with(fields, Octets.ofUtf8("Content-Type: text/plain; hp=\"" + mark + "\"\r\n\r\nhi"));
    }
}
