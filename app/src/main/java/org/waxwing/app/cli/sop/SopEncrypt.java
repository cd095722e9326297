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
import org.waxwing.crypto.sop.EncryptionProfile;
import org.waxwing.crypto.sop.SessionKey;
import org.waxwing.crypto.sop.Sop;
import org.waxwing.crypto.sop.SopInputs.KeyPurpose;
import org.waxwing.crypto.sop.SopInputs.Keys;
import org.waxwing.crypto.sop.SopInputs.Recipients;
import org.waxwing.crypto.sop.SopInputs.Writing;
import org.waxwing.crypto.sop.SopStreams;
import org.waxwing.crypto.sop.SopStreams.Source;

/// `sop encrypt`, signed by each of the given keys.
public final class SopEncrypt extends SopCommand {
    private static final String FOR = "--for";
    private static final String SESSION_KEY = "--session-key-out";

    private final Supplier<Sop> operations;
    private final Supplier<SopStreams> streams;
    private final ProfileKeyring keyring;

    /// @param operations for text, which has to be at hand
    public SopEncrypt(Supplier<Sop> operations, Supplier<SopStreams> streams, ProfileKeyring keyring) {
        this.operations = operations;
        this.streams = streams;
        this.keyring = keyring;
    }

    @Override
    Shape shape() {
        return ProfileKeyring.options(Shape.of(this, "encrypt", "Encrypt standard input for certificates or passwords.")
                .flag(SopAnswers.NO_ARMOR, "Write binary packets instead of armour.")
                .option(SopAnswers.AS, "MODE", "binary (default) or text.")
                .options("--with-password", "PASSWORD", "The message may be opened with this as well.")
                .options("--sign-with", "KEYS", "Sign with these secret keys.")
                .options("--with-key-password", "PASSWORD", "A password that opens a signing key.")
                .option(SopAnswers.PROFILE, "PROFILE", "One of list-profiles encrypt.")
                .option(FOR, "PURPOSE", "Keys made for any purpose (default), communications or storage.")
                .option(SESSION_KEY, "OUT", "Write the session key there. Whoever has it reads this message.")
                .parameters("CERTS", "0..*", "Certificates of the recipients."));
    }

    @Override
    ExitCode answer(Given given, Terminal terminal) throws IOException {
        Writing writing = new Writing(
                SopAnswers.mode(given),
                SopAnswers.profile(given, EncryptionProfile::named),
                purpose(given),
                !given.flag(SopAnswers.NO_ARMOR));
        Optional<String> sessionKeyOut = given.value(SESSION_KEY);
        try (Material material = keyring.material(given, terminal)) {
            Indirect indirect = material.indirect();
            sessionKeyOut.ifPresent(indirect::checkOutput);
            SessionKey made = encrypted(given, terminal, material, writing);
            sessionKeyOut.ifPresent(out -> indirect.write(out, Octets.ofUtf8(made.text() + "\n")));
            return ExitCode.OK;
        }
    }

    private SessionKey encrypted(Given given, Terminal terminal, Material material, Writing writing)
            throws IOException {
        Indirect indirect = material.indirect();
        List<Octets> certificates = material.certificates(given.parameters().stream());
        try (Passwords locks = Passwords.thatLock(indirect, given.values("--with-password"));
                Passwords opening = Passwords.thatUnlock(indirect, given.values(SopAnswers.KEY_PASSWORD))) {
            if (certificates.isEmpty() && locks.list().isEmpty()) {
                throw new CommandProblem(
                        ExitCode.MISSING_ARGUMENT, "There is nobody to encrypt for.", "Give CERTS or --with-password.");
            }
            Keys signers = material.keys(given.values("--sign-with").stream(), opening);
            return encrypted(terminal, new Recipients(locks.list(), certificates), signers, writing);
        }
    }

    private SessionKey encrypted(Terminal terminal, Recipients recipients, Keys signers, Writing writing)
            throws IOException {
        return switch (writing.mode()) {
            case BINARY ->
                SopAnswers.value(
                        streams.get().encrypt(Source.of(terminal.in()), terminal.out(), recipients, signers, writing));
            case TEXT -> {
                Sop.Encrypted made = SopAnswers.value(
                        operations.get().encrypt(SopAnswers.input(terminal), recipients, signers, writing));
                made.message().writeTo(terminal.out());
                yield made.sessionKey();
            }
        };
    }

    private static KeyPurpose purpose(Given given) {
        return switch (given.value(FOR).orElse("any")) {
            case "any" -> KeyPurpose.ANY;
            case "communications" -> KeyPurpose.COMMUNICATIONS;
            case "storage" -> KeyPurpose.STORAGE;
            default ->
                throw new CommandProblem(ExitCode.UNSUPPORTED_OPTION, "--for is any, communications or storage.", "");
        };
    }
}
