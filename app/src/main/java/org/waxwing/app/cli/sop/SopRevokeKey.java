package org.waxwing.app.cli.sop;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.terminal.Given;
import org.waxwing.app.cli.terminal.Shape;
import org.waxwing.app.cli.terminal.Terminal;
import org.waxwing.crypto.sop.Sop;
import org.waxwing.crypto.sop.SopInputs.Keys;

/// `sop revoke-key`: the certificates of the keys, revoked.
public final class SopRevokeKey extends SopCommand {
    private final Supplier<Sop> operations;

    public SopRevokeKey(Supplier<Sop> operations) {
        this.operations = operations;
    }

    @Override
    Shape shape() {
        return Shape.of(this, "revoke-key", "Revoke the secret keys on standard input; write their certificates.")
                .flag(SopAnswers.NO_ARMOR, SopAnswers.BINARY_SENTENCE)
                .options(SopAnswers.KEY_PASSWORD, "PASSWORD", "A password that opens a key.");
    }

    @Override
    ExitCode answer(Given given, Terminal terminal) throws IOException {
        Indirect indirect = new Indirect(terminal.environment());
        try (Passwords opening = Passwords.thatUnlock(indirect, given.values(SopAnswers.KEY_PASSWORD))) {
            Keys keys = new Keys(List.of(SopAnswers.input(terminal)), opening.list());
            return SopAnswers.write(terminal, operations.get().revokeKey(keys, !given.flag(SopAnswers.NO_ARMOR)));
        }
    }
}
