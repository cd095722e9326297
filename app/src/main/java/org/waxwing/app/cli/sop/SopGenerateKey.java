package org.waxwing.app.cli.sop;

import java.io.IOException;
import java.util.function.Supplier;
import org.waxwing.app.cli.terminal.Command;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.terminal.Given;
import org.waxwing.app.cli.terminal.Shape;
import org.waxwing.app.cli.terminal.Terminal;
import org.waxwing.crypto.sop.Sop;
import picocli.CommandLine.Model.CommandSpec;

/// `sop generate-key`: the password that locks it is optional.
public final class SopGenerateKey implements Command {
    private final Supplier<Sop> operations;

    public SopGenerateKey(Supplier<Sop> operations) {
        this.operations = operations;
    }

    @Override
    public CommandSpec spec() {
        return Shape.of(this, "generate-key", "Make a secret key; write it to standard output.")
                .flag(SopAnswers.NO_ARMOR, "Write binary packets instead of armour.")
                .option("--with-key-password", "PASSWORD", "Lock the key with this password.")
                .option(SopAnswers.PROFILE, "PROFILE", "One of list-profiles generate-key.")
                .parameters("USERID", "0..*", "User ids, such as \"Anna Weber <anna@chem.example>\".")
                .spec();
    }

    @Override
    public ExitCode run(Given given, Terminal terminal) throws IOException {
        SopAnswers.checkProfile(given);
        Indirect indirect = new Indirect(terminal.environment());
        try (Passwords lock = Passwords.thatLock(indirect, given.values("--with-key-password"))) {
            return SopAnswers.write(
                    terminal,
                    operations
                            .get()
                            .generateKey(
                                    given.parameters(),
                                    lock.list().stream().findFirst(),
                                    !given.flag(SopAnswers.NO_ARMOR)));
        }
    }
}
