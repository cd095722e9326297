package org.waxwing.app.cli.sop;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.terminal.Given;
import org.waxwing.app.cli.terminal.Shape;
import org.waxwing.app.cli.terminal.Terminal;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.sop.SopInputs.Verifiers;
import org.waxwing.crypto.sop.SopStreams;
import org.waxwing.crypto.sop.Verification;

/// `sop verify`: a line for each valid signature, or failure.
public final class SopVerify extends SopCommand {
    private final Supplier<SopStreams> streams;

    public SopVerify(Supplier<SopStreams> streams) {
        this.streams = streams;
    }

    @Override
    Shape shape() {
        return Shape.of(this, "verify", "Verify detached signatures over standard input.")
                .option("--not-before", "DATE", "Signatures older than this do not count; - means any.")
                .option("--not-after", "DATE", "Signatures younger than this do not count; - means any.")
                .parameters("SIGNATURES|CERTS", "2..*", "The signatures first, then the certificates.");
    }

    @Override
    ExitCode answer(Given given, Terminal terminal) throws IOException {
        Indirect indirect = new Indirect(terminal.environment());
        Octets signatures = indirect.read(given.parameters().getFirst());
        List<Octets> certificates =
                given.parameters().stream().skip(1).map(indirect::read).toList();
        Verifiers verifiers = new Verifiers(
                certificates, Dates.notBefore(given.value("--not-before")), Dates.notAfter(given.value("--not-after")));
        List<Verification> valid = SopAnswers.value(streams.get().verify(terminal.in(), signatures, verifiers));
        for (Verification verification : valid) {
            terminal.line(verification.line());
        }
        return ExitCode.OK;
    }
}
