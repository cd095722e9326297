package org.waxwing.app.cli.sop;

import java.io.IOException;
import java.util.function.Supplier;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.terminal.Given;
import org.waxwing.app.cli.terminal.Shape;
import org.waxwing.app.cli.terminal.Terminal;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.sop.Sop;

/// `sop inline-detach`: takes text and signatures apart and proves nothing.
public final class SopInlineDetach extends SopCommand {
    private static final String SIGNATURES = "--signatures-out";

    private final Supplier<Sop> operations;

    public SopInlineDetach(Supplier<Sop> operations) {
        this.operations = operations;
    }

    @Override
    Shape shape() {
        return Shape.of(
                        this,
                        "inline-detach",
                        "Split a signed message: the text here, its signatures to a file. Proves nothing.")
                .flag(SopAnswers.NO_ARMOR, "Write the signatures as binary packets instead of armour.")
                .option(SIGNATURES, "OUT", "Write the signatures there.");
    }

    @Override
    ExitCode answer(Given given, Terminal terminal) throws IOException {
        String out = given.required(SIGNATURES);
        Indirect indirect = new Indirect(terminal.environment());
        indirect.checkOutput(out);
        Octets message = SopAnswers.input(terminal);
        Sop.Detached apart = SopAnswers.value(operations.get().inlineDetach(message, !given.flag(SopAnswers.NO_ARMOR)));
        indirect.write(out, apart.signatures());
        apart.text().writeTo(terminal.out());
        return ExitCode.OK;
    }
}
