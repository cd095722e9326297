package org.waxwing.app.cli.sop;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.terminal.Given;
import org.waxwing.app.cli.terminal.Shape;
import org.waxwing.app.cli.terminal.Terminal;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.crypto.sop.Sop;
import org.waxwing.crypto.sop.SopInputs.Keys;

/// `sop change-key-password`: locks keys anew, or leaves them open where no new password is given.
public final class SopChangeKeyPassword extends SopCommand {
    private static final String NEW = "--new-key-password";
    private static final String OLD = "--old-key-password";

    private final Supplier<Sop> operations;

    public SopChangeKeyPassword(Supplier<Sop> operations) {
        this.operations = operations;
    }

    @Override
    Shape shape() {
        return Shape.of(this, "change-key-password", "Change the password of the secret keys on standard input.")
                .flag(SopAnswers.NO_ARMOR, SopAnswers.BINARY_SENTENCE)
                .option(NEW, "PASSWORD", "Lock the keys with this; without it they are left open.")
                .options(OLD, "PASSWORD", "A password that opens a key now.");
    }

    @Override
    ExitCode answer(Given given, Terminal terminal) throws IOException {
        Indirect indirect = new Indirect(terminal.environment());
        try (Passwords locks = Passwords.thatLock(indirect, given.values(NEW));
                Passwords opening = Passwords.thatUnlock(indirect, given.values(OLD))) {
            Optional<Passphrase> lock = locks.list().stream().findFirst();
            Keys keys = new Keys(List.of(SopAnswers.input(terminal)), opening.list());
            return SopAnswers.write(
                    terminal, operations.get().changeKeyPassword(keys, lock, !given.flag(SopAnswers.NO_ARMOR)));
        }
    }
}
