package org.waxwing.app.cli.sop;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.terminal.Given;
import org.waxwing.app.cli.terminal.Shape;
import org.waxwing.app.cli.terminal.Terminal;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.sop.Sop;
import org.waxwing.crypto.sop.SopInputs.UserIdQuestion;

/// `sop validate-userid`: says by its exit code whether every certificate has the user id.
public final class SopValidateUserId extends SopCommand {
    private static final String ADDRESS_ONLY = "--addr-spec-only";
    private static final String AT = "--validate-at";

    private final Supplier<Sop> operations;

    public SopValidateUserId(Supplier<Sop> operations) {
        this.operations = operations;
    }

    @Override
    Shape shape() {
        return Shape.of(
                        this,
                        "validate-userid",
                        "Check that authorities stand behind a user id of every certificate given.")
                .flag(ADDRESS_ONLY, "USERID is an address; compare addresses only.")
                .option(AT, "DATE", "Judge at this time instead of now.")
                .parameters("USERID|CERTS", "2..*", "The user id first, then the certificates of the authorities.");
    }

    @Override
    ExitCode answer(Given given, Terminal terminal) throws IOException {
        Indirect indirect = new Indirect(terminal.environment());
        List<Octets> authorities =
                given.parameters().stream().skip(1).map(indirect::read).toList();
        UserIdQuestion question =
                new UserIdQuestion(given.parameters().getFirst(), given.flag(ADDRESS_ONLY), Dates.at(given.value(AT)));
        List<Fingerprint> valid =
                SopAnswers.value(operations.get().validateUserId(SopAnswers.input(terminal), question, authorities));
        return valid.isEmpty() ? ExitCode.USER_ID_NOT_BOUND : ExitCode.OK;
    }
}
