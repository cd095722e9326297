package org.waxwing.app.cli.command;

import com.google.errorprone.annotations.MustBeClosed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.waxwing.app.Waxwing;
import org.waxwing.app.account.Account;
import org.waxwing.app.cli.profile.Profiles;
import org.waxwing.app.cli.terminal.Command;
import org.waxwing.app.cli.terminal.CommandProblem;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.terminal.Given;
import org.waxwing.app.cli.terminal.SecretFile;
import org.waxwing.app.cli.terminal.Shape;
import org.waxwing.app.cli.terminal.Terminal;
import org.waxwing.crypto.mime.Mailbox;
import org.waxwing.crypto.secret.Passphrase;
import picocli.CommandLine.Model.CommandSpec;

/// `account add`: keeps an identity and its servers.
public final class AccountAdd implements Command {
    private final Profiles profiles;

    public AccountAdd(Profiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public CommandSpec spec() {
        return Shape.of(this, "add", "Keep an address and the servers that carry its letters.")
                .option("--address", "ADDRESS", "The address that its letters come from.")
                .option("--name", "NAME", "The name beside the address.")
                .option("--preset", "PRESET", "A provider that Waxwing knows, such as oxmail.")
                .option("--smtp", "HOST[:PORT]", "The server that takes our letters.")
                .option("--smtp-tls", "MODE", "starttls (required) or implicit. Default: by the port.")
                .option("--imap", "HOST[:PORT]", "The server that keeps letters for us. Without it: only send.")
                .option("--imap-tls", "MODE", "starttls (required) or implicit. Default: by the port.")
                .option("--user", "USER", "The user name at the servers. Default: the address.")
                .option("--password-file", "F", "A file whose first line is the password. Default: ask.")
                .option("--imap-user", "USER", "The user name at the IMAP server, where it differs.")
                .option("--imap-password-file", "F", "The password there, where it differs.")
                .option("--ca", "FILE.pem", "A certificate authority to rely on besides the platform's.")
                .profile()
                .teaching(
                        "",
                        "Makes the profile where there is none. Connects to nothing: try “waxwing account test”.",
                        "",
                        "  waxwing account add --name \"Anna Weber\" --address anna@chem.example \\",
                        "      --smtp smtp.chem.example:587 --imap imap.chem.example:993 --user anna",
                        "  waxwing account add --name Ben --address ben@ox.ac.uk --preset oxmail --user abcd1234")
                .spec();
    }

    @Override
    public ExitCode run(Given given, Terminal terminal) throws IOException {
        Mailbox typed = Typed.mailbox(given.required("--address"));
        Mailbox identity = given.value("--name").map(name -> named(name, typed)).orElse(typed);
        ServerWords servers = new ServerWords(given);
        String user = given.value("--user").orElse(identity.address().text());
        Account.Login submission = new Account.Login(servers.submission(), user);
        Optional<Account.Login> incoming = servers.incoming()
                .map(server ->
                        new Account.Login(server, given.value("--imap-user").orElse(user)));
        try (Waxwing waxwing = profiles.openOrCreate(given, terminal);
                Passphrase password = password(given, terminal, submission)) {
            Account kept = keep(waxwing, identity, submission, password, incoming, given);
            terminal.line("Account " + kept.id().value() + " kept: " + AccountList.line(kept));
            terminal.line(
                    "Try it with: waxwing account test " + identity.address().text());
            return ExitCode.OK;
        }
    }

    private static Mailbox named(String name, Mailbox typed) {
        if (name.chars().anyMatch(Character::isISOControl)) {
            throw new CommandProblem(
                    ExitCode.UNSUPPORTED_OPTION, "The name holds control characters.", "Type it in one line.");
        }
        return new Mailbox(name, typed.address());
    }

    private static Account keep(
            Waxwing waxwing,
            Mailbox identity,
            Account.Login submission,
            Passphrase password,
            Optional<Account.Login> incoming,
            Given given) {
        Optional<String> file = given.value("--imap-password-file");
        if (file.isEmpty()) {
            return waxwing.accounts().add(identity, submission, password, incoming, Optional.empty());
        }
        try (Passphrase incomingPassword = SecretFile.read(Typed.path(file.get()))) {
            return waxwing.accounts().add(identity, submission, password, incoming, Optional.of(incomingPassword));
        }
    }

    @MustBeClosed
    private static Passphrase password(Given given, Terminal terminal, Account.Login login) {
        Optional<Path> file = given.value("--password-file").map(Typed::path);
        if (file.isPresent()) {
            return SecretFile.read(file.get());
        }
        String question =
                "Password of " + login.userName() + " at " + login.server().host() + ":";
        return Passphrase.taking(terminal.secrets()
                .ask(question)
                .orElseThrow(() -> new CommandProblem(
                        ExitCode.LOCKED,
                        "A password is needed, and there is no terminal to ask at.",
                        "Give a file whose first line is the password, with --password-file F.")));
    }
}
