package org.waxwing.app.cli.letter;

import java.io.IOException;
import java.util.Optional;
import org.waxwing.app.cli.json.JsonLine;
import org.waxwing.app.cli.terminal.Terminal;

/// The report as the JSON object of `app/docs/open-json.md`. Members are added, never changed or removed.
public final class LetterJson {
    private LetterJson() {}

    public static void print(Terminal terminal, LetterReport report, Way way) throws IOException {
        JsonLine.print(terminal, json -> {
            fill(json, report);
            WayJson.fill(json, way);
        });
    }

    private static void fill(JsonLine json, LetterReport report) {
        json.text("file", report.file())
                .text("status", report.status().word())
                .text("confidentiality", report.confidentiality())
                .text("authenticity", report.authenticity())
                .text("signer", report.signer())
                .text("confirmedBy", report.confirmedBy())
                .text("from", report.from())
                .object(
                        "headers",
                        inside -> report.headers()
                                .forEach(header -> inside.object(
                                        header.name(),
                                        field -> field.text("value", header.value())
                                                .text("protection", header.protection()))))
                .text("body", report.body())
                .objects(
                        "attachments",
                        report.attachments(),
                        (inside, attachment) -> inside.text("name", attachment.name())
                                .text("type", attachment.type())
                                .number("size", attachment.size()))
                .number("errant", report.errant())
                .texts(
                        "notes",
                        report.notes().stream().map(LetterReport.Note::code).toList())
                .texts("layers", report.inside().layers())
                .objects(
                        "differences",
                        report.inside().differences(),
                        (inside, difference) -> inside.text("field", difference.field())
                                .text("change", DifferenceWords.code(difference.change()))
                                .text("written", given(difference.written()))
                                .text("found", given(difference.found())));
        Optional<LetterReport.Covered> covered = report.inside().covered();
        if (covered.isPresent()) {
            json.object(
                    "covered",
                    inside -> inside.text("authenticity", covered.get().authenticity())
                            .text("signer", covered.get().signer())
                            .text("another", covered.get().another())
                            .text("footer", covered.get().footer()));
        } else {
            json.text("covered", Optional.empty());
        }
    }

    private static Optional<String> given(String value) {
        return Optional.of(value).filter(text -> !text.isEmpty());
    }
}
