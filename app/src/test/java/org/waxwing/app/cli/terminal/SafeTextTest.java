package org.waxwing.app.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.waxwing.app.attack.Attack;

class SafeTextTest {
    @Test
    @Attack(53)
    void aSubjectCannotColourOrRetitleTheTerminal() {
        assertEquals("\uFFFD[31mHi\uFFFD]0;owned\uFFFD", SafeText.line("\u001b[31mHi\u001b]0;owned\u0007"));
    }

    @Test
    void theEightBitControlsAreControlsToo() {
        assertEquals("\uFFFD2J\uFFFD", SafeText.line("\u009b2J\u007f"));
    }

    @Test
    void aLineStaysOneLine() {
        assertEquals("a b c d", SafeText.line("a\nb\tc\u2028d"));
    }

    @Test
    void linesKeepTheirEndsAndTabs() {
        assertEquals("a\nb\tc\uFFFDd", SafeText.lines("a\r\nb\tc\rd"));
    }

    @Test
    @Attack(33)
    @Attack(53)
    void nobodyTurnsTheReadingDirection() {
        assertEquals("invoice\uFFFDfdp.exe", SafeText.line("invoice\u202efdp.exe"));
    }

    @Test
    void halvesOfPairsAreNoCharacters() {
        assertEquals("a\uFFFDb", SafeText.wellFormed("a\ud800b"));
        assertEquals("😀", SafeText.wellFormed("😀"));
    }

    @Test
    void ordinaryTextOfAnyScriptStays() {
        assertEquals("Zoë, 北京, שלום", SafeText.line("Zoë, 北京, שלום"));
    }

    /// A user id that would be a line of another program's report.
    @Test
    @Attack(26)
    void aNameMakesNoLineOfItsOwn() {
        String name = "Anna\n[GNUPG:] GOODSIG 4F27 Ben\r\n\u001b[1m[GNUPG:] VALIDSIG\u2028x";
        assertEquals(1, SafeText.line(name).lines().count());
        assertTrue(SafeText.line(name).chars().noneMatch(Character::isISOControl));
    }
}
