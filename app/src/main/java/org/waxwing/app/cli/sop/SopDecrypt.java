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

    private static final String VERIFY_WITH = "--verify-with";
    private static final String NOT_BEFORE = "--verify-not-before";
    private static final String NOT_AFTER = "--verify-not-after";
    private static final String SESSION_KEY = "--with-session-key";
    private static final String SESSION_KEY_OUT = "--session-key-out";

    private final Supplier<SopStreams> streams;
    private final ProfileKeyring keyring;

    public SopDecrypt(Supplier<SopStreams> streams, ProfileKeyring keyring) {
        this.streams = streams;
        this.keyring = keyring;
    }

    @Override
    Shape shape() {
        return ProfileKeyring.options(Shape.of(
                        this, "decrypt", "Decrypt standard input. Nothing is written before its integrity is proven.")
                .options("--with-password", "PASSWORD", "A password of the message.")
                .options(SESSION_KEY, "SESSIONKEY", "The session key of the message.")
                .option(SESSION_KEY_OUT, "OUT", "Write the session key there. Whoever has it reads this message.")
                .options("--with-key-password", "PASSWORD", "A password that opens a key.")
                .options(VERIFY_WITH, "CERTS", "Certificates of possible signers; with --verifications-out.")
                .option(VERIFICATIONS, "OUT", "Write a line for each valid signature there.")
                .option(NOT_BEFORE, "DATE", "Signatures older than this do not count.")
                .option(NOT_AFTER, "DATE", "Signatures younger than this do not count.")
                .parameters("KEYS", "0..*", "Secret keys."));
    }

    @Override
    ExitCode answer(Given given, Terminal terminal) throws IOException {
        refuseHalfAVerification(given);
        try (Material material = keyring.material(given, terminal)) {
            return answer(given, terminal, material);
        }
    }

    private ExitCode answer(Given given, Terminal terminal, Material material) throws IOException {
        Indirect indirect = material.indirect();
        Optional<String> verificationsOut = given.value(VERIFICATIONS);
        Optional<String> sessionKeyOut = given.value(SESSION_KEY_OUT);
        verificationsOut.ifPresent(indirect::checkOutput);
        sessionKeyOut.ifPresent(indirect::checkOutput);
        Verifiers verifiers = verifiers(given, material);
        List<SessionKey> sessionKeys = given.values(SESSION_KEY).stream()
                .map(parameter -> sessionKey(indirect.read(parameter)))
                .toList();
        try (Passwords passwords = Passwords.thatUnlock(indirect, given.values("--with-password"));
                Passwords opening = Passwords.thatUnlock(indirect, given.values(SopAnswers.KEY_PASSWORD))) {
            if (given.parameters().isEmpty()
                    && sessionKeys.isEmpty()
                    && passwords.list().isEmpty()) {
                throw new CommandProblem(
                        ExitCode.MISSING_ARGUMENT,
                        "There is nothing to decrypt with.",
                        "Give KEYS, --with-password or --with-session-key.");
            }
            Keys keys = material.keys(given.parameters().stream(), opening);
            Openers openers = new Openers(keys, passwords.list(), sessionKeys);
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
    private static void refuseHalfAVerification(Given given) {
        boolean with = !given.values(VERIFY_WITH).isEmpty();
        boolean out = given.value(VERIFICATIONS).isPresent();
        boolean between =
                given.value(NOT_BEFORE).isPresent() || given.value(NOT_AFTER).isPresent();
        if (with != out || (between && !out)) {
            throw new CommandProblem(
                    ExitCode.INCOMPLETE_VERIFICATION,
                    "--verify-with and --verifications-out belong together.",
                    "Give both or neither.");
        }
    }

    private static Verifiers verifiers(Given given, Material material) {
        return new Verifiers(
                material.certificates(given.values(VERIFY_WITH).stream()),
                Dates.notBefore(given.value(NOT_BEFORE)),
                Dates.notAfter(given.value(NOT_AFTER)));
    }

    private static SessionKey sessionKey(Octets text) {
        return SessionKey.parse(text.latin1())
                .orElseThrow(() -> new CommandProblem(
                        ExitCode.BAD_DATA,
                        "What was given as a session key is none.",
                        "It is a cipher's number, a colon and hexadecimal digits."));
    }
}
