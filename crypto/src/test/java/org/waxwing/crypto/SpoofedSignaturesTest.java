package org.waxwing.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waxwing.crypto.Person.ANNA;
import static org.waxwing.crypto.Person.CARLA;
import static org.waxwing.crypto.Tree.alternative;
import static org.waxwing.crypto.Tree.encrypted;
import static org.waxwing.crypto.Tree.forwarded;
import static org.waxwing.crypto.Tree.fromAnna;
import static org.waxwing.crypto.Tree.html;
import static org.waxwing.crypto.Tree.mixed;
import static org.waxwing.crypto.Tree.signed;
import static org.waxwing.crypto.Tree.signedOver;
import static org.waxwing.crypto.Tree.text;
import static org.waxwing.crypto.Tree.with;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.CryptographicPayload.Note;
import org.waxwing.crypto.CryptographicSummary.Status;
import org.waxwing.crypto.EnclosedLetter.Kind;
import org.waxwing.crypto.attack.Attack;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Octets;

/// Letters that want to look as if somebody else had signed them.
class SpoofedSignaturesTest {
    private static final Octets ANNAS = signed(ANNA, text("Hello"));

    @Test
    @Attack(18)
    void textBeforeOrAfterASignedPartLeavesTheLetterUnprotected() {
        unprotected(mixed(text("You are fired"), ANNAS));
        unprotected(mixed(ANNAS, text("You are fired")));
    }

    @Test
    @Attack(18)
    void aSignedPartInsideIsOfferedOnItsOwn() {
        var outside = BensDesk.opened(fromAnna(mixed(text("You are fired"), ANNAS)));
        assertEquals(Kind.SIGNED_PART, outside.payload().enclosed().getFirst().kind());
        var inside = BensDesk.opened(outside.payload().enclosed().getFirst());
        assertEquals("Hello", inside.payload().content().text());
        assertEquals(Status.UNPROTECTED, inside.summary().status());
    }

    @Test
    @Attack(19)
    void aSignedPartThatIsHiddenAttachedOrReferredToIsNoSignature() {
        unprotected(mixed(html("You are fired<plaintext style=\"display:none\">"), ANNAS));
        unprotected(mixed(html("You are fired<img src=\"cid:a\">"), with("Content-ID: <a>\r\n", ANNAS)));
        unprotected(mixed(text("You are fired"), with("Content-Disposition: attachment\r\n", ANNAS)));
        unprotected(alternative(ANNAS, html("You are fired")));
    }

    @Test
    @Attack(18)
    void aListsFooterIsToldApartFromTheLetterAboveIt() {
        Octets message = with("List-Id: <people.example>\r\n", fromAnna(mixed(ANNAS, text("To leave: …"))));
        var opened = BensDesk.opened(message);
        assertEquals(Status.UNPROTECTED, opened.summary().status());
        assertEquals("Hello", opened.payload().content().text());
        CoveredPart part = opened.payload().coveredPart().orElseThrow();
        assertEquals("To leave: …", part.footer());
        assertInstanceOf(Authenticity.Verified.class, part.authenticity());
        assertTrue(opened.payload().notes().contains(Note.LIST_FOOTER));
        assertEquals(Optional.empty(), part.another());
        assertFalse(opened.payload().notes().contains(Note.LISTED_FOR_ANOTHER));
    }

    @Test
    @Attack(18)
    void aListedLetterOfAnotherThanTheOneInFromNamesThatOne() {
        Octets carlas = signed(
                CARLA,
                with(
                        "From: Anna <carla@elsewhere.example>\r\nSubject: Hello\r\n",
                        Octets.ofUtf8("Content-Type: text/plain; hp=clear\r\n\r\nYou are fired")));
        Octets message = with("List-Id: <people.example>\r\n", fromAnna(mixed(carlas, text("To leave: …"))));
        var opened = BensDesk.opened(message);
        CoveredPart part = opened.payload().coveredPart().orElseThrow();
        assertInstanceOf(Authenticity.Verified.class, part.authenticity());
        assertEquals(Optional.of("carla@elsewhere.example"), part.another().map(AddrSpec::text));
        assertTrue(opened.payload().notes().contains(Note.LISTED_FOR_ANOTHER));
        assertEquals(
                Optional.of("anna@waxwing.example"),
                opened.payload().fields().author().map(AddrSpec::text));
    }

