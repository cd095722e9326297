package org.waxwing.ui.mailbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.waxwing.app.trust.Card;
import org.waxwing.app.trust.SealChanging;
import org.waxwing.app.trust.SealEnd;
import org.waxwing.app.trust.Standing;
import org.waxwing.crypto.cert.KeyChanging.Reason;
import org.waxwing.ui.sample.Sample;
import org.waxwing.ui.sample.SampleProfile;
import org.waxwing.ui.task.Tasks;

class SealEndViewModelTest {
    private static final Instant SOON = Sample.NOW.plus(Duration.ofDays(24));
    private static final Instant PAST = Sample.NOW.minus(Duration.ofDays(10));

    private final SampleProfile profile = SampleProfile.inUse();
    private final SealEndViewModel model = on(Tasks.immediate());
    private final SealEndWords words = new SealEndWords(Sample.dates());

    private SealEndViewModel on(Tasks tasks) {
        return new SealEndViewModel(profile.seals, tasks, InstantSource.fixed(Sample.NOW));
    }

    private Card warned() {
        model.refresh();
        return profile.seals.ending().getFirst();
    }

    @Test
    void saysNothingWhileNoSealEnds() {
        profile.seals.add(Sample.ME, Sample.NOW.plus(Duration.ofDays(61)));
        model.refresh();
        assertInstanceOf(SealEndState.Nothing.class, model.state().get());
        assertEquals("", words.sentence(model.state().get()));
    }

    @Test
    void warnsBeforeTheEnd() {
        profile.seals.add(Sample.ME, SOON);
        model.refresh();
        assertInstanceOf(SealEndState.EndsSoon.class, model.state().get());
        String sentence = words.sentence(model.state().get());
        assertTrue(sentence.startsWith("Your seal for maya@ox.ac.uk ends on 3 July 2026."), sentence);
    }

    @Test
    void warnsAfterTheEnd() {
        profile.seals.add(Sample.ME, PAST);
        model.refresh();
        assertInstanceOf(SealEndState.HasEnded.class, model.state().get());
    }

    @Test
    void sendsThePersonToThoseWhoIssuedIt() {
        profile.seals.addIssued(Sample.ME, SOON);
        model.refresh();
        SealEndState.IssuersEnd soon =
                assertInstanceOf(SealEndState.IssuersEnd.class, model.state().get());
        assertTrue(!soon.past());
        assertTrue(words.sentence(soon).endsWith("for a new certificate, and bring it in."), words.sentence(soon));
        model.putAside(soon.seal());
        assertInstanceOf(SealEndState.Nothing.class, model.state().get());
    }

    @Test
    void takesTheVeryMomentOfTheEndForThePast() {
        profile.seals.add(Sample.ME, Sample.NOW);
        model.refresh();
        assertInstanceOf(SealEndState.HasEnded.class, model.state().get());
    }

    @Test
    void prolongsWhenAsked() {
        profile.seals.add(Sample.ME, SOON);
        model.prolong(warned());
        SealEndState.Prolonged done =
                assertInstanceOf(SealEndState.Prolonged.class, model.state().get());
        assertEquals(Optional.of(Sample.NOW.plus(SealEnd.LIFE)), done.until());
        assertTrue(words.sentence(done).contains("until 8 June 2029"), words.sentence(done));
        model.putAside(done.seal());
        assertInstanceOf(SealEndState.Nothing.class, model.state().get());
    }

    @Test
    void goesOnToTheNextSeal() {
        profile.seals.add(Sample.ME, SOON);
        profile.seals.add(Sample.mailbox("Maya Reed", "maya@old.example"), PAST);
        Card first = warned();
        assertInstanceOf(SealEndState.HasEnded.class, model.state().get());
        model.putAside(first);
        assertInstanceOf(SealEndState.EndsSoon.class, model.state().get());
    }

    @Test
    void doesNotCallASealProlongedWhoseNeededPartHasEnded() {
        profile.seals.add(Sample.ME, PAST);
        Card seal = warned();
        profile.seals.willAnswer(new SealChanging.Changed(seal));
        model.prolong(seal);
        assertInstanceOf(SealEndState.PartEnded.class, model.state().get());
    }

    @Test
    void staysWarnedWhenTheSealIsLockedOrGone() {
        profile.seals.add(Sample.ME, SOON);
        Card seal = warned();
        profile.seals.willAnswer(new SealChanging.Locked());
        model.prolong(seal);
        assertEquals(new SealEndState.Locked(seal), model.state().get());
        profile.seals.willAnswer(new SealChanging.NoSuchSeal());
        model.prolong(seal);
        assertEquals(new SealEndState.Gone(seal), model.state().get());
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void saysWhyItWasRefused(Reason reason) {
        profile.seals.add(Sample.ME, SOON);
        Card seal = warned();
        profile.seals.willAnswer(new SealChanging.Refused(reason));
        model.prolong(seal);
        assertEquals(new SealEndState.Refused(seal, reason), model.state().get());
        assertTrue(words.sentence(model.state().get()).contains("maya@ox.ac.uk"));
    }

    @Test
    void saysThatNothingWasKeptWhenTheWorkBreaks() {
        profile.seals.add(Sample.ME, SOON);
        Card seal = warned();
        SealEndViewModel breaking = on(new Tasks() {
            @Override
            public <T> void run(Supplier<T> work, Consumer<T> then, Runnable broken) {
                broken.run();
            }
        });
        breaking.prolong(seal);
        assertEquals(new SealEndState.NotKept(seal), breaking.state().get());
    }

    @Test
    void prolongsOnceWhileTheWorkGoesOn() {
        profile.seals.add(Sample.ME, SOON);
        Card seal = warned();
        List<Runnable> waiting = new ArrayList<>();
        SealEndViewModel slow = on(new Tasks() {
            @Override
            public <T> void run(Supplier<T> work, Consumer<T> then, Runnable broken) {
                waiting.add(() -> then.accept(work.get()));
            }
        });
        slow.prolong(seal);
        slow.prolong(seal);
        assertEquals(1, waiting.size());
        assertInstanceOf(SealEndState.Working.class, slow.state().get());
        waiting.getFirst().run();
        assertInstanceOf(SealEndState.Prolonged.class, slow.state().get());
    }

    @Test
    void everyStateHasASentenceOfItsOwn() {
        Card seal = Sample.ending(Sample.card(Sample.ME, Standing.OWN), SOON);
        List<SealEndState> states = List.of(
                new SealEndState.EndsSoon(seal, SOON),
                new SealEndState.HasEnded(seal, PAST),
                new SealEndState.Working(seal),
                new SealEndState.Prolonged(seal, Optional.of(SOON)),
                new SealEndState.Prolonged(seal, Optional.empty()),
                new SealEndState.PartEnded(seal),
                new SealEndState.Locked(seal),
                new SealEndState.Gone(seal),
                new SealEndState.NotKept(seal));
        Set<String> sentences = new HashSet<>();
        states.forEach(state -> assertTrue(sentences.add(words.sentence(state))));
        assertFalse(sentences.contains(""));
    }
}
