package org.waxwing.app.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.waxwing.app.account.Account;
import org.waxwing.app.cli.terminal.CommandProblem;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.terminal.Given;
import org.waxwing.app.compose.Answered;
import org.waxwing.app.compose.Draft;
import org.waxwing.crypto.mime.AttachedFile;
import org.waxwing.crypto.mime.Mailbox;

/// Reads a draft from the options of `send`.
record DraftWords(Given given) {
    /// Everything that can be wrong is found before the text is read and the profile opened.
    void check() {
        boolean nobody = Stream.of("--to", "--cc", "--bcc")
                .allMatch(option -> mailboxes(option).isEmpty());
        if (nobody) {
            throw Refusals.noRecipients("Give at least one with --to.");
        }
        if (given.required("--subject").chars().anyMatch(Character::isISOControl)) {
            throw new CommandProblem(
                    ExitCode.UNSUPPORTED_OPTION,
                    "The subject holds a line end or another control character.",
                    "Write it in one line.");
        }
        for (String file : given.values("--attach")) {
            if (!Files.isReadable(Typed.path(file))) {
                throw new CommandProblem(
                        ExitCode.MISSING_INPUT, "There is no file “" + file + "” to attach.", "Check the path.");
            }
        }
    }

    Draft draft(Account account, String text) {
        return new Draft(
                account.id(),
                mailboxes("--to"),
                mailboxes("--cc"),
                mailboxes("--bcc"),
                given.required("--subject"),
                text,
                given.values("--attach").stream()
                        .map(Typed::path)
                        .map(DraftWords::attached)
                        .toList(),
                Answered.nothing());
    }

    private List<Mailbox> mailboxes(String option) {
        return given.values(option).stream().map(Typed::mailbox).toList();
    }

    private static AttachedFile attached(Path file) {
        String name =
                Optional.ofNullable(file.getFileName()).map(Path::toString).orElse("file");
        String safe = name.codePoints()
                .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return new AttachedFile(safe.isEmpty() ? "file" : safe, mediaType(file), InputFile.read(file));
    }

    private static String mediaType(Path file) {
        try {
            return Optional.ofNullable(Files.probeContentType(file))
                    .map(type -> type.toLowerCase(Locale.ROOT))
                    .orElse("application/octet-stream");
        } catch (IOException unknown) {
            return "application/octet-stream";
        }
    }
}
