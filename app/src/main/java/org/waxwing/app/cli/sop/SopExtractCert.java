package org.waxwing.app.cli.sop;

import java.io.IOException;
import java.util.function.Supplier;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.terminal.Given;
import org.waxwing.app.cli.terminal.Shape;
import org.waxwing.app.cli.terminal.Terminal;
import org.waxwing.crypto.sop.Sop;

/// `sop extract-cert`.
public final class SopExtractCert extends SopCommand {
    private final Supplier<Sop> operations;

    public SopExtractCert(Supplier<Sop> operations) {
        this.operations = operations;
    }

    @Override
    Shape shape() {
        return Shape.of(this, "extract-cert", "Write the certificates of the secret keys on standard input.")
                .flag(SopAnswers.NO_ARMOR, "Write binary packets instead of armour.");
    }

    @Override
    ExitCode answer(Given given, Terminal terminal) throws IOException {
        return SopAnswers.write(
                terminal, operations.get().extractCert(SopAnswers.input(terminal), !given.flag(SopAnswers.NO_ARMOR)));
    }
}
