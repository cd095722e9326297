package org.waxwing.ui.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.Opening;
import org.waxwing.crypto.Opening.Reason;
import org.waxwing.ui.attack.Attack;
import org.waxwing.ui.sample.SampleInside;
import org.waxwing.ui.shield.Verdict;

/// The pages of a letter are made in the time that the letter has.
class OpenedLettersTest {
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    @Attack(59)
    void whoStopsWaitingStopsTheMakingOfPages() {
        Opening opening = SampleInside.read()
                .read(SampleInside.PICTURES, () -> asked.incrementAndGet() < 0, reading -> reading)
                .orElseThrow()
                .opening();
        assertInstanceOf(Opening.Opened.class, opening);
        int whileOpening = asked.getAndSet(0);
        ReadingState whole = SampleInside.pages().open(SampleInside.PICTURES, () -> asked.incrementAndGet() < 0);
        assertInstanceOf(ReadingState.Shown.class, whole);
        int most = asked.get();
        assertTrue(most > whileOpening + 10, () -> most + " times asked");
        // The last of it is the search for linked pictures.
        for (int last = whileOpening + 1; last <= most; last += Math.max(1, (most - whileOpening - 1) / 7)) {
            assertEquals(new Verdict.Withheld(Reason.CANCELLED), stoppedAfter(last), "asked " + last + " times");
        }
        assertEquals(new Verdict.Withheld(Reason.CANCELLED), stoppedAfter(most));
    }

    @Test
    @Attack(59)
    void aLetterInsideIsStoppedAsWell() {
        ReadingState.Shown outer = SampleInside.shown(SampleInside.FORWARDING);
        ReadingState state = SampleInside.pages().open(outer.inside().letters().getFirst(), outer, () -> true);
        assertEquals(
                new Verdict.Withheld(Reason.CANCELLED),
                assertInstanceOf(ReadingState.Withheld.class, state).verdict());
    }

    private Verdict stoppedAfter(int last) {
        asked.set(0);
        ReadingState state = SampleInside.pages().open(SampleInside.PICTURES, () -> asked.incrementAndGet() >= last);
        return assertInstanceOf(ReadingState.Withheld.class, state).verdict();
    }
}
