package org.waxwing.ui.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.waxwing.app.compose.Draft;
import org.waxwing.app.send.Sending;
import org.waxwing.crypto.CleartextConsent;
import org.waxwing.crypto.ProtectedFields.FieldProtection;
import org.waxwing.ui.attack.Attack;
import org.waxwing.ui.sample.Sample;
import org.waxwing.ui.sample.SamplePages;
import org.waxwing.ui.sample.SampleProfile;
import org.waxwing.ui.task.Tasks;

class ComposeViewModelTest {
    private final SampleProfile profile = SampleProfile.inUse();
    private final OpenedSealed opened = new OpenedSealed();

    private ComposeViewModel writing(LetterStart start) {
        return new ComposeViewModel(
                profile.sending,
                profile.drafts,
                profile.people,
                Tasks.immediate(),
                List.of(Sample.account()),
                profile.drafts.fresh(),
                start,
                opened);
    }

    private ComposeViewModel writing() {
        return writing(LetterStart.of(Draft.empty(Sample.account().id())));
    }

    @Test
    void waitsForARecipient() {
        ComposeViewModel model = writing();
        model.sendSealed();
        assertInstanceOf(ComposeState.NobodyNamed.class, model.state().get());
        assertTrue(profile.sending.sealed().isEmpty());
    }

    @Test
    void sealsForEveryoneWhoIsReady() {
        ComposeViewModel model = writing();
        assertTrue(model.add(model.to(), "Anna Weber <anna@chem.example>"));
        assertTrue(model.add(model.cc(), "ben@physics.example"));
        assertEquals(new ComposeState.Ready(2), model.state().get());
        model.sendSealed();
        assertEquals(new ComposeState.Queued(2, true), model.state().get());
        assertEquals(1, profile.sending.sealed().size());
    }

    @Test
    void sendsNothingWhileSomeoneIsNotReady() {
        ComposeViewModel model = writing();
        assertTrue(model.add(model.to(), "anna@chem.example"));
        assertTrue(model.add(model.to(), "dave@example.com"));
        model.sendSealed();
        assertInstanceOf(ComposeState.SomeNotReady.class, model.state().get());
        assertTrue(profile.sending.sealed().isEmpty());
        assertTrue(profile.sending.postcards().isEmpty());
        model.removeNotReady();
        assertEquals(new ComposeState.Ready(1), model.state().get());
    }

    @Test
    void sendsNothingPastHalfAnAddress() {
        ComposeViewModel model = writing();
        assertTrue(model.add(model.to(), "anna@chem.example"));
        model.typing(model.bcc(), "carla at");
        assertEquals(new ComposeState.Unfinished("carla at"), model.state().get());
        model.sendSealed();
        model.sendPostcard(CleartextConsent.thePersonChosePostcard());
        assertTrue(profile.sending.sealed().isEmpty());
        assertTrue(profile.sending.postcards().isEmpty());
        assertTrue(model.add(model.cc(), "ben@physics.example"));
        assertEquals(new ComposeState.Unfinished("carla at"), model.state().get());
        model.typing(model.bcc(), "");
        assertEquals(new ComposeState.Ready(2), model.state().get());
    }

    private static LetterStart answer() {
        return Replies.to(
                SamplePages.fields(Sample.ANNA, "Trip budget", FieldProtection.SIGNED_AND_ENCRYPTED),
                "the secret numbers are eleven and forty",
                true,
                false,
                Sample.account(),
                "Anna Weber wrote:");
    }

    private void sendsNoPostcard(ComposeViewModel model) {
        model.sendPostcard(CleartextConsent.thePersonChosePostcard());
        assertTrue(profile.sending.postcards().isEmpty());
    }

