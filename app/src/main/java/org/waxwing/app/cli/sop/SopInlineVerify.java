package org.waxwing.app.cli.sop;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.terminal.Given;
import org.waxwing.app.cli.terminal.Shape;
import org.waxwing.app.cli.terminal.Terminal;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.sop.Sop;
import org.waxwing.crypto.sop.SopInputs.Verifiers;

/// `sop inline-verify`: the text comes out only when at least one signature over it is valid.
public final class SopInlineVerify extends SopCommand {
    private static final String VERIFICATIONS = "--verifications-out";

    private final Supplier<Sop> operations;
    private final ProfileKeyring keyring;

    public SopInlineVerify(Supplier<Sop> operations, ProfileKeyring keyring) {
        this.operations = operations;
        this.keyring = keyring;
    }

    @Override
    Shape shape() {
        return ProfileKeyring.options(
                Shape.of(this, "inline-verify", "Verify a message that holds its signatures; write what they cover.")
                        .option("--not-before", "DATE", "Signatures older than this do not count; - means any.")
                        .option("--not-after", "DATE", "Signatures younger than this do not count; - means any.")
                        .option(VERIFICATIONS, "OUT", "Write a line for each valid signature there.")
                        .parameters("CERTS", "1..*", "Certificates of possible signers."));
    }

    @Override
    ExitCode answer(Given given, Terminal terminal) throws IOException {
        Indirect indirect = new Indirect(terminal.environment());
        Optional<String> out = given.value(VERIFICATIONS);
        out.ifPresent(indirect::checkOutput);
        Verifiers verifiers = new Verifiers(
                certificates(given, terminal),
                Dates.notBefore(given.value("--not-before")),
                Dates.notAfter(given.value("--not-after")));
        Sop.Verified found = SopAnswers.value(operations.get().inlineVerify(SopAnswers.input(terminal), verifiers));
        out.ifPresent(file -> indirect.write(file, SopAnswers.lines(found.verifications())));
        found.text().writeTo(terminal.out());
        return ExitCode.OK;
    }

    private List<Octets> certificates(Given given, Terminal terminal) {
        try (Material material = keyring.material(given, terminal)) {
            return material.certificates(given.parameters().stream());
        }
    }
}
