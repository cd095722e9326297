package org.waxwing.crypto.dkim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.mime.Octets;

class CanonicalizationTest {
    private static final String BODY = " C \r\nD \t E\r\n\r\n\r\n";

    /// The examples of RFC 6376 §3.4.5.
    @Test
    void leavesNoBlankThatDoesNotCount() throws GeneralSecurityException {
        assertEquals("a:X", Canonicalization.RELAXED.field("A: X\r\n"));
        assertEquals("b:Y Z", Canonicalization.RELAXED.field("B : Y\t\r\n\tZ  \r\n"));
        assertBody(" C\r\nD E\r\n", BODY, Canonicalization.RELAXED);
    }

    @Test
    void leavesAllButTheEmptyLinesAtTheEnd() throws GeneralSecurityException {
        assertEquals("A: X", Canonicalization.SIMPLE.field("A: X\r\n"));
        assertEquals("B : Y\t\r\n\tZ  ", Canonicalization.SIMPLE.field("B : Y\t\r\n\tZ  \r\n"));
        assertBody(" C \r\nD \t E\r\n", BODY, Canonicalization.SIMPLE);
    }

    @Test
    void knowsTheTextThatIsNone() throws GeneralSecurityException {
        for (String none : new String[] {"", "\r\n", "\r\n\r\n", "\n"}) {
            assertBody("\r\n", none, Canonicalization.SIMPLE);
            assertBody("", none, Canonicalization.RELAXED);
        }
        assertBody("", " \t\r\n \r\n", Canonicalization.RELAXED);
        assertBody(" \t\r\n", " \t\r\n", Canonicalization.SIMPLE);
    }

    @Test
    void endsTheLastLine() throws GeneralSecurityException {
        assertBody("a\r\n\r\nb\r\n", "a\r\n\r\nb", Canonicalization.SIMPLE);
        assertBody("a\r\n\r\nb\r\n", "a \r\n\t\r\nb\t", Canonicalization.RELAXED);
    }

    @Test
    void takesABareLineFeedForALineEndAndABareReturnForNone() throws GeneralSecurityException {
        assertBody("a\r\nb\r\n", "a\nb\n\n", Canonicalization.SIMPLE);
        assertBody("a\rb\r\r\n", "a\rb\r\r\n", Canonicalization.RELAXED);
        assertEquals("A: X\r\n Y", Canonicalization.SIMPLE.field("A: X\n Y\n"));
        assertEquals("a:X Y", Canonicalization.RELAXED.field("A: X\n Y\n"));
    }

    @Test
    void keepsOctetsBeyondAscii() throws GeneralSecurityException {
        assertBody("\u00fc\u0000\u00ff\r\n", "\u00fc\u0000\u00ff\r\n", Canonicalization.RELAXED);
    }

    @Test
    void countsWhatItWouldHaveTaken() throws GeneralSecurityException {
        BodyHash.Hash hash = BodyHash.of(octets("ab\r\ncd\r\n"), Canonicalization.SIMPLE, sha256(), 3);
        assertEquals(8, hash.length());
        assertEquals(Octets.of(sha256().digest("ab\r".getBytes(StandardCharsets.ISO_8859_1))), hash.value());
    }

    @Test
    void readsBothWordsOrOne() {
        assertEquals(
                Optional.of(new Canonicalization.Pair(Canonicalization.RELAXED, Canonicalization.SIMPLE)),
                Canonicalization.pair("relaxed"));
        assertEquals(
                Optional.of(new Canonicalization.Pair(Canonicalization.SIMPLE, Canonicalization.RELAXED)),
                Canonicalization.pair("Simple/Relaxed"));
        assertEquals(Optional.empty(), Canonicalization.pair("nofws"));
        assertEquals(Optional.empty(), Canonicalization.pair("simple/simple/simple"));
    }

    private static void assertBody(String canonical, String body, Canonicalization form)
            throws GeneralSecurityException {
        BodyHash.Hash hash = BodyHash.of(octets(body), form, sha256(), Long.MAX_VALUE);
        assertEquals(canonical.length(), hash.length(), body);
        assertEquals(Octets.of(sha256().digest(octets(canonical).toByteArray())), hash.value(), body);
    }

    private static Octets octets(String text) {
        return Octets.of(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static MessageDigest sha256() throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256");
    }
}
