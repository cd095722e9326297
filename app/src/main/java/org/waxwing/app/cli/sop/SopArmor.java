package org.waxwing.app.cli.sop;

import java.io.IOException;
import java.util.function.Supplier;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.terminal.Given;
import org.waxwing.app.cli.terminal.Shape;
import org.waxwing.app.cli.terminal.Terminal;
import org.waxwing.crypto.sop.Sop;

/// `sop armor`.
public final class SopArmor extends SopCommand {
    private final Supplier<Sop> operations;

    public SopArmor(Supplier<Sop> operations) {
        this.operations = operations;
    }

    @Override
    Shape shape() {
        return Shape.of(this, "armor", "Put OpenPGP packets on standard input into ASCII armour.");
    }

    @Override
    ExitCode answer(Given given, Terminal terminal) throws IOException {
        return SopAnswers.write(terminal, operations.get().armor(SopAnswers.input(terminal)));
    }
}
