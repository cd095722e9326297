package org.waxwing.app.cli.command;

import java.io.IOException;
import java.util.List;
import org.waxwing.app.cli.json.JsonLine;
import org.waxwing.app.cli.terminal.CommandProblem;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.terminal.Terminal;
import org.waxwing.app.cli.words.ObjectionWords;
import org.waxwing.app.cli.words.SubmissionWords;
import org.waxwing.app.send.Outbox;
import org.waxwing.app.send.OutboxId;
import org.waxwing.crypto.mime.AddrSpec;

/// Outbox entries as the terminal shows them.
final class OutboxPages {
    private OutboxPages() {}

    /// A line for each recipient; the first failure decides how it ends.
    static ExitCode report(Terminal terminal, List<Outbox.Entry> entries) throws IOException {
        for (Outbox.Entry entry : entries) {
            for (String line : SubmissionWords.lines(entry)) {
                terminal.line(line);
            }
        }
        return ended(terminal, entries);
    }

    /// What to do where something failed; the first failure decides how it ends.
    static ExitCode ended(Terminal terminal, List<Outbox.Entry> entries) throws IOException {
        ExitCode code = ExitCode.OK;
        for (Outbox.Entry entry : entries) {
            code = code.or(SubmissionWords.exit(entry.state()));
        }
        hint(terminal, code);
        return code;
    }

    private static void hint(Terminal terminal, ExitCode code) throws IOException {
        if (code == ExitCode.NOT_NOW) {
            terminal.tell("Hint: It is kept, sealed. Try again with: waxwing outbox retry");
        } else if (code == ExitCode.REFUSED_BY_RELAY) {
            terminal.tell("Hint: See “waxwing outbox”; correct the address, or discard the letter there.");
        } else if (code == ExitCode.UNCONFIRMED) {
            terminal.tell(
                    "Hint: It is not sent again by itself. Ask the recipient, then “waxwing outbox settle” or “retry”"
                            + " it.");
        }
    }

    static void show(Terminal terminal, Outbox.Entry entry) throws IOException {
        terminal.line(entry.id().value()
                + "  "
                + ObjectionWords.day(entry.queued())
                + "  "
                + SubmissionWords.code(entry.state())
                + (entry.sealed() ? "" : "  (postcard)")
                + "  "
                + entry.subject());
        for (String line : SubmissionWords.lines(entry)) {
            terminal.line("    " + line);
        }
    }

    static void print(Terminal terminal, Outbox.Entry entry) throws IOException {
        JsonLine.print(terminal, json -> fill(json, entry));
    }

    static void fill(JsonLine json, Outbox.Entry entry) {
        json.number("id", entry.id().value())
                .number("account", entry.account().value())
                .texts(
                        "recipients",
                        entry.recipients().stream().map(AddrSpec::text).toList())
                .text("subject", entry.subject())
                .truth("sealed", entry.sealed())
                .text("queued", entry.queued().toString())
                .text("state", SubmissionWords.code(entry.state()))
                .texts("lines", SubmissionWords.lines(entry));
    }

    /// The entry with the typed number.
    static Outbox.Entry named(Outbox outbox, String typed) {
        OutboxId id = new OutboxId(Typed.number(typed));
        return outbox.entries().stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new CommandProblem(
                        ExitCode.NOT_FOUND, "The outbox has no letter " + typed + ".", "See: waxwing outbox"));
    }
}
