package org.waxwing.ui.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.waxwing.app.mailbox.Letters.LetterId;
import org.waxwing.crypto.EnclosedLetter;
import org.waxwing.crypto.EnclosedLetter.Kind;
import org.waxwing.crypto.Opening;
import org.waxwing.crypto.dkim.DkimVerdict;
import org.waxwing.crypto.mime.Mailbox;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.ui.attack.Attack;
import org.waxwing.ui.compose.LetterStart;
import org.waxwing.ui.compose.Replies;
import org.waxwing.ui.sample.Sample;
import org.waxwing.ui.sample.SampleInside;
import org.waxwing.ui.sample.SamplePages;
import org.waxwing.ui.sample.SamplePictures;
import org.waxwing.ui.shield.Verdict;
import org.waxwing.ui.task.Tasks;

/// Letters inside a letter open on their own, and lend each other nothing.
class LettersInsideTest {
    private final SamplePictures pictures = new SamplePictures();
    private final ReadingViewModel model = new ReadingViewModel(SampleInside.pages(), pictures, Tasks.immediate());

    private ReadingState.Shown shown() {
        return assertInstanceOf(ReadingState.Shown.class, model.state().get());
    }

    private EnclosedLetter inside(int number) {
        return shown().inside().letters().get(number - 1);
    }

    @Test
    @Attack(35)
    void nothingInsideIsOpenedOrCountedBeforeItIsAskedFor() {
        model.show(SampleInside.FORWARDING);
        assertEquals(
                List.of(Kind.FORWARDED, Kind.SEALED_PART, Kind.INLINE_PGP),
                shown().inside().letters().stream().map(EnclosedLetter::kind).toList());
        assertEquals(new Verdict.Postcard(), shown().verdict());
        assertFalse(shown().content().text().contains("second reader"));
    }

    @Test
    void oneOpensInItsPlaceAndBackGoesOneLevelUp() {
        model.show(SampleInside.FORWARDING);
        ReadingState.Shown outermost = shown();
        model.openInside(inside(1));
        ReadingState.Shown first = shown();
        assertEquals("Draft of chapter two", first.fields().subject());
        assertEquals(List.of(outermost), model.around());
        model.openInside(inside(1));
        assertEquals("Re: Draft", shown().fields().subject());
        assertEquals(List.of(outermost, first), model.around());
        model.back();
        assertEquals(first, shown());
        model.back();
        assertEquals(outermost, shown());
        assertEquals(List.of(), model.around());
        model.back();
        assertEquals(outermost, shown());
    }

    @Test
    @Attack(5)
    void aSealedPartHasAVerdictOfItsOwnAndTheLetterAroundItKeepsIts() {
        model.show(SampleInside.FORWARDING);
        model.openInside(inside(2));
        ReadingState.Withheld withheld =
                assertInstanceOf(ReadingState.Withheld.class, model.state().get());
        assertInstanceOf(Verdict.Withheld.class, withheld.verdict());
        assertEquals(List.of(), withheld.outer().from(), "the letter around it lends no field");
        model.again();
        assertEquals(1, model.around().size(), "trying again stays inside");
        model.back();
        model.openInside(inside(3));
        assertEquals(
                new Verdict.Withheld(Opening.Reason.MALFORMED).wasSealed(),
                assertInstanceOf(ReadingState.Withheld.class, model.state().get())
                        .verdict()
                        .wasSealed());
    }

    @Test
    @Attack(7)
    void anAnswerFromInsideKnowsOnlyThatLetter() {
        model.show(SampleInside.FORWARDING);
        model.openInside(inside(1));
        LetterStart start = Replies.to(
                shown().fields(),
                model.shownText(shown()),
                shown().wasSealed(),
                true,
                Sample.account(),
                "Carla wrote:");
        assertEquals(List.of("carla@home.example"), addresses(start.draft().to()));
        assertEquals(List.of("ben@physics.example"), addresses(start.draft().cc()));
        assertTrue(start.draft().text().contains("> Here is what I have."));
        assertFalse(start.draft().text().contains("by mistake"));
        assertFalse(start.draft().text().contains("Friday"));
        assertEquals(
                Optional.of("<first@maths.example>"), start.draft().answered().inReplyTo());
    }

    @Test
    @Attack(5)
    void aClearLetterInsideASealedOneStaysSealedText() {
        ReadingState.Shown sealed = SampleInside.forged(SampleInside.FORWARDING, new Verdict.SenderUnknown(), false);
        ReadingState.Shown first = (ReadingState.Shown)
                SampleInside.pages().open(sealed.inside().letters().getFirst(), sealed, () -> false);
        assertEquals(new Verdict.Postcard(), first.verdict(), "it was not sealed itself");
        assertTrue(first.wasSealed(), "but nobody on the way read it");
        ReadingState.Shown second = (ReadingState.Shown)
                SampleInside.pages().open(first.inside().letters().getFirst(), first, () -> false);
        assertTrue(second.wasSealed());
        LetterStart start =
                Replies.to(first.fields(), "Here", first.wasSealed(), true, Sample.account(), "Carla wrote:");
        assertTrue(start.draft().answered().sealed());
        assertEquals(
                List.of("carla@maths.example"), addresses(start.draft().to()), "an unproven Reply-To is not followed");
        assertEquals(List.of(), start.draft().cc());
    }

