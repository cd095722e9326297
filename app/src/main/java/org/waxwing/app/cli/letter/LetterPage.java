package org.waxwing.app.cli.letter;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.waxwing.app.cli.terminal.Terminal;
import org.waxwing.crypto.FieldDifference;

/// The report as a page for people: the verdict first, then the fields, then the text. Nothing of it can
/// imitate the verdict, because the text comes below a rule and is made safe for the terminal.
public final class LetterPage {
    private static final List<String> SHOWN = List.of("From", "To", "Cc", "Date", "Subject");
    private static final String RULE = "─".repeat(72);

    private LetterPage() {}

    /// @param sentence the verdict
    public static void print(Terminal terminal, String sentence, LetterReport report) throws IOException {
        terminal.line(sentence);
        for (LetterReport.Note note : report.notes()) {
            terminal.line("  - " + note.sentence());
        }
        for (FieldDifference difference : report.inside().differences()) {
            terminal.line("  - " + DifferenceWords.sentence(difference));
        }
        int number = 1;
        for (String layer : report.inside().layers()) {
            terminal.line("  - " + LayerWords.sentence(layer) + " It opens with --layer " + number++ + ".");
        }
        if (report.inside().covered().isPresent()) {
            terminal.line("  - " + LayerWords.covered(report.inside().covered().get()));
        }
        for (String name : SHOWN) {
            Optional<String> value = report.header(name);
            if (value.isPresent()) {
                terminal.line(name + ": " + " ".repeat(7 - name.length()) + value.get());
            }
        }
        for (LetterReport.Attachment attachment : report.attachments()) {
            terminal.line(
                    "File:    " + attachment.name() + " (" + attachment.type() + ", " + attachment.size() + " bytes)");
        }
        if (!report.body().isEmpty()) {
            terminal.line(RULE);
            terminal.lines(report.body());
        }
    }
}
