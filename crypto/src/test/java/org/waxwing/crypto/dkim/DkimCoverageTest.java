package org.waxwing.crypto.dkim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.waxwing.crypto.dkim.SignedLetter.LETTER;
import static org.waxwing.crypto.dkim.SignedLetter.TAGS;
import static org.waxwing.crypto.dkim.SignedLetter.changed;
import static org.waxwing.crypto.dkim.SignedLetter.octets;
import static org.waxwing.crypto.dkim.SignedLetter.only;
import static org.waxwing.crypto.dkim.SignedLetter.result;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.dkim.DkimVerdict.Coverage;
import org.waxwing.crypto.dkim.DkimVerdict.Result;
import org.waxwing.crypto.mime.Octets;

/// How much of a letter a signature vouches for.
class DkimCoverageTest {
    private static SigningServer server;

    @BeforeAll
    static void makeKey() throws GeneralSecurityException {
        server = SigningServer.rsa(2048);
    }

    @Test
    void isNotTakenForTheWholeWhereItCoversAPart() throws GeneralSecurityException, IOException {
        Octets signed = server.sign(LETTER, TAGS + "; l=17");
        Octets longer = changed(signed, "six.\r\n", "six.\r\nSend money.\r\n");
        for (Octets one : List.of(signed, longer)) {
            DkimVerdict verdict = only(one, server.record(""));
            assertEquals(Result.PASS, verdict.result());
            assertEquals(Optional.of(new Coverage(true, List.of(), List.of())), verdict.coverage());
            assertFalse(verdict.coverage().orElseThrow().isWhole());
        }
        assertEquals(Result.BODY_CHANGED, result(server.sign(LETTER, TAGS + "; l=18"), server.record("")));
        DkimVerdict withoutSubject = only(server.sign(LETTER, "c=relaxed/relaxed; h=from:to:date"), server.record(""));
        assertEquals(Result.PASS, withoutSubject.result());
        assertEquals(Optional.of(new Coverage(false, List.of("Subject"), List.of())), withoutSubject.coverage());
        assertFalse(withoutSubject.coverage().orElseThrow().isWhole());
    }

    /// The signature is over the lower one, and a reader may be shown the upper one.
    @Test
    void tellsOfAFieldThatWasPutAbove() throws GeneralSecurityException, IOException {
        Octets signed = server.sign(LETTER, TAGS);
        Octets forged = changed(signed, "From: Anna", "Subject: Send money\r\nFrom: Anna");
        DkimVerdict verdict = only(forged, server.record(""));
        assertEquals(Result.PASS, verdict.result());
        assertEquals(Optional.of(new Coverage(false, List.of("Subject"), List.of())), verdict.coverage());
        Octets oversigned = server.sign(LETTER, "c=relaxed/relaxed; h=from:to:subject:subject:date");
        assertEquals(Result.PASS, result(oversigned, server.record("")));
        assertEquals(
                Result.HEADER_CHANGED,
                result(changed(oversigned, "From: Anna", "Subject: Send money\r\nFrom: Anna"), server.record("")));
    }

    /// The text is the signed one, and what is shown of it is another: everything before the boundary is gone.
    @Test
    void tellsOfAFieldThatDecidesWhatIsShown() throws GeneralSecurityException, IOException {
        String letter = LETTER.replace("See you at six.", "Don't pay this man:\r\n--x\r\n\r\nPay 100 to Eve.\r\n--x--");
        String mime = "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n";
        Octets put = octets(mime + server.sign(letter, TAGS).latin1());
        assertEquals(Result.PASS, result(put, server.record("")));
        assertEquals(new Coverage(false, List.of(), List.of("MIME-Version", "Content-Type")), coverage(put));
        assertFalse(coverage(put).isWhole());
        String tags = TAGS + ":mime-version:content-type";
        assertEquals(Coverage.WHOLE, coverage(server.sign(mime + letter, tags)));
        Octets above = octets("Content-Type: text/plain\r\n"
                + server.sign(mime + letter, tags).latin1());
        assertEquals(Result.PASS, result(above, server.record("")));
        assertEquals(new Coverage(false, List.of(), List.of("Content-Type")), coverage(above));
        assertEquals(
                Result.HEADER_CHANGED,
                result(
                        octets("Content-Type: text/plain\r\n"
                                + server.sign(letter, TAGS + ":content-type").latin1()),
                        server.record("")));
        for (String field : List.of("Content-Transfer-Encoding: base64", "Content-Disposition: attachment")) {
            assertEquals(
                    new Coverage(false, List.of(), List.of(field.substring(0, field.indexOf(':')))),
                    coverage(server.sign(field + "\r\n" + LETTER, TAGS)),
                    field);
        }
        assertEquals(Coverage.WHOLE, coverage(server.sign("Content-Disposition: inline\r\n" + LETTER, TAGS)));
    }

    private static Coverage coverage(Octets message) {
        DkimVerdict verdict = only(message, server.record(""));
        assertEquals(Result.PASS, verdict.result());
        return verdict.coverage().orElseThrow();
    }
}
