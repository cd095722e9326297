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
    private final ProfileKeyring keyring;

    public SopVerify(Supplier<SopStreams> streams, ProfileKeyring keyring) {
        this.streams = streams;
        this.keyring = keyring;
    }

    @Override
    Shape shape() {
        return ProfileKeyring.options(Shape.of(this, "verify", "Verify detached signatures over standard input.")
                .option("--not-before", "DATE", "Signatures older than this do not count; - means any.")
                .option("--not-after", "DATE", "Signatures younger than this do not count; - means any.")
                .parameters("SIGNATURES|CERTS", "2..*", "The signatures first, then the certificates."));
    }

    @Override
    ExitCode answer(Given given, Terminal terminal) throws IOException {
        Octets signatures =
                new Indirect(terminal.environment()).read(given.parameters().getFirst());
        Verifiers verifiers = new Verifiers(
                certificates(given, terminal),
                Dates.notBefore(given.value("--not-before")),
                Dates.notAfter(given.value("--not-after")));
        List<Verification> valid = SopAnswers.value(streams.get().verify(terminal.in(), signatures, verifiers));
        for (Verification verification : valid) {
            terminal.line(verification.line());
        }
        return ExitCode.OK;
    }

    private List<Octets> certificates(Given given, Terminal terminal) {
        try (Material material = keyring.material(given, terminal)) {
            return material.certificates(given.parameters().stream().skip(1));
        }
    }
}
