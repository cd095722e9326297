package org.waxwing.ui.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.CryptographicPayload.Note;

class CipherBarTest {
    @Test
    void saysWhatTheCipherIsWorth() {
        assertEquals(
                Optional.of("It was encrypted with a cipher that anyone can break, so it counts as not sealed."),
                CipherBar.sentence(List.of(Note.HEADERS_NOT_PROTECTED, Note.BROKEN_CIPHER)));
        assertEquals(
                Optional.of(
                        "It was sealed with an old cipher that protects little. Ask the sender for a newer program."),
                CipherBar.sentence(List.of(Note.WEAK_CIPHER)));
        assertEquals(Optional.empty(), CipherBar.sentence(List.of(Note.HEADERS_NOT_PROTECTED)));
    }
}
