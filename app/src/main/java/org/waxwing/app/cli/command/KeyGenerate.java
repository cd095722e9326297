package org.waxwing.app.cli.command;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.waxwing.app.Waxwing;
import org.waxwing.app.cli.profile.Profiles;
import org.waxwing.app.cli.terminal.Command;
import org.waxwing.app.cli.terminal.CommandProblem;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.terminal.Given;
import org.waxwing.app.cli.terminal.Shape;
import org.waxwing.app.cli.terminal.Terminal;
import org.waxwing.app.trust.Card;
import org.waxwing.app.trust.SealEnd;
import org.waxwing.crypto.cert.KeyProfile;
import org.waxwing.crypto.mime.Mailbox;
import picocli.CommandLine.Model.CommandSpec;

/// `key generate`: makes a seal.
public final class KeyGenerate implements Command {
    private final Profiles profiles;
    private final InstantSource clock;

    public KeyGenerate(Profiles profiles, InstantSource clock) {
        this.profiles = profiles;
        this.clock = clock;
    }

    @Override
    public CommandSpec spec() {
        return Shape.of(this, "generate", "Make a new seal: a private key and its address card.")
                .option("--name", "NAME", "The name on it.")
                .option("--address", "ADDRESS", "The address on it.")
                .option("--until", "TIME", "Its end: 2029-03-01, 90d, 12m, 3y or never. Default: 3y.")
                .option("--kind", "KIND", "curve25519, curve25519-v6, rsa3072 or rsa4096. Default: curve25519.")
                .flag("--post-quantum", "Of a kind that quantum computers can't open either, for curve25519 and -v6.")
                .profile()
                .teaching(
                        "",
                        "Makes the profile where there is none. Prints the fingerprint. Only this computer has the",
                        "private key: keep a copy with “waxwing key export --secret”.")
                .spec();
    }

    @Override
    public ExitCode run(Given given, Terminal terminal) throws IOException {
        Mailbox typed = Typed.mailbox(given.required("--address"));
        String name = given.value("--name").orElse(typed.displayName());
        if (name.chars().anyMatch(c -> Character.isISOControl(c) || c == '<' || c == '>')) {
            throw new CommandProblem(
                    ExitCode.UNSUPPORTED_OPTION,
                    "The name holds characters that a name on a seal can't have.",
                    "Leave out angle brackets and control characters.");
        }
        Instant now = clock.instant();
        Optional<Duration> validity = given.value("--until")
                .map(until -> TypedTime.end(until, now).map(end -> Duration.between(now, end)))
                .orElse(Optional.of(SealEnd.LIFE));
        if (validity.filter(length -> length.toSeconds() < 1).isPresent()) {
            throw new CommandProblem(ExitCode.UNSUPPORTED_OPTION, "A seal can't end in the past.", "Give a later day.");
        }
        KeyProfile plain = kind(given.value("--kind").orElse("curve25519"));
        KeyProfile kind = given.flag("--post-quantum") ? postQuantum(plain) : plain;
        try (Waxwing waxwing = profiles.openOrCreate(given, terminal)) {
            Card made = waxwing.seals().make(new Mailbox(name, typed.address()), kind, validity);
            terminal.line(made.fingerprint().hex());
            return ExitCode.OK;
        }
    }

    private static KeyProfile postQuantum(KeyProfile plain) {
        return switch (plain) {
            case CURVE25519, CURVE25519_AND_POST_QUANTUM -> KeyProfile.CURVE25519_AND_POST_QUANTUM;
            case CURVE25519_V6, POST_QUANTUM_V6 -> KeyProfile.POST_QUANTUM_V6;
            case RSA_3072, RSA_4096 ->
                throw new CommandProblem(
                        ExitCode.UNSUPPORTED_OPTION,
                        "An RSA seal has no post-quantum part.",
                        "Leave out --kind, or write --kind curve25519-v6.");
        };
    }

    private static KeyProfile kind(String typed) {
        return switch (typed) {
            case "curve25519" -> KeyProfile.CURVE25519;
            case "curve25519-v6" -> KeyProfile.CURVE25519_V6;
            case "rsa3072" -> KeyProfile.RSA_3072;
            case "rsa4096" -> KeyProfile.RSA_4096;
            default ->
                throw new CommandProblem(
                        ExitCode.UNSUPPORTED_OPTION,
                        "“" + typed + "” is no kind of seal.",
                        "Write curve25519, curve25519-v6, rsa3072 or rsa4096.");
        };
    }
}
