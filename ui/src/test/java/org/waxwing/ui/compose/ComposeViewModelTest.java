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

    private ComposeViewModel writing(LetterStart start) {
        return new ComposeViewModel(
                profile.sending,
                profile.drafts,
                profile.people,
                Tasks.immediate(),
                List.of(Sample.account()),
                profile.drafts.fresh(),
                start);
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

    @Test
    @Attack(5)
    void takesSealedQuotesOutOfAPostcard() {
        LetterStart answer = Replies.to(
                SamplePages.fields(Sample.ANNA, "Trip budget", FieldProtection.SIGNED_AND_ENCRYPTED),
                "the secret numbers",
                true,
                false,
                Sample.account(),
                "Anna Weber wrote:");
        ComposeViewModel model = writing(answer);
        assertEquals(1, model.sealedQuotes());
        model.sendPostcard(CleartextConsent.thePersonChosePostcard());
        assertFalse(profile.sending.postcards().getFirst().text().contains("secret"));
    }

    @Test
    void remembersInAKeptDraftThatItAnswersASealedLetter() {
        ComposeViewModel answer = writing(Replies.to(
                SamplePages.fields(Sample.ANNA, "Trip budget", FieldProtection.SIGNED_AND_ENCRYPTED),
                "the secret numbers",
                true,
                false,
                Sample.account(),
                "Anna Weber wrote:"));
        answer.keep();
        ComposeViewModel later =
                writing(LetterStart.of(profile.drafts.all().getFirst().draft()));
        assertEquals(1, later.sealedQuotes());
        later.sendPostcard(CleartextConsent.thePersonChosePostcard());
        assertFalse(profile.sending.postcards().getFirst().text().contains("secret"));
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
    void refusesWhatIsNoAddress() {
        ComposeViewModel model = writing();
        assertFalse(model.add(model.to(), "Anna"));
        assertTrue(model.to().isEmpty());
    }
}
