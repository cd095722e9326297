package org.waxwing.app.cli.command;

import java.io.IOException;
import java.util.Optional;
import org.waxwing.app.Waxwing;
import org.waxwing.app.cli.json.JsonLine;
import org.waxwing.app.cli.profile.Profiles;
import org.waxwing.app.cli.terminal.Command;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.terminal.Given;
import org.waxwing.app.cli.terminal.Options;
import org.waxwing.app.cli.terminal.Shape;
import org.waxwing.app.cli.terminal.Terminal;
import org.waxwing.app.cli.words.InquiryWords;
import org.waxwing.app.trust.Inquiry;
import picocli.CommandLine.Model.CommandSpec;

/// `cert ledger`: which servers were asked about certificates and letters, and for pictures of clear letters.
public final class CertLedger implements Command {
    private final Profiles profiles;

    public CertLedger(Profiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public CommandSpec spec() {
        return Shape.of(
                        this,
                        "ledger",
                        "List whom Waxwing asked about certificates, pictures and letters, newest first.")
                .profile()
                .json()
                .spec();
    }

    @Override
    public ExitCode run(Given given, Terminal terminal) throws IOException {
        try (Waxwing waxwing = profiles.open(given, terminal)) {
            for (Inquiry inquiry : waxwing.inquiries().ledger()) {
                if (given.flag(Options.JSON)) {
                    JsonLine.print(terminal, json -> {
                        fill(json, inquiry);
                        json.text("purpose", InquiryWords.code(inquiry.purpose()));
                    });
                } else {
                    terminal.line(inquiry.at() + "  " + inquiry.url() + ": " + InquiryWords.line(inquiry));
                }
            }
            return ExitCode.OK;
        }
    }

    static void fill(JsonLine json, Inquiry inquiry) {
        json.instant("at", Optional.of(inquiry.at()))
                .text("url", inquiry.url())
                .number("octets", inquiry.octets())
                .text("outcome", InquiryWords.code(inquiry.outcome()));
    }
}
