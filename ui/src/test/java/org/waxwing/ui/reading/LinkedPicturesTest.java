package org.waxwing.ui.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.waxwing.app.mailbox.Letters.LetterId;
import org.waxwing.app.read.LoadedPictures.Missing;
import org.waxwing.app.trust.Inquiry.Outcome;
import org.waxwing.crypto.EnclosedLetter;
import org.waxwing.crypto.dkim.DkimVerdict;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.ui.attack.Attack;
import org.waxwing.ui.sample.SampleInside;
import org.waxwing.ui.sample.SamplePages;
import org.waxwing.ui.sample.SamplePictures;
import org.waxwing.ui.shield.Verdict;
import org.waxwing.ui.task.Tasks;

/// Other computers are asked for pictures on a click, in clear letters, and never else.
class LinkedPicturesTest {
    private final SamplePictures web = new SamplePictures();

    private ReadingViewModel showing(ReadingState state) {
        ReadingViewModel model = new ReadingViewModel(
                new LetterPages() {
                    @Override
                    public ReadingState open(LetterId id, BooleanSupplier nobodyWaits) {
                        return state;
                    }

                    @Override
                    public ReadingState open(
                            EnclosedLetter letter, ReadingState.Shown around, BooleanSupplier nobodyWaits) {
                        return SampleInside.pages().open(letter, around, nobodyWaits);
                    }

                    @Override
                    public Optional<Octets> asSeenOnTheWay(LetterId id) {
                        return Optional.empty();
                    }

                    @Override
                    public List<DkimVerdict> askVouchers(LetterId id) {
                        throw new AssertionError("nobody said so");
                    }
                },
                web,
                Tasks.immediate());
        model.show(SampleInside.PICTURES);
        return model;
    }

    @Test
    void aClickAsksOnceForEachPictureAndNothingAsksBefore() {
        ReadingState.Shown letter = SampleInside.shown(SampleInside.PICTURES);
        ReadingViewModel model = showing(letter);
        assertEquals(
                List.of("pictures.group.example", "tea.example", "slow.example"),
                letter.inside().pictures().orElseThrow().hosts());
        assertTrue(PicturesBar.isNeeded(letter, false));
        assertEquals(List.of(), web.asked());
        model.loadPictures();
        model.loadPictures();
        assertEquals(3, web.asked().size());
        assertFalse(web.asked().toString().contains("count.example"), "a tracking pixel is never asked for");
        PicturesState.Loaded loaded =
                assertInstanceOf(PicturesState.Loaded.class, model.pictures().get());
        assertEquals(List.of(new Missing("slow.example", Outcome.TOO_SLOW)), loaded.missing());
    }

    @Test
    void theyAreForThisTimeOnlyAndNoPartOfAnAnswer() {
        ReadingState.Shown letter = SampleInside.shown(SampleInside.PICTURES);
        ReadingViewModel model = showing(letter);
        String before = model.shownText(letter);
        model.loadPictures();
        assertEquals(before, model.shownText(letter));
        assertFalse(before.contains("https://"), before);
        model.show(SampleInside.PICTURES);
        assertInstanceOf(PicturesState.NotLoaded.class, model.pictures().get());
        assertEquals(3, web.asked().size());
    }

    @Test
    @Attack(15)
    void aSealedLetterAsksNobodyEvenWhereItsStateWasForged() {
        for (ReadingState.Shown forged : List.of(
                SampleInside.forged(
                        SampleInside.PICTURES, new Verdict.SealedAndKnown("Anna", SamplePages.SINCE), false),
                SampleInside.forged(SampleInside.PICTURES, new Verdict.SenderUnknown(), false),
                SampleInside.forged(SampleInside.PICTURES, new Verdict.Unproven(), false),
                SampleInside.forged(SampleInside.PICTURES, new Verdict.Postcard(), true),
                SampleInside.forged(SampleInside.PICTURES, new Verdict.Signed("Anna"), true))) {
            ReadingViewModel model = showing(forged);
            assertFalse(PicturesBar.isNeeded(forged, false));
            assertFalse(PicturesBar.isNeeded(forged, true));
            model.loadPictures();
            assertInstanceOf(PicturesState.NotLoaded.class, model.pictures().get());
        }
        assertEquals(List.of(), web.asked());
    }

    @Test
    void whatIsNotALetterAsksNobody() {
        showing(SamplePages.withheld(SampleInside.PICTURES, new Verdict.StillLocked(Optional.empty())))
                .loadPictures();
        showing(new ReadingState.Gone(SampleInside.PICTURES)).loadPictures();
        showing(SamplePages.postcard(SampleInside.PICTURES)).loadPictures();
        assertEquals(List.of(), web.asked());
    }

    @Test
    void aLetterInsideAClearOneMayAskForItsOwn() {
        ReadingViewModel model = showing(SampleInside.shown(SampleInside.FORWARDING));
        model.openInside(
                ((ReadingState.Shown) model.state().get()).inside().letters().getFirst());
        model.openInside(
                ((ReadingState.Shown) model.state().get()).inside().letters().getFirst());
        assertEquals(List.of(), web.asked());
        model.loadPictures();
        assertEquals(List.of("https://pictures.example/a.png"), web.asked());
        model.back();
        assertInstanceOf(PicturesState.NotLoaded.class, model.pictures().get());
    }
}
