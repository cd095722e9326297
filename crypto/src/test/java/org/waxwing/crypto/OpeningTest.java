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
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.CryptographicPayload.Note;
import org.waxwing.crypto.CryptographicSummary.Status;
import org.waxwing.crypto.attack.Attack;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.mime.Octets;

/// What a reader may believe of messages of every structure (RFC 9787 §4, §6); the names are the threats.
class OpeningTest {
    @Test
    void ordinaryMailIsUnprotected() {
        var opened = BensDesk.opened(fromAnna(text("hi")));
        assertEquals(Status.UNPROTECTED, opened.summary().status());
        assertEquals("hi", opened.payload().content().text());
        assertEquals("Hello", opened.payload().fields().subject());
        assertEquals(List.of(), opened.payload().notes());
    }

    @Test
    void aSignedLetterIsVerified() {
        var opened = BensDesk.opened(fromAnna(signed(ANNA, text("hi"))));
        assertEquals(Status.VERIFIED, opened.summary().status());
        assertEquals("hi", opened.payload().content().text());
        assertEquals(List.of(Note.HEADERS_NOT_PROTECTED), opened.payload().notes());
    }

    @Test
    void aLetterSignedAndEncryptedInOnePassIsConfidential() {
        assertEquals(Status.CONFIDENTIAL, BensDesk.status(fromAnna(encrypted(List.of(ANNA), text("hi")))));
    }

    @Test
    void aLetterSignedInsideTheEncryptionAsMimeIsConfidential() {
        assertEquals(Status.CONFIDENTIAL, BensDesk.status(fromAnna(encrypted(signed(ANNA, text("hi"))))));
    }

    @Test
    void anUnsignedSealedLetterIsEncryptedButUnverified() {
        assertEquals(Status.ENCRYPTED_BUT_UNVERIFIED, BensDesk.status(fromAnna(encrypted(text("hi")))));
    }

    @Test
    void plainTextThatShowsNothingHidesNoHtml() {
        for (String nothing :
                List.of("", " \r\n", "\u200B", "\u00A0\u2003", "\u200D\uFE0F\u3164\u2800\r\n", "\u0000\u2028")) {
            var content = BensDesk.opened(fromAnna(alternative(text(nothing), html("<p>You <b>owe</b> me</p>"))))
                    .payload()
                    .content();
            assertEquals("You owe me", content.text());
            assertFalse(content.plain());
        }
        assertEquals(
                ".",
                BensDesk.opened(fromAnna(alternative(text("."), html("<p>You owe me</p>"))))
                        .payload()
                        .content()
                        .text());
    }

    @Test
    @Attack(31)
    void aSignatureAroundStolenCiphertextIsNoAuthorship() {
        assertEquals(Status.ENCRYPTED_BUT_UNVERIFIED, BensDesk.status(fromAnna(signed(ANNA, encrypted(text("hi"))))));
    }

    @Test
    @Attack(18)
    void textAroundASignedPartMakesItUnprotected() {
        var opened = BensDesk.opened(fromAnna(mixed(text("send money"), signed(ANNA, text("hi")))));
        assertEquals(Status.UNPROTECTED, opened.summary().status());
        assertEquals(1, opened.payload().errantLayers());
        assertEquals("send money", opened.payload().content().text());
        assertTrue(opened.payload().notes().contains(Note.ERRANT_LAYERS));
    }

    @Test
    @Attack(1)
    void aSealedPartBesideOtherPartsIsNotDecryptedInPlace() {
        Octets stolen = encrypted(List.of(ANNA), text("the secret"));
        var opened = BensDesk.opened(fromAnna(mixed(html("<img src=\"http://x.example/"), stolen, html("\">"))));
        assertEquals(Status.UNPROTECTED, opened.summary().status());
        assertFalse(opened.payload().content().toString().contains("secret"));
        assertFalse(opened.payload().content().text().contains("secret"));
        assertFalse(opened.payload().content().html().orElseThrow().contains("secret"));
        assertTrue(opened.payload().content().attachments().stream()
                .noneMatch(file -> file.content().latin1().contains("the secret")));
        assertEquals(1, opened.payload().errantLayers());
    }

    @Test
    @Attack(5)
    @Attack(6)
    void aSealedPartInsideASealedLetterStaysClosed() {
        var opened = BensDesk.opened(fromAnna(encrypted(List.of(ANNA), encrypted(text("stolen")))));
        assertEquals(1, opened.payload().errantLayers());
        assertEquals("", opened.payload().content().text());
    }

    @Test
    @Attack(20)
    void aSignatureByAStrangerProvesNothing() {
        var opened = BensDesk.opened(fromAnna(signed(CARLA, text("hi"))));
        assertEquals(List.of(new Objection.NotBoundToFrom()), objections(opened));
        assertEquals(Status.UNPROTECTED, opened.summary().status());
    }

    @Test
    void aBrokenSignatureOnClearMailIsUnprotectedWithoutAlarm() {
        var opened = BensDesk.opened(fromAnna(signedOver(ANNA, text("no"), text("yes"))));
        assertEquals(Status.UNPROTECTED, opened.summary().status());
        assertEquals(List.of(new Objection.BadSignature()), objections(opened));
        assertEquals(List.of(), opened.payload().notes());
    }

    @Test
    @Attack(20)
    void twoFromFieldsAreNobody() {
        Octets twice = with("From: carla@elsewhere.example\r\n", fromAnna(signed(ANNA, text("hi"))));
        assertEquals(List.of(new Objection.AmbiguousFrom()), objections(BensDesk.opened(twice)));
    }

