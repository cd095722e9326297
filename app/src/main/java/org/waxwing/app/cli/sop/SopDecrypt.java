package org.waxwing.app.cli.sop;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.waxwing.app.cli.terminal.Command;
import org.waxwing.app.cli.terminal.CommandProblem;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.terminal.Given;
import org.waxwing.app.cli.terminal.Shape;
import org.waxwing.app.cli.terminal.Terminal;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.sop.Sop;
import org.waxwing.crypto.sop.SopInputs.Keys;
import org.waxwing.crypto.sop.SopInputs.Verifiers;
import org.waxwing.crypto.sop.Verification;
import picocli.CommandLine.Model.CommandSpec;

/// `sop decrypt`, with keys or passwords.
public final class SopDecrypt implements Command {
    private static final String VERIFICATIONS = "--verifications-out";

    private final Supplier<Sop> operations;

    public SopDecrypt(Supplier<Sop> operations) {
        this.operations = operations;
    }

    @Override
    public CommandSpec spec() {
        return Shape.of(this, "decrypt", "Decrypt standard input. Nothing is written before its integrity is proven.")
                .options("--with-password", "PASSWORD", "A password of the message.")
                .options("--with-key-password", "PASSWORD", "A password that opens a key.")
                .options("--verify-with", "CERTS", "Certificates of possible signers; with --verifications-out.")
                .option(VERIFICATIONS, "OUT", "Write a line for each valid signature there.")
                .option("--verify-not-before", "DATE", "Signatures older than this do not count.")
                .option("--verify-not-after", "DATE", "Signatures younger than this do not count.")
                .parameters("KEYS", "0..*", "Secret keys.")
                .spec();
    }

    @Override
    public ExitCode run(Given given, Terminal terminal) throws IOException {
        Indirect indirect = new Indirect(terminal.environment());
        Optional<String> out = given.value(VERIFICATIONS);
        List<Octets> certificates =
                given.values("--verify-with").stream().map(indirect::read).toList();
        if (out.isPresent() == certificates.isEmpty()) {
            throw new CommandProblem(
                    ExitCode.INCOMPLETE_VERIFICATION,
                    "--verify-with and --verifications-out belong together.",
                    "Give both or neither.");
        }
        out.ifPresent(indirect::checkOutput);
        Verifiers verifiers = new Verifiers(
                certificates,
                Dates.notBefore(given.value("--verify-not-before")),
                Dates.notAfter(given.value("--verify-not-after")));
        List<Octets> keys = given.parameters().stream().map(indirect::read).toList();
        try (Passwords passwords = Passwords.thatUnlock(indirect, given.values("--with-password"));
                Passwords opening = Passwords.thatUnlock(indirect, given.values("--with-key-password"))) {
            if (keys.isEmpty() && passwords.list().isEmpty()) {
                throw new CommandProblem(
                        ExitCode.MISSING_ARGUMENT,
                        "There is nothing to decrypt with.",
                        "Give KEYS or --with-password.");
            }
            Sop.Decrypted found = SopAnswers.value(operations
                    .get()
                    .decrypt(SopAnswers.input(terminal), new Keys(keys, opening.list()), passwords.list(), verifiers));
            out.ifPresent(file -> indirect.write(file, lines(found.verifications())));
            found.text().writeTo(terminal.out());
            return ExitCode.OK;
        }
    }

    private static Octets lines(List<Verification> verifications) {
        return Octets.ofUtf8(
                verifications.stream().map(found -> found.line() + "\n").collect(Collectors.joining()));
    }
}
