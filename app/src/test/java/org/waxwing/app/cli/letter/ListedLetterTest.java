package org.waxwing.app.cli.letter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waxwing.app.attack.Attack;
import org.waxwing.app.cli.letter.LetterReport.Covered;
import org.waxwing.app.cli.letter.LetterReport.Inside;
import org.waxwing.app.cli.letter.LetterReport.Status;
import org.waxwing.app.cli.terminal.Terminal;
import org.waxwing.app.journey.Authentication;
import org.waxwing.app.journey.Journey;

/// Who signed the text above a mailing list's footer, as a terminal and a script are told.
class ListedLetterTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Terminal terminal =
            new Terminal(InputStream.nullInputStream(), out, out, Map.of(), _ -> Optional.empty());

    @Test
    @Attack(18)
    void anotherThanTheOneInFromIsNamed() throws IOException {
        LetterReport report = report(Optional.of("carla@elsewhere.example"));
        LetterPage.print(terminal, "Anyone could have read or changed this letter.", report);
        String page = out.toString(StandardCharsets.UTF_8);
        assertTrue(
                page.contains(
                        "  - Signed by carla@elsewhere.example (AB12), who is not the one in From; the list added a"
                                + " footer, which is attached and not signed.\n"),
                page);
        LetterJson.print(
                terminal, report, new Way(Journey.none(Journey.Content.OPEN), Authentication.none(), Optional.empty()));
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("""
                "covered":{"authenticity":"verified","signer":"AB12","another":"carla@elsewhere.example",\
                "footer":"To leave: …"}""".replace("…", "\\u2026")));
    }

    @Test
    void theOneInFromIsCalledSo() {
        assertEquals(
                "Signed by the one in From; the list added a footer, which is attached and not signed.",
                LayerWords.covered(report(Optional.empty()).inside().covered().orElseThrow()));
    }

    private static LetterReport report(Optional<String> another) {
        return new LetterReport(
                "listed.eml",
                Status.UNPROTECTED,
                Optional.of("cleartext"),
                Optional.of("unsigned"),
                Optional.empty(),
                Optional.empty(),
                Optional.of("anna@chem.example"),
                List.of(),
                "You are fired\n",
                List.of(),
                1,
                List.of(),
                new Inside(
                        List.of(),
                        List.of(),
                        Optional.of(new Covered("verified", Optional.of("AB12"), another, "To leave: …"))));
    }
}
