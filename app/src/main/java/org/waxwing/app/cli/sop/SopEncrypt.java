package org.waxwing.app.cli.sop;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.waxwing.app.cli.terminal.Command;
import org.waxwing.app.cli.terminal.CommandProblem;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.terminal.Given;
import org.waxwing.app.cli.terminal.Shape;
import org.waxwing.app.cli.terminal.Terminal;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.sop.Sop;
import org.waxwing.crypto.sop.SopInputs.Keys;
import org.waxwing.crypto.sop.SopInputs.Recipients;
import picocli.CommandLine.Model.CommandSpec;

/// `sop encrypt`, signed by each of the given keys.
public final class SopEncrypt implements Command {
    private final Supplier<Sop> operations;

    public SopEncrypt(Supplier<Sop> operations) {
        this.operations = operations;
    }

    @Override
    public CommandSpec spec() {
        return Shape.of(this, "encrypt", "Encrypt standard input for certificates or passwords.")
                .flag(SopAnswers.NO_ARMOR, "Write binary packets instead of armour.")
                .option(SopAnswers.AS, "MODE", "binary (default) or text.")
                .options("--with-password", "PASSWORD", "The message may be opened with this as well.")
                .options("--sign-with", "KEYS", "Sign with these secret keys.")
                .options("--with-key-password", "PASSWORD", "A password that opens a signing key.")
                .option(SopAnswers.PROFILE, "PROFILE", "One of list-profiles encrypt.")
                .parameters("CERTS", "0..*", "Certificates of the recipients.")
                .spec();
    }

    @Override
    public ExitCode run(Given given, Terminal terminal) throws IOException {
        SopAnswers.checkProfile(given);
        var mode = SopAnswers.mode(given);
        Indirect indirect = new Indirect(terminal.environment());
        List<Octets> certificates =
                given.parameters().stream().map(indirect::read).toList();
        List<Octets> signers =
                given.values("--sign-with").stream().map(indirect::read).toList();
        try (Passwords locks = Passwords.thatLock(indirect, given.values("--with-password"));
                Passwords opening = Passwords.thatUnlock(indirect, given.values("--with-key-password"))) {
            if (certificates.isEmpty() && locks.list().isEmpty()) {
                throw new CommandProblem(
                        ExitCode.MISSING_ARGUMENT, "There is nobody to encrypt for.", "Give CERTS or --with-password.");
            }
            return SopAnswers.write(
                    terminal,
                    operations
                            .get()
                            .encrypt(
                                    SopAnswers.input(terminal),
                                    new Recipients(locks.list(), certificates),
                                    new Keys(signers, opening.list()),
                                    mode,
                                    !given.flag(SopAnswers.NO_ARMOR)));
        }
    }
}
