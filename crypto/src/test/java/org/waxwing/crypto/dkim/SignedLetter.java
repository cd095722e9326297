package org.waxwing.crypto.dkim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.waxwing.crypto.dkim.DkimVerdict.Result;
import org.waxwing.crypto.mime.Octets;

/// A letter to sign, what may be done to it afterwards, and how it is judged then.
final class SignedLetter {
    static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    static final DkimQuestion QUESTION = new DkimQuestion("two.2026", "chem.example");
    static final String FIELDS = "h=from:to:subject:date";
    static final String TAGS = "c=relaxed/relaxed; " + FIELDS;
    static final String LETTER = """
            From: Anna Weber <anna@chem.example>
            To: Ben Ito <ben@example.org>
            Subject: The trip
            Date: Sun, 1 Nov 2026 10:00:00 +0000

            See you at six.
            """.replace("\n", "\r\n");

    private SignedLetter() {}

    /// The verdict on its one signature.
    ///
    /// @param key what the DNS has
    static DkimVerdict only(Octets message, String key) {
        List<DkimVerdict> verdicts =
                Dkim.current().judge(message, Map.of(QUESTION, new DkimAnswer.Texts(List.of(key))), NOW);
        assertEquals(1, verdicts.size());
        return verdicts.getFirst();
    }

    static Result result(Octets message, String key) {
        return only(message, key).result();
    }

    static Octets changed(Octets message, String from, String to) {
        String text = message.latin1();
        assertTrue(text.contains(from));
        return octets(text.replace(from, to));
    }

    static Octets octets(String text) {
        return Octets.of(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
