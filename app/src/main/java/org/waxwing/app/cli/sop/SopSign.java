package org.waxwing.app.cli.sop;

import java.io.IOException;
import java.util.function.Supplier;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.terminal.Given;
import org.waxwing.app.cli.terminal.Shape;
import org.waxwing.app.cli.terminal.Terminal;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.sop.Sop;
import org.waxwing.crypto.sop.SopInputs.Keys;
import org.waxwing.crypto.sop.SopStreams;
import org.waxwing.crypto.sop.SopStreams.Source;

/// `sop sign`: detached, one signature by each key.
public final class SopSign extends SopCommand {
    private static final String MICALG = "--micalg-out";

    private final Supplier<Sop> operations;
    private final Supplier<SopStreams> streams;
    private final ProfileKeyring keyring;

    /// @param operations for text, which has to be at hand
    public SopSign(Supplier<Sop> operations, Supplier<SopStreams> streams, ProfileKeyring keyring) {
        this.operations = operations;
        this.streams = streams;
        this.keyring = keyring;
    }

    @Override
    Shape shape() {
        return ProfileKeyring.options(Shape.of(this, "sign", "Sign standard input; write the detached signatures.")
                .flag(SopAnswers.NO_ARMOR, "Write binary packets instead of armour.")
                .option(SopAnswers.AS, "MODE", "binary (default) or text.")
                .option(MICALG, "OUT", "Write the micalg parameter of PGP/MIME there.")
                .options("--with-key-password", "PASSWORD", "A password that opens a key.")
                .parameters("KEYS", "1..*", "Secret keys."));
    }

    @Override
    ExitCode answer(Given given, Terminal terminal) throws IOException {
        Indirect indirect = new Indirect(terminal.environment());
        given.value(MICALG).ifPresent(indirect::checkOutput);
        var mode = SopAnswers.mode(given);
        try (Material material = keyring.material(given, terminal);
                Passwords passwords = Passwords.thatUnlock(indirect, given.values("--with-key-password"))) {
            Keys signers = material.keys(given.parameters().stream(), passwords);
            boolean armored = !given.flag(SopAnswers.NO_ARMOR);
            Sop.Signatures made = SopAnswers.value(
                    switch (mode) {
                        case BINARY -> streams.get().sign(Source.of(terminal.in()), signers, armored);
                        case TEXT -> operations.get().sign(SopAnswers.input(terminal), signers, mode, armored);
                    });
            given.value(MICALG).ifPresent(out -> indirect.write(out, Octets.ofUtf8(made.micalg())));
            made.signatures().writeTo(terminal.out());
            return ExitCode.OK;
        }
    }
}