    @Test
    @Attack(18)
    void whatIsNoFooterIsNotPeeled() {
        for (Octets body : List.of(
                mixed(text("You are fired"), ANNAS),
                mixed(ANNAS, html("You are fired")),
                mixed(ANNAS, text("a"), text("b"), text("c")),
                alternative(ANNAS, text("You are fired")))) {
            Octets message = with("List-Id: <people.example>\r\n", fromAnna(body));
            assertTrue(BensDesk.opened(message).payload().coveredPart().isEmpty());
        }
        assertTrue(BensDesk.opened(fromAnna(mixed(ANNAS, text("You are fired"))))
                .payload()
                .coveredPart()
                .isEmpty());
    }

    @Test
    @Attack(18)
    void aFileOrAPictureIsNoFooter() {
        for (String fields : List.of(
                "Content-Disposition: inline; filename=contract.pdf\r\n",
                "Content-Disposition: inline; filename*=utf-8''contract.pdf\r\n",
                "Content-ID: <logo>\r\n")) {
            Octets message =
                    with("List-Id: <people.example>\r\n", fromAnna(mixed(ANNAS, with(fields, text("You are fired")))));
            assertTrue(BensDesk.opened(message).payload().coveredPart().isEmpty(), fields);
        }
        Octets named = Octets.ofUtf8("Content-Type: text/plain; name=contract.pdf\r\n\r\nYou are fired");
        Octets message = with("List-Id: <people.example>\r\n", fromAnna(mixed(ANNAS, named)));
        assertTrue(BensDesk.opened(message).payload().coveredPart().isEmpty());
    }

    @Test
    @Attack(18)
    void aListsFooterBelowAForgeryProvesNothing() {
        Octets forged = signedOver(ANNA, text("Hello"), text("You are fired"));
        Octets message = with("List-Id: <people.example>\r\n", fromAnna(mixed(forged, text("To leave: …"))));
        CoveredPart part = BensDesk.opened(message).payload().coveredPart().orElseThrow();
        assertInstanceOf(Authenticity.Unverified.class, part.authenticity());
    }

    @Test
    @Attack(20)
    void whoeverIsNotTheOneFromIsNotTheAuthor() {
        for (String from : List.of(
                "From: \"anna@waxwing.example\" <carla@elsewhere.example>\r\n",
                "From: anna@waxwing.example <carla@elsewhere.example>\r\n",
                "From: carla@elsewhere.example\r\nSender: anna@waxwing.example\r\n",
                "From: anna@waxwing.example\r\nFrom: carla@elsewhere.example\r\n",
                "From: carla@elsewhere.example, anna@waxwing.example\r\n",
                "From: friends: anna@waxwing.example, carla@elsewhere.example;\r\n",
                "From: \r\n",
                "From: <>\r\n",
                "From: anna@waxwing.example\0carla@elsewhere.example\r\n",
                "From: anna@waxwing.example@elsewhere.example\r\n",
                "")) {
            assertEquals(Status.UNPROTECTED, BensDesk.status(with(from, ANNAS)), from);
        }
    }

