package org.waxwing.app.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waxwing.app.account.AccountId;
import org.waxwing.app.attack.Attack;

class SealedRunsTest {
    private static final SealedText SECRET = SealedText.none().and("""
        Dear Ben,

        the numbers we agreed on Tuesday are in the sheet below.
        PIN 471122
        """).and("Trip budget");

    @Test
    @Attack(5)
    void quotedLinesOfASealedLetterAreSealed() {
        assertEquals(
                List.of("> the numbers we agreed on Tuesday"), found("Hi\n> the numbers we agreed on Tuesday\nBen"));
    }

    @Test
    void takingTheQuoteMarksAwayChangesNothing() {
        assertEquals(1, found("THE NUMBERS, we agreed on Tuesday!").size());
        assertEquals(List.of("PIN 471122"), found("So:\nPIN 471122\nBye"));
    }

    @Test
    void wrappingAnewChangesNothing() {
        assertEquals(
                List.of("was it: numbers we agreed\non Tuesday, or"),
                found("Hm,\nwas it: numbers we agreed\non Tuesday, or"));
    }

    @Test
    void onesOwnWordsAreFree() {
        assertEquals(List.of(), found("Dear Ben,\nI have put the numbers in a new sheet.\nOn Tuesday then."));
    }

    @Test
    void everyQuotedLineOfAnAnswerToASealedLetterCounts() {
        assertTrue(SealedRuns.in(draft("> ok", false)).isEmpty());
        assertEquals(1, SealedRuns.in(draft("> ok", true)).size());
        assertEquals("Mine\nYours", SealedRuns.without(draft("Mine\n> ok\n> no\nYours", true)));
    }

    @Test
    void aReleasedRunIsFreeAndOthersAreNot() {
        SealedText released = SECRET.releasing("> the numbers we agreed on Tuesday");
        assertEquals(List.of(), SealedRuns.in("> the numbers we agreed on Tuesday", released, true));
        assertEquals(1, SealedRuns.in("PIN 471122", released, true).size());
    }

    @Test
    void writingWithoutBlanksIsKnownToo() {
        SealedText secret = SealedText.none().and("来週の火曜日に決めた予算の数字です");
        assertFalse(SealedRuns.in("はい、火曜日に決めた予算のこと", secret, false).isEmpty());
    }

    @Test
    @Attack(41)
    void aHiddenSubjectStaysHidden() {
        assertTrue(subject("Re: Trip budget").subjectIsSealed());
        assertTrue(subject("AW: Re: trip  BUDGET").subjectIsSealed());
        assertFalse(subject("Something else").subjectIsSealed());
        Draft endless = subject("re:".repeat(300_000) + "else");
        assertFalse(assertTimeoutPreemptively(Duration.ofSeconds(5), endless::subjectIsSealed));
    }

    /// Each letter of the draft that is typed asks again.
    @Test
    @Attack(59)
    void aSubjectOfNothingButAnswersTakesOnePass() {
        String answers = "re:".repeat(80_000) + " Fwd : ".repeat(40_000);
        assertTimeoutPreemptively(
                Duration.ofSeconds(2),
                () -> assertTrue(subject(answers + "Trip budget").subjectIsSealed()));
    }

    private static List<String> found(String text) {
        return SealedRuns.in(text, SECRET, false).stream()
                .map(SealedRuns.Run::text)
                .toList();
    }

    private static Draft draft(String text, boolean answersSealed) {
        return new Draft(
                new AccountId(1),
                List.of(),
                List.of(),
                List.of(),
                "",
                text,
                List.of(),
                new Answered(Optional.empty(), List.of(), answersSealed),
                SealedText.none());
    }

    private static Draft subject(String subject) {
        return new Draft(
                new AccountId(1), List.of(), List.of(), List.of(), subject, "", List.of(), Answered.nothing(), SECRET);
    }
}
