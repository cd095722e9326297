package org.waxwing.app.cli.sop;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.terminal.Given;
import org.waxwing.app.cli.terminal.Shape;
import org.waxwing.app.cli.terminal.Terminal;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.sop.Sop;
import org.waxwing.crypto.sop.SopInputs.Keys;

/// `sop update-key`: keys brought up to date.
public final class SopUpdateKey extends SopCommand {
    private static final String SIGNING_ONLY = "--signing-only";
    private static final String NO_ADDED = "--no-added-capabilities";
    private static final String MERGE = "--merge-certs";

    private final Supplier<Sop> operations;

    public SopUpdateKey(Supplier<Sop> operations) {
        this.operations = operations;
    }

    @Override
    Shape shape() {
        return Shape.of(this, "update-key", "Bring the secret keys on standard input up to date.")
                .flag(SopAnswers.NO_ARMOR, SopAnswers.BINARY_SENTENCE)
                .flag(SIGNING_ONLY, "Add no subkey to encrypt to.")
                .flag(NO_ADDED, "Add nothing that the key could not do before.")
                .options(MERGE, "CERTS", "Take in what these certificates know of the keys.")
                .options(SopAnswers.KEY_PASSWORD, "PASSWORD", "A password that opens a key.");
    }

    @Override
    ExitCode answer(Given given, Terminal terminal) throws IOException {
        Indirect indirect = new Indirect(terminal.environment());
        List<Octets> updates = given.values(MERGE).stream().map(indirect::read).toList();
        boolean asItIs = given.flag(SIGNING_ONLY) || given.flag(NO_ADDED);
        try (Passwords opening = Passwords.thatUnlock(indirect, given.values(SopAnswers.KEY_PASSWORD))) {
            Keys keys = new Keys(List.of(SopAnswers.input(terminal)), opening.list());
            return SopAnswers.write(
                    terminal, operations.get().updateKey(keys, asItIs, updates, !given.flag(SopAnswers.NO_ARMOR)));
        }
    }
}
