package org.waxwing.app.cli.sop;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.waxwing.app.cli.terminal.CommandProblem;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.terminal.Given;
import org.waxwing.app.cli.terminal.Shape;
import org.waxwing.app.cli.terminal.Terminal;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.sop.Sop;
import org.waxwing.crypto.sop.SopInputs.Keys;

/// `sop certify-userid`: one certification of each user id by each key.
public final class SopCertifyUserId extends SopCommand {
    private static final String USER_ID = "--userid";
    private static final String NO_SELF_SIGNATURE = "--no-require-self-sig";

    private final Supplier<Sop> operations;

    public SopCertifyUserId(Supplier<Sop> operations) {
        this.operations = operations;
    }

    @Override
    Shape shape() {
        return Shape.of(this, "certify-userid", "Certify user ids of the certificates on standard input.")
                .flag(SopAnswers.NO_ARMOR, SopAnswers.BINARY_SENTENCE)
                .options(USER_ID, "USERID", "The user id to certify.")
                .flag(NO_SELF_SIGNATURE, "Certify also what the owner does not claim.")
                .options(SopAnswers.KEY_PASSWORD, "PASSWORD", "A password that opens a key.")
                .parameters("KEYS", "1..*", "Secret keys of those who certify.");
    }

    @Override
    ExitCode answer(Given given, Terminal terminal) throws IOException {
        Indirect indirect = new Indirect(terminal.environment());
        List<String> userIds = given.values(USER_ID);
        if (userIds.isEmpty()) {
            throw new CommandProblem(
                    ExitCode.MISSING_ARGUMENT, "There is no user id to certify.", "Give " + USER_ID + ".");
        }
        List<Octets> keys = given.parameters().stream().map(indirect::read).toList();
        try (Passwords opening = Passwords.thatUnlock(indirect, given.values(SopAnswers.KEY_PASSWORD))) {
            return SopAnswers.write(
                    terminal,
                    operations
                            .get()
                            .certifyUserId(
                                    SopAnswers.input(terminal),
                                    new Keys(keys, opening.list()),
                                    userIds,
                                    !given.flag(NO_SELF_SIGNATURE),
                                    !given.flag(SopAnswers.NO_ARMOR)));
        }
    }
}
