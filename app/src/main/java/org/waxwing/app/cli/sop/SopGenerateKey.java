package org.waxwing.app.cli.sop;

import java.io.IOException;
import java.util.function.Supplier;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.terminal.Given;
import org.waxwing.app.cli.terminal.Shape;
import org.waxwing.app.cli.terminal.Terminal;
import org.waxwing.crypto.sop.KeyGenerationProfile;
import org.waxwing.crypto.sop.Sop;
import org.waxwing.crypto.sop.SopInputs.KeyRequest;

/// `sop generate-key`: the password that locks it is optional.
public final class SopGenerateKey extends SopCommand {
    private static final String SIGNING_ONLY = "--signing-only";

    private final Supplier<Sop> operations;

    public SopGenerateKey(Supplier<Sop> operations) {
        this.operations = operations;
    }

    @Override
    Shape shape() {
        return Shape.of(this, "generate-key", "Make a secret key; write it to standard output.")
                .flag(SopAnswers.NO_ARMOR, "Write binary packets instead of armour.")
                .option("--with-key-password", "PASSWORD", "Lock the key with this password.")
                .flag(SIGNING_ONLY, "Make a key to which nobody can encrypt.")
                .option(SopAnswers.PROFILE, "PROFILE", "One of list-profiles generate-key.")
                .parameters("USERID", "0..*", "User ids, such as \"Anna Weber <anna@chem.example>\".");
    }

    @Override
    ExitCode answer(Given given, Terminal terminal) throws IOException {
        KeyGenerationProfile profile = SopAnswers.profile(given, KeyGenerationProfile::named);
        Indirect indirect = new Indirect(terminal.environment());
        try (Passwords lock = Passwords.thatLock(indirect, given.values(SopAnswers.KEY_PASSWORD))) {
            KeyRequest request = new KeyRequest(
                    given.parameters(), lock.list().stream().findFirst(), profile, given.flag(SIGNING_ONLY));
            return SopAnswers.write(terminal, operations.get().generateKey(request, !given.flag(SopAnswers.NO_ARMOR)));
        }
    }
}