    @Test
    @Attack(20)
    void twoAddressesInFromAreNobody() {
        Octets two = with("From: anna@waxwing.example, carla@elsewhere.example\r\n", signed(ANNA, text("hi")));
        assertEquals(List.of(new Objection.AmbiguousFrom()), objections(BensDesk.opened(two)));
    }

    @Test
    @Attack(20)
    void anEmptyFromIsNobody() {
        assertEquals(List.of(new Objection.AmbiguousFrom()), objections(BensDesk.opened(signed(ANNA, text("hi")))));
    }

    @Test
    @Attack(20)
    void anAddressInTheDisplayNameIsNotTheSender() {
        Octets spoofed = with("From: \"anna@waxwing.example\" <carla@elsewhere.example>\r\n", signed(ANNA, text("hi")));
        assertEquals(List.of(new Objection.NotBoundToFrom()), objections(BensDesk.opened(spoofed)));
    }

    @Test
    @Attack(20)
    void senderIsNotFrom() {
        Octets sender =
                with("Sender: anna@waxwing.example\r\nFrom: carla@elsewhere.example\r\n", signed(ANNA, text("hi")));
        assertEquals(List.of(new Objection.NotBoundToFrom()), objections(BensDesk.opened(sender)));
    }

    @Test
    @Attack(8)
    void aLetterSignedForSomebodyElseIsNotMine() {
        Octets sealed = PretendEngine.sealedFor(List.of(Person.BEN), List.of(ANNA), List.of(CARLA), text("hi"));
        var opened = BensDesk.opened(fromAnna(Tree.around(sealed)));
        assertEquals(List.of(new Objection.MeantForOthers()), objections(opened));
        assertTrue(opened.payload().notes().contains(Note.MEANT_FOR_OTHERS));
    }

    @Test
    @Attack(35)
    void aForwardedSignedLetterLendsItsSignatureToNobody() {
        Octets forwarded = forwarded(fromAnna(signed(ANNA, text("hi"))));
        var opened = BensDesk.opened(fromAnna(mixed(text("look"), forwarded)));
        assertEquals(Status.UNPROTECTED, opened.summary().status());
        assertEquals(0, opened.payload().errantLayers());
        assertEquals(1, opened.payload().content().attachments().size());
    }

    @Test
    void aPayloadOfTwoPartsUnderSignedOfThreeIsNoLayer() {
        Octets three = Octets.ofUtf8(signed(ANNA, text("hi"))
                .utf8()
                .replaceFirst("(--b[0-9a-f]+)\r\n", "$1\r\nContent-Type: text/plain\r\n\r\nfirst\r\n$1\r\n"));
        assertEquals(Status.UNPROTECTED, BensDesk.status(fromAnna(three)));
    }

    @Test
    @Attack(32)
    void aSignatureInTheNameOfAnotherTechnologyIsShownAsUnprotected() {
        Octets smime = Octets.ofUtf8(
                signed(ANNA, text("hi")).utf8().replace("application/pgp-signature", "application/pkcs7-signature"));
        var opened = BensDesk.opened(fromAnna(smime));
        assertEquals(Status.UNPROTECTED, opened.summary().status());
        assertInstanceOf(Objection.BadSignature.class, objections(opened).getFirst());
        assertEquals("hi", opened.payload().content().text());
    }

    @Test
    @Attack(36)
    void whatOnlySaysThatItIsSmimeIsMalformed() {
        Octets smime = Octets.ofUtf8("Content-Type: application/pkcs7-mime; smime-type=enveloped-data\r\n\r\nMIIB");
        assertEquals(new Opening.Unopenable(Opening.Reason.MALFORMED), BensDesk.open(fromAnna(smime)));
    }

    @Test
    void aLetterForSomebodyElseShowsNothing() {
        Octets sealed = PretendEngine.sealedFor(List.of(CARLA), List.of(ANNA), List.of(), text("hi"));
        assertEquals(new Opening.Unopenable(Opening.Reason.NO_KEY), BensDesk.open(fromAnna(Tree.around(sealed))));
    }

    @Test
    @Attack(34)
    void inlinePgpIsNoticedAndNeverJudged() {
        var opened = BensDesk.opened(fromAnna(text("-----BEGIN PGP SIGNED MESSAGE-----\r\nHash: SHA512\r\n")));
        assertEquals(Status.UNPROTECTED, opened.summary().status());
        assertEquals(List.of(Note.INLINE_PGP), opened.payload().notes());
    }

    @Test
    @Attack(59)
    void deepNestingIsTooLargeRatherThanAnError() {
        Octets part = text("hi");
        for (int i = 0; i < 80; i++) {
            part = mixed(part);
        }
        assertEquals(new Opening.Unopenable(Opening.Reason.TOO_DEEP), BensDesk.open(fromAnna(part)));
    }

    @Test
    void theFieldsOfAnUnopenableMessageCanStillBeShown() {
        ProtectedFields fields = Opener.outerFields(fromAnna(Tree.around(Octets.ofUtf8("?"))));
        assertEquals("Hello", fields.subject());
        assertTrue(fields.fields().stream()
                .allMatch(field -> field.protection() == ProtectedFields.FieldProtection.UNPROTECTED));
    }

    private static List<Objection> objections(Opening.Opened opened) {
        return assertInstanceOf(Authenticity.Unverified.class, opened.summary().authenticity())
                .objections();
    }
}
