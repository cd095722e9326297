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

/// `sop merge-certs`: what several copies of certificates know, in one.
public final class SopMergeCerts extends SopCommand {
    private final Supplier<Sop> operations;

    public SopMergeCerts(Supplier<Sop> operations) {
        this.operations = operations;
    }

    @Override
    Shape shape() {
        return Shape.of(this, "merge-certs", "Add to the certificates on standard input what others know of them.")
                .flag(SopAnswers.NO_ARMOR, SopAnswers.BINARY_SENTENCE)
                .parameters("CERTS", "0..*", "Other copies of the certificates.");
    }

    @Override
    ExitCode answer(Given given, Terminal terminal) throws IOException {
        Indirect indirect = new Indirect(terminal.environment());
        List<Octets> updates = given.parameters().stream().map(indirect::read).toList();
        return SopAnswers.write(
                terminal,
                operations.get().mergeCerts(SopAnswers.input(terminal), updates, !given.flag(SopAnswers.NO_ARMOR)));
    }
}
