package org.waxwing.app.cli.letter;

import java.io.IOException;
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
                        report.notes().stream().map(LetterReport.Note::code).toList());
    }
}