    /// Another program finds somebody else in each of these, or nobody.
    @Test
    @Attack(20)
    void whoeverIsTheOneFromForSomeProgramsOnlyIsNotTheAuthor() {
        for (String from : List.of(
                "<anna@waxwing.example(> , <)carla@elsewhere.example>",
                "<anna@waxwing.example(>) carla@elsewhere.example>",
                "<anna@waxwing.example> carla@elsewhere.example",
                "<anna@waxwing.example> \"carla@elsewhere.example\"",
                "<anna@waxwing.example> [carla@elsewhere.example]",
                "<anna@waxwing.example> \", <carla@elsewhere.example>",
                "<anna@waxwing.example> (, <carla@elsewhere.example>",
                "anna@waxwing.example (, <carla@elsewhere.example>",
                "anna@waxwing.example (<carla@elsewhere.example>)",
                "anna@waxwing.example (\\<carla@elsewhere.example\\>)",
                "<anna(@elsewhere.example>)@waxwing.example>",
                "Carla\\\" <carla@elsewhere.example> \"Anna <anna@waxwing.example>",
                "carla@elsewhere.example: anna@waxwing.example;",
                "Carla: anna@waxwing.example",
                "Carla: Anna: anna@waxwing.example;",
                "[<carla@elsewhere.example>] <anna@waxwing.example>",
                "[carla@elsewhere.example, ] <anna@waxwing.example>",
                "\"anna@waxwing.example\"",
                "anna@waxwing.ex\0ample",
                "anna@waxwing.example\r",
                "Carla\r <anna@waxwing.example>",
                "<anna\u00A0@waxwing.example>",
                "<<anna@waxwing.example>>")) {
            assertEquals(Status.UNPROTECTED, BensDesk.status(with("From: " + from + "\r\n", ANNAS)), from);
        }
    }

    @Test
    void theOneFromMayBeWrittenInManyWays() {
        for (String from : List.of(
                "anna@waxwing.example",
                "ANNA@WAXWING.EXAMPLE",
                "Anna <anna@waxwing.example>",
                "Anna [at work] <anna@waxwing.example>",
                "\"Anna <anna@elsewhere.example>, \\\"A.\\\"\" <anna@waxwing.example>",
                "anna@waxwing.example (Anna (the first), anna@home)",
                "(Anna) anna@waxwing.example",
                "Anna <anna@waxwing.example> (at work)",
                "Anna < anna (me) @ waxwing . example >",
                "Anna <\"anna\"@waxwing.example>",
                "\"anna\"@waxwing.example",
                "anna@waxwing.\r\n example",
                "Anna <@relay.example:anna@waxwing.example>",
                "Friends: anna@waxwing.example;",
                "anna@waxwing.example;",
                "WAXWING\\anna <anna@waxwing.example>",
                "=?utf-8?Q?a=40b.example=2C_=3Cc=40d.example=3E?= <anna@waxwing.example>")) {
            assertEquals(Status.VERIFIED, BensDesk.status(with("From: " + from + "\r\n", ANNAS)), from);
        }
    }

    @Test
    @Attack(22)
    void anOldSignatureUnderANewDateIsTold() {
        Octets old = with("Date: Thu, 1 Jan 2026 12:00:00 +0000\r\n", fromAnna(ANNAS));
        assertEquals(
                List.of(Note.HEADERS_NOT_PROTECTED, Note.SIGNED_AT_ANOTHER_TIME),
                BensDesk.opened(old).payload().notes());
        Octets fresh = with("Date: Mon, 23 Nov 2026 12:30:00 +0000\r\n", fromAnna(ANNAS));
        assertEquals(
                List.of(Note.HEADERS_NOT_PROTECTED),
                BensDesk.opened(fresh).payload().notes());
    }

    @Test
    @Attack(24)
    void aStrangersSignatureBesideIsNotShownAsTheAuthors() {
        Octets part = text("Hello");
        String both = PretendEngine.signatureBy(CARLA, part).utf8() + "signature Anna forged\r\n";
        assertEquals(Status.UNPROTECTED, BensDesk.status(fromAnna(signedWith(both, part))));
    }

    @Test
    @Attack(24)
    void aBrokenSignatureBesideAGoodOneIsTold() {
        Octets part = text("Hello");
        String both = PretendEngine.signatureBy(ANNA, part).utf8() + "signature Carla forged\r\n";
        var opened = BensDesk.opened(fromAnna(signedWith(both, part)));
        var verified =
                assertInstanceOf(Authenticity.Verified.class, opened.summary().authenticity());
        assertEquals(ANNA.fingerprint(), verified.signer().fingerprint());
        assertTrue(opened.payload().notes().contains(Note.MIXED_SIGNATURES));
    }