    /// Eve can't break the cipher of a letter that she caught, so she sends it on and waits for the answer.
    @Test
    @Attack(7)
    void anAnswerToABadlyEncryptedLetterTellsNothingInTheClear() {
        ReadingState.Shown letter = SampleInside.badlyEncrypted(SampleInside.FORWARDING);
        assertFalse(letter.wasSealed(), "it doesn't count as sealed");
        ReadingState.Shown first = (ReadingState.Shown)
                SampleInside.pages().open(letter.inside().letters().getFirst(), letter, () -> false);
        assertFalse(first.wasSealed());
        for (ReadingState.Shown shown : List.of(letter, first)) {
            assertTrue(shown.answersSealed());
            LetterStart start =
                    Replies.to(shown.fields(), "Here", shown.answersSealed(), false, Sample.account(), "Carla wrote:");
            assertTrue(start.draft().answered().sealed());
        }
        assertFalse(SampleInside.shown(SampleInside.FORWARDING).answersSealed(), "a postcard is answered by one");
    }

    @Test
    void anotherLetterLeavesTheOnesInside() {
        model.show(SampleInside.FORWARDING);
        model.openInside(inside(1));
        model.show(SampleInside.PICTURES);
        assertEquals(List.of(), model.around());
        model.show(SampleInside.FORWARDING);
        model.openInside(inside(1));
        model.clear();
        assertEquals(List.of(), model.around());
    }

    @Test
    void aLetterOfSomewhereElseIsNotOpenedInside() {
        EnclosedLetter foreign =
                SampleInside.shown(SampleInside.FORWARDING).inside().letters().getFirst();
        model.show(SampleInside.PICTURES);
        model.openInside(foreign);
        assertEquals(List.of(), model.around());
    }

    @Test
    void anAnswerThatComesLateIsDropped() {
        Deque<Runnable> later = new ArrayDeque<>();
        ReadingViewModel slow = new ReadingViewModel(SampleInside.pages(), pictures, slow(later));
        slow.show(SampleInside.FORWARDING);
        later.poll().run();
        ReadingState.Shown outer = (ReadingState.Shown) slow.state().get();
        slow.openInside(outer.inside().letters().getFirst());
        slow.back();
        later.poll().run();
        assertEquals(outer, slow.state().get());
    }

    /// Whoever waits there can stop it and go back, and what is stopped is not worked on.
    @Test
    @Attack(59)
    void openingOneIsStoppedAndTheWayBackStays() {
        List<BooleanSupplier> waiters = new ArrayList<>();
        Deque<Runnable> later = new ArrayDeque<>();
        ReadingViewModel slow = new ReadingViewModel(noting(waiters), pictures, slow(later));
        slow.show(SampleInside.FORWARDING);
        later.poll().run();
        ReadingState.Shown outer = (ReadingState.Shown) slow.state().get();
        slow.openInside(outer.inside().letters().getFirst());
        slow.stop();
        assertEquals(
                new ReadingState.Stopped(SampleInside.FORWARDING), slow.state().get());
        later.poll().run();
        assertTrue(waiters.getLast().getAsBoolean());
        assertEquals(
                new ReadingState.Stopped(SampleInside.FORWARDING), slow.state().get());
        assertEquals(List.of(outer), slow.around());
        slow.again();
        later.poll().run();
        assertFalse(waiters.getLast().getAsBoolean());
        assertInstanceOf(ReadingState.Shown.class, slow.state().get());
        assertEquals(List.of(outer), slow.around());
        slow.back();
        assertEquals(outer, slow.state().get());
    }

    /// The letters inside are opened by whoever is asked again and again whether somebody waits.
    private static LetterPages noting(List<BooleanSupplier> waiters) {
        LetterPages really = SampleInside.pages();
        return new LetterPages() {
            @Override
            public ReadingState open(LetterId id, BooleanSupplier nobodyWaits) {
                return really.open(id, nobodyWaits);
            }

            @Override
            public ReadingState open(EnclosedLetter letter, ReadingState.Shown around, BooleanSupplier nobodyWaits) {
                waiters.add(nobodyWaits);
                return really.open(letter, around, nobodyWaits);
            }

            @Override
            public Optional<Octets> asSeenOnTheWay(LetterId id) {
                return Optional.empty();
            }

            @Override
            public List<DkimVerdict> askVouchers(LetterId id) {
                throw new AssertionError("nobody said so");
            }
        };
    }

    private static Tasks slow(Deque<Runnable> later) {
        return new Tasks() {
            @Override
            public <T> void run(Supplier<T> work, Consumer<T> then, Runnable broken) {
                later.add(() -> then.accept(work.get()));
            }
        };
    }

    @Test
    void aFooterOfAListIsNoPartOfTheLetter() {
        ReadingState.Shown listed = SampleInside.listed();
        assertEquals(new Verdict.Postcard(), listed.verdict(), "the whole is not protected");
        assertEquals(SamplePages.postcard(SampleInside.FORWARDING).content().text(), model.shownText(listed));
    }

    private static List<String> addresses(List<Mailbox> people) {
        return people.stream().map(person -> person.address().text()).toList();
    }
}