    @Test
    @Attack(5)
    void aQuotedSealedTextIsTakenOutBeforeAPostcardGoes() {
        ComposeViewModel model = writing(answer());
        sendsNoPostcard(model);
        model.guard().remove(model.guard().runs().getFirst());
        sendsNoPostcard(model);
        assertTrue(model.guard().subjectIsSealed());
        model.guard().removeSubject();
        model.sendPostcard(CleartextConsent.thePersonChosePostcard());
        Draft sent = profile.sending.postcards().getFirst();
        assertFalse(sent.text().contains("secret") || sent.text().contains("Anna"));
        assertEquals("", sent.subject());
    }

    @Test
    void theWriterReleasesRunByRun() {
        ComposeViewModel model = writing(answer());
        model.subject().set("Numbers");
        model.text().set(model.text().get() + "\n\nMy own words.\n\nthe secret numbers are eleven");
        assertEquals(2, model.guard().runs().size());
        model.guard().release(model.guard().runs().getFirst());
        assertEquals(1, model.guard().runs().size());
        sendsNoPostcard(model);
        model.guard().release(model.guard().runs().getFirst());
        model.sendPostcard(CleartextConsent.thePersonChosePostcard());
        assertTrue(profile.sending.postcards().getFirst().text().contains("secret"));
    }

    @Test
    void remembersInAKeptDraftWhatIsSealedAndWhatWasReleased() {
        ComposeViewModel first = writing(answer());
        first.text().set("the secret numbers are eleven and forty\n\nthe secret numbers are eleven");
        first.guard().release(first.guard().runs().getLast());
        first.keep();
        ComposeViewModel later =
                writing(LetterStart.of(profile.drafts.all().getFirst().draft()));
        assertEquals(1, later.guard().runs().size());
        sendsNoPostcard(later);
    }

    @Test
    void textPastedOutOfASealedLetterThatWasReadIsKnown() {
        opened.shown("The numbers we agreed on Tuesday are eleven and forty.");
        ComposeViewModel model = writing();
        assertTrue(model.add(model.to(), "dave@example.com"));
        model.text().set("Dave, listen: the numbers we agreed on\nTuesday are these");
        sendsNoPostcard(model);
        model.keep();
        assertFalse(
                profile.drafts.all().getFirst().draft().sealedText().sources().isEmpty());
    }

    @Test
    void keepsTheTextWhenNothingWasSent() {
        profile.sending.willAnswer(new Sending.NoSeal());
        ComposeViewModel model = writing();
        assertTrue(model.add(model.to(), "anna@chem.example"));
        model.text().set("Dear Anna");
        model.sendSealed();
        assertInstanceOf(ComposeState.NotSent.class, model.state().get());
        model.keep();
        assertEquals("Dear Anna", profile.drafts.all().getFirst().draft().text());
    }

    @Test
    @Attack(7)
    void answersToSealedLettersLeaveOutAddressesThatNothingProtected() {
        LetterStart answer = Replies.to(
                SamplePages.fields(Sample.ANNA, "Trip budget", FieldProtection.ENCRYPTED_ONLY),
                "text",
                true,
                true,
                Sample.account(),
                "Anna Weber wrote:");
        assertEquals(List.of(Sample.ANNA), answer.draft().to());
        assertEquals(List.of(), answer.draft().cc());
        assertEquals(List.of(Sample.BEN), answer.leftOut());
    }

    @Test
    @Attack(59)
    void aSubjectWithoutEndIsTakenOverInPartAndStaysHidden() {
        LetterStart answer = Replies.to(
                SamplePages.fields(Sample.ANNA, "budget".repeat(40_000), FieldProtection.SIGNED_AND_ENCRYPTED),
                "text",
                true,
                false,
                Sample.account(),
                "Anna Weber wrote:");
        assertTrue(answer.draft().subject().length() < 600);
        assertTrue(answer.draft().subjectIsSealed());
    }

    @Test
    void refusesWhatIsNoAddress() {
        ComposeViewModel model = writing();
        assertFalse(model.add(model.to(), "Anna"));
        assertTrue(model.to().isEmpty());
    }
}
