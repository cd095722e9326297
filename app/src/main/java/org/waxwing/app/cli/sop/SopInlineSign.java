package org.waxwing.app.cli.sop;

import java.io.IOException;
import java.util.function.Supplier;
import org.waxwing.app.cli.terminal.CommandProblem;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.terminal.Given;
import org.waxwing.app.cli.terminal.Shape;
import org.waxwing.app.cli.terminal.Terminal;
import org.waxwing.crypto.sop.Sop;
import org.waxwing.crypto.sop.SopInputs.Form;
import org.waxwing.crypto.sop.SopInputs.Keys;

/// `sop inline-sign`: the document together with its signatures.
public final class SopInlineSign extends SopCommand {
    private final Supplier<Sop> operations;
    private final ProfileKeyring keyring;

    public SopInlineSign(Supplier<Sop> operations, ProfileKeyring keyring) {
        this.operations = operations;
        this.keyring = keyring;
    }

    @Override
    Shape shape() {
        return ProfileKeyring.options(Shape.of(
                        this, "inline-sign", "Sign standard input; write it together with the signatures.")
                .flag(SopAnswers.NO_ARMOR, SopAnswers.BINARY_SENTENCE)
                .option(SopAnswers.AS, "FORM", "binary (default), text, or clearsigned: text that stays readable.")
                .options(SopAnswers.KEY_PASSWORD, "PASSWORD", "A password that opens a key.")
                .parameters("KEYS", "1..*", "Secret keys."));
    }

    @Override
    ExitCode answer(Given given, Terminal terminal) throws IOException {
        Form form = form(given);
        boolean armored = !given.flag(SopAnswers.NO_ARMOR);
        if (form == Form.CLEARSIGNED && !armored) {
            throw new CommandProblem(
                    ExitCode.INCOMPATIBLE_OPTIONS,
                    "--as=clearsigned and --no-armor exclude each other.",
                    "Leave out --no-armor.");
        }
        Indirect indirect = new Indirect(terminal.environment());
        try (Material material = keyring.material(given, terminal);
                Passwords passwords = Passwords.thatUnlock(indirect, given.values(SopAnswers.KEY_PASSWORD))) {
            Keys keys = material.keys(given.parameters().stream(), passwords);
            return SopAnswers.write(
                    terminal, operations.get().inlineSign(SopAnswers.input(terminal), keys, form, armored));
        }
    }

    private static Form form(Given given) {
        return switch (given.value(SopAnswers.AS).orElse("binary")) {
            case "binary" -> Form.BINARY;
            case "text" -> Form.TEXT;
            case "clearsigned" -> Form.CLEARSIGNED;
            default ->
                throw new CommandProblem(ExitCode.UNSUPPORTED_OPTION, "--as is binary, text or clearsigned.", "");
        };
    }
}
