package org.waxwing.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.waxwing.app.account.Account;
import org.waxwing.app.account.TlsMode;
import org.waxwing.app.cli.CliFrontend;
import org.waxwing.app.cli.terminal.Terminal;
import org.waxwing.app.practice.PracticeMailbox;
import org.waxwing.crypto.secret.Passphrase;

/// One person at a terminal: a profile of their own and a mailbox at the practice post office.
record Desk(Path folder, PracticeMailbox mailbox) {
    /// What a command printed.
    record Printed(int code, String out, String err) {}

    static Desk furnish(Path folder, PracticeMailbox mailbox) throws IOException {
        Desk desk = new Desk(Files.createDirectories(folder), mailbox);
        Files.writeString(desk.passphraseFile(), "correct horse battery\n");
        try (Passphrase password = mailbox.password()) {
            Files.writeString(folder.resolve("password"), password.lend(String::new) + "\n");
        }
        Account.Login submission = mailbox.submission(TlsMode.STARTTLS_REQUIRED);
        Account.Login incoming = mailbox.incoming(TlsMode.IMPLICIT);
        Files.write(
                folder.resolve("ca.pem"),
                submission.server().anchor().orElseThrow().toByteArray());
        String _ = desk.must(
                "key",
                "generate",
                "--address",
                desk.address(),
                "--name",
                mailbox.owner().displayName());
        String _ = desk.must(
                "account",
                "add",
                "--address",
                desk.address(),
                "--name",
                mailbox.owner().displayName(),
                "--smtp",
                "localhost:" + submission.server().port(),
                "--smtp-tls",
                "starttls",
                "--imap",
                "localhost:" + incoming.server().port(),
                "--imap-tls",
                "implicit",
                "--password-file",
                folder.resolve("password").toString(),
                "--ca",
                folder.resolve("ca.pem").toString());
        return desk;
    }

    String address() {
        return mailbox.owner().address().text();
    }

    Path passphraseFile() {
        return folder.resolve("passphrase");
    }

    /// The public card as a file to give away.
    Path card() throws IOException {
        return Files.writeString(folder.resolve("card.asc"), must("key", "export", address()));
    }

    /// Types a command that must go well, and gives what it printed.
    String must(String... words) {
        return mustWith("", words);
    }

    /// The same with text on standard input.
    String mustWith(String typed, String... words) {
        Printed printed = type(typed, words);
        assertEquals(0, printed.code(), String.join(" ", words) + ": " + printed.err());
        return printed.out();
    }

    Printed type(String typed, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
                out,
                err,
                Map.of(),
                _ -> Optional.empty());
        Stream<String> profile = Stream.of(
                "--profile",
                folder.resolve("profile").toString(),
                "--passphrase-file",
                passphraseFile().toString());
        int code =
                new CliFrontend().run(Stream.concat(Stream.of(words), profile).toList(), terminal);
        return new Printed(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
