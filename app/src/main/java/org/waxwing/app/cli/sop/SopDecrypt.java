package org.waxwing.app.cli.sop;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.waxwing.app.cli.terminal.CommandProblem;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.terminal.Given;
import org.waxwing.app.cli.terminal.Shape;
import org.waxwing.app.cli.terminal.Terminal;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.sop.SessionKey;
import org.waxwing.crypto.sop.SopInputs.Keys;
import org.waxwing.crypto.sop.SopInputs.Openers;
import org.waxwing.crypto.sop.SopInputs.Verifiers;
import org.waxwing.crypto.sop.SopStreams;
import org.waxwing.crypto.sop.SopStreams.Held;

/// `sop decrypt`, with keys or passwords.
public final class SopDecrypt extends SopCommand {
    private static final String VERIFICATIONS = "--verifications-out";

    private static final String NOT_BEFORE = "--verify-not-before";
    private static final String NOT_AFTER = "--verify-not-after";
    private static final String SESSION_KEY = "--with-session-key";
    private static final String SESSION_KEY_OUT = "--session-key-out";

    private final Supplier<SopStreams> streams;

    public SopDecrypt(Supplier<SopStreams> streams) {
        this.streams = streams;
    }

    @Override
    Shape shape() {
        return Shape.of(this, "decrypt", "Decrypt standard input. Nothing is written before its integrity is proven.")
                .options("--with-password", "PASSWORD", "A password of the message.")
                .options(SESSION_KEY, "SESSIONKEY", "The session key of the message.")
                .option(SESSION_KEY_OUT, "OUT", "Write the session key there. Whoever has it reads this message.")
                .options("--with-key-password", "PASSWORD", "A password that opens a key.")
                .options("--verify-with", "CERTS", "Certificates of possible signers; with --verifications-out.")
                .option(VERIFICATIONS, "OUT", "Write a line for each valid signature there.")
                .option(NOT_BEFORE, "DATE", "Signatures older than this do not count.")
                .option(NOT_AFTER, "DATE", "Signatures younger than this do not count.")
                .parameters("KEYS", "0..*", "Secret keys.");
    }

    @Override
    ExitCode answer(Given given, Terminal terminal) throws IOException {
        Indirect indirect = new Indirect(terminal.environment());
        Optional<String> verificationsOut = given.value(VERIFICATIONS);
        Optional<String> sessionKeyOut = given.value(SESSION_KEY_OUT);
        Verifiers verifiers = verifiers(given, indirect);
        verificationsOut.ifPresent(indirect::checkOutput);
        sessionKeyOut.ifPresent(indirect::checkOutput);
        List<Octets> keys = given.parameters().stream().map(indirect::read).toList();
        List<SessionKey> sessionKeys = given.values(SESSION_KEY).stream()
                .map(parameter -> sessionKey(indirect.read(parameter)))
                .toList();
        try (Passwords passwords = Passwords.thatUnlock(indirect, given.values("--with-password"));
                Passwords opening = Passwords.thatUnlock(indirect, given.values(SopAnswers.KEY_PASSWORD))) {
            if (keys.isEmpty() && sessionKeys.isEmpty() && passwords.list().isEmpty()) {
                throw new CommandProblem(
                        ExitCode.MISSING_ARGUMENT,
                        "There is nothing to decrypt with.",
                        "Give KEYS, --with-password or --with-session-key.");
            }
            Openers openers = new Openers(new Keys(keys, opening.list()), passwords.list(), sessionKeys);
            try (Held found = SopAnswers.value(streams.get().decrypt(terminal.in(), openers, verifiers))) {
                verificationsOut.ifPresent(file -> indirect.write(file, SopAnswers.lines(found.verifications())));
                sessionKeyOut.ifPresent(file ->
                        indirect.write(file, Octets.ofUtf8(found.sessionKey().text() + "\n")));
                found.writeTo(terminal.out());
                return ExitCode.OK;
            }
        }
    }

    /// Half a wish for verification is refused: nobody shall believe that something was checked.
    private static Verifiers verifiers(Given given, Indirect indirect) {
        List<Octets> certificates =
                given.values("--verify-with").stream().map(indirect::read).toList();
        boolean wanted = given.value(VERIFICATIONS).isPresent()
                || given.value(NOT_BEFORE).isPresent()
                || given.value(NOT_AFTER).isPresent();
        if (wanted == certificates.isEmpty() || given.value(VERIFICATIONS).isPresent() == certificates.isEmpty()) {
            throw new CommandProblem(
                    ExitCode.INCOMPLETE_VERIFICATION,
                    "--verify-with and --verifications-out belong together.",
                    "Give both or neither.");
        }
        return new Verifiers(
                certificates, Dates.notBefore(given.value(NOT_BEFORE)), Dates.notAfter(given.value(NOT_AFTER)));
    }

    private static SessionKey sessionKey(Octets text) {
        return SessionKey.parse(text.latin1())
                .orElseThrow(() -> new CommandProblem(
                        ExitCode.BAD_DATA,
                        "What was given as a session key is none.",
                        "It is a cipher's number, a colon and hexadecimal digits."));
    }
}