    @Test
    @Attack(25)
    void aSignedPartWithoutASignatureIsNotSigned() {
        assertEquals(Status.UNPROTECTED, BensDesk.status(fromAnna(signedWith("", text("Hello")))));
    }

    @Test
    @Attack(31)
    void aSignatureAroundSomebodyElsesCiphertextIsNoAuthorship() {
        Octets stolen = encrypted(List.of(CARLA), text("my invention"));
        assertEquals(Status.ENCRYPTED_BUT_UNVERIFIED, BensDesk.status(fromAnna(signed(ANNA, stolen))));
        assertEquals(
                Status.ENCRYPTED_BUT_UNVERIFIED,
                BensDesk.status(fromAnna(signed(ANNA, encrypted(text("my invention"))))));
    }

    @Test
    @Attack(32)
    void theSignatureInsideTheEncryptionIsTheOneThatCounts() {
        Octets forgedOutside = signedOver(CARLA, text("no"), encrypted(List.of(ANNA), text("Hello")));
        assertEquals(Status.CONFIDENTIAL, BensDesk.status(fromAnna(forgedOutside)));
        Octets twice = encrypted(signedOver(CARLA, text("no"), signed(ANNA, text("Hello"))));
        assertEquals(Status.CONFIDENTIAL, BensDesk.status(fromAnna(twice)));
    }

    @Test
    @Attack(34)
    void cleartextSignaturesAreNeverValidated() {
        var opened = BensDesk.opened(fromAnna(text("""
            -----BEGIN PGP SIGNED MESSAGE-----
            Hash: SHA512

            Hello
            -----BEGIN PGP SIGNATURE-----

            AAAA
            -----END PGP SIGNATURE-----
            You are fired
            """.replace("\n", "\r\n"))));
        assertEquals(Status.UNPROTECTED, opened.summary().status());
        assertInstanceOf(Authenticity.Unsigned.class, opened.summary().authenticity());
        assertEquals(List.of(Note.INLINE_PGP), opened.payload().notes());
        assertEquals(List.of(), opened.payload().enclosed());
    }

    @Test
    @Attack(35)
    void aSignedLetterThatWasPassedOnLendsNothing() {
        Octets passedOn = mixed(text("See below"), forwarded(fromAnna(ANNAS)));
        var outside = BensDesk.opened(with("From: carla@elsewhere.example\r\n", passedOn));
        assertEquals(Status.UNPROTECTED, outside.summary().status());
        assertEquals(Kind.FORWARDED, outside.payload().enclosed().getFirst().kind());
        var inside = BensDesk.opened(outside.payload().enclosed().getFirst());
        assertEquals(Status.VERIFIED, inside.summary().status());
        assertEquals("Hello", inside.payload().fields().subject());
    }

    @Test
    @Attack(35)
    void aSignatureAroundAForwardedLetterIsNotThatLettersOwn() {
        Octets around = signed(CARLA, mixed(text("See below"), forwarded(fromAnna(text("Hello")))));
        var outside = BensDesk.opened(with("From: carla@elsewhere.example\r\n", around));
        assertEquals(Status.VERIFIED, outside.summary().status());
        var inside = BensDesk.opened(outside.payload().enclosed().getFirst());
        assertEquals(Status.UNPROTECTED, inside.summary().status());
    }

    private static void unprotected(Octets body) {
        var opened = BensDesk.opened(fromAnna(body));
        assertEquals(Status.UNPROTECTED, opened.summary().status());
        assertInstanceOf(Authenticity.Unsigned.class, opened.summary().authenticity());
        assertFalse(opened.payload().enclosed().isEmpty());
        assertTrue(opened.payload().coveredPart().isEmpty());
    }

    private static Octets signedWith(String signatures, Octets part) {
        return Octets.ofUtf8(
                "Content-Type: multipart/signed; protocol=\"application/pgp-signature\"; boundary=bb\r\n\r\n--bb\r\n"
                        + part.utf8() + "\r\n--bb\r\nContent-Type: application/pgp-signature\r\n\r\n" + signatures
                        + "\r\n--bb--\r\n");
    }
}
