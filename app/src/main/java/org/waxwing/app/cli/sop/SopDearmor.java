package org.waxwing.app.cli.sop;

import java.io.IOException;
import java.util.function.Supplier;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.terminal.Given;
import org.waxwing.app.cli.terminal.Shape;
import org.waxwing.app.cli.terminal.Terminal;
import org.waxwing.crypto.sop.Sop;

/// `sop dearmor`.
public final class SopDearmor extends SopCommand {
    private final Supplier<Sop> operations;

    public SopDearmor(Supplier<Sop> operations) {
        this.operations = operations;
    }

    @Override
    Shape shape() {
        return Shape.of(this, "dearmor", "Take OpenPGP packets out of ASCII armour.");
    }

    @Override
    ExitCode answer(Given given, Terminal terminal) throws IOException {
        return SopAnswers.write(terminal, operations.get().dearmor(SopAnswers.input(terminal)));
    }
}
