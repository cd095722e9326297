package org.waxwing.app.cli.command;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.waxwing.app.Waxwing;
import org.waxwing.app.cli.json.JsonLine;
import org.waxwing.app.cli.profile.Profiles;
import org.waxwing.app.cli.terminal.Command;
import org.waxwing.app.cli.terminal.CommandProblem;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.terminal.Given;
import org.waxwing.app.cli.terminal.Options;
import org.waxwing.app.cli.terminal.Shape;
import org.waxwing.app.cli.terminal.Terminal;
import org.waxwing.app.cli.words.ObjectionWords;
import org.waxwing.app.mailbox.Letters.Folder;
import org.waxwing.app.mailbox.Letters.Summary;
import org.waxwing.crypto.CryptographicSummary;
import org.waxwing.crypto.mime.DisplayName;
import picocli.CommandLine.Model.CommandSpec;

/// `list`: the newest letters of a folder.
public final class ListLetters implements Command {
    private static final int USUAL_COUNT = 50;

    private final Profiles profiles;

    public ListLetters(Profiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public CommandSpec spec() {
        return Shape.of(this, "list", "List letters on this computer, newest first.")
                .parameters("FOLDER", "0..1", "Its name. Default: INBOX, of every account.")
                .option("--count", "N", "How many of each folder. Default: 50.")
                .profile()
                .json()
                .teaching("", "The first column is the number for “waxwing show”.")
                .spec();
    }

    @Override
    public ExitCode run(Given given, Terminal terminal) throws IOException {
        int count = given.value("--count").map(ListLetters::count).orElse(USUAL_COUNT);
        try (Waxwing waxwing = profiles.open(given, terminal)) {
            for (Folder folder : chosen(waxwing.letters().folders(), given)) {
                for (Summary letter : waxwing.letters().page(folder.id(), Optional.empty(), count)) {
                    if (given.flag(Options.JSON)) {
                        JsonLine.print(terminal, json -> fill(json, folder, letter));
                    } else {
                        show(terminal, letter);
                    }
                }
            }
            return ExitCode.OK;
        }
    }

    private static int count(String typed) {
        return Math.toIntExact(Math.clamp(Typed.number(typed), 1, 100_000));
    }

    private static List<Folder> chosen(List<Folder> all, Given given) {
        Optional<String> name = given.parameters().stream().findFirst();
        List<Folder> found = all.stream()
                .filter(folder -> name.map(typed -> named(folder, typed)).orElse(folder.kind() == Folder.Kind.INBOX))
                .toList();
        if (found.isEmpty() && name.isPresent()) {
            throw new CommandProblem(
                    ExitCode.NOT_FOUND,
                    "There is no folder “" + name.get() + "” on this computer.",
                    all.isEmpty()
                            ? "Get letters with “waxwing fetch”."
                            : "There are: "
                                    + all.stream().map(Folder::name).distinct().collect(Collectors.joining(", "))
                                    + ".");
        }
        return found;
    }

    private static boolean named(Folder folder, String typed) {
        return folder.name().equalsIgnoreCase(typed) || folder.kind().name().equalsIgnoreCase(typed);
    }

    private static void show(Terminal terminal, Summary letter) throws IOException {
        String whom =
                letter.from().isEmpty() ? "" : DisplayName.before(letter.from().getFirst());
        terminal.line(Shown.column(Long.toString(letter.id().value()), 5)
                + (letter.read() ? "  " : "* ")
                + ObjectionWords.day(letter.date())
                + "  "
                + Shown.column(words(letter.status()), 22)
                + Shown.column(whom, 32)
                + "  "
                + letter.subject());
    }

    private static String words(Optional<CryptographicSummary.Status> status) {
        return status.map(known -> switch (known) {
                    case CONFIDENTIAL -> "Sealed";
                    case VERIFIED -> "Signed";
                    case UNPROTECTED -> "";
                    case ENCRYPTED_BUT_UNVERIFIED -> "Sealed, unknown";
                })
                .orElse("Cannot open");
    }

    private static void fill(JsonLine json, Folder folder, Summary letter) {
        json.number("id", letter.id().value())
                .text("folder", folder.name())
                .text("from", Shown.mailboxes(letter.from()))
                .text("to", Shown.mailboxes(letter.to()))
                .text("subject", letter.subject())
                .text("date", letter.date().toString())
                .truth("read", letter.read())
                .truth("attachments", letter.attachments())
                .text("status", letter.status().map(ListLetters::code));
    }

    private static String code(CryptographicSummary.Status status) {
        return switch (status) {
            case CONFIDENTIAL -> "confidential";
            case VERIFIED -> "verified";
            case UNPROTECTED -> "unprotected";
            case ENCRYPTED_BUT_UNVERIFIED -> "encrypted-but-unverified";
        };
    }
}
