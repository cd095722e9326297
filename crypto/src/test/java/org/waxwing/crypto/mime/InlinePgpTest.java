package org.waxwing.crypto.mime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.attack.Attack;

class InlinePgpTest {
    private static final String BEGIN = "-----BEGIN PGP MESSAGE-----";
    private static final String END = "-----END PGP MESSAGE-----";
    private static final String ARMOUR = BEGIN + "\n\nabc\n" + END;

    @Test
    void eachArmourIsFoundWhole() {
        for (String text : List.of(
                ARMOUR,
                ARMOUR + "\n",
                "\n" + ARMOUR,
                "Hello\n\n" + ARMOUR + "\nBye",
                "-----\n" + ARMOUR,
                END + "\n" + ARMOUR,
                BEGIN + "\n" + ARMOUR + "\n" + END,
                ARMOUR + "\n" + BEGIN)) {
            assertEquals(List.of(Octets.ofUtf8(ARMOUR + "\n")), InlinePgp.sealed(text), text);
        }
        String blanks = BEGIN + " \t\n\nabc\n" + END + " ";
        assertEquals(List.of(Octets.ofUtf8(blanks + "\n")), InlinePgp.sealed(blanks));
        assertEquals(2, InlinePgp.sealed(ARMOUR + "\n" + ARMOUR).size());
    }

    @Test
    void whatOnlyLooksLikeItIsNone() {
        for (String text : List.of(
                "", "\n", "\nx-----", "-----", "> " + ARMOUR, BEGIN + "x\n" + END, BEGIN + "\n " + END, END, BEGIN)) {
            assertEquals(List.of(), InlinePgp.sealed(text), text);
        }
    }

    @Test
    void itIsNoticedWhereItBegins() {
        for (String text : List.of(BEGIN, "a\n" + BEGIN + " \nb", "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512")) {
            assertTrue(InlinePgp.isIn(text), text);
        }
        for (String text : List.of("", "\n", " " + BEGIN, BEGIN + ".", "-----BEGIN PGP PUBLIC KEY BLOCK-----")) {
            assertFalse(InlinePgp.isIn(text), text);
        }
    }

    @Test
    @Attack(59)
    void manyThatNeverEndTakeNoTime() {
        String never = (BEGIN + "\n").repeat(300_000);
        assertEquals(List.of(), assertTimeoutPreemptively(Duration.ofSeconds(5), () -> InlinePgp.sealed(never)));
        assertEquals(64, InlinePgp.sealed((ARMOUR + "\n").repeat(1000)).size());
    }
}
