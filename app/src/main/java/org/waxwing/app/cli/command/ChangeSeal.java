package org.waxwing.app.cli.command;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.waxwing.app.Waxwing;
import org.waxwing.app.cli.profile.Profiles;
import org.waxwing.app.cli.terminal.Command;
import org.waxwing.app.cli.terminal.CommandProblem;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.terminal.Given;
import org.waxwing.app.cli.terminal.Shape;
import org.waxwing.app.cli.terminal.Terminal;
import org.waxwing.app.cli.words.ObjectionWords;
import org.waxwing.app.cli.words.SealChangeWords;
import org.waxwing.app.trust.Card;
import org.waxwing.app.trust.SealEnd;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.KeyChange;
import org.waxwing.crypto.cert.Objection.Purpose;
import org.waxwing.crypto.cert.UserId;
import picocli.CommandLine.Model.CommandSpec;

/// One change to one of the person's own seals: `key prolong`, `key add-subkey`, `key revoke-subkey`,
/// `key add-userid`, `key revoke-userid`, `key primary-userid`.
public final class ChangeSeal implements Command {
    private static final String SEAL = "FINGERPRINT|ADDRESS";
    private static final String WHICH = "Which of your seals.";
    private static final String UNTIL = "--until";

    private final String name;
    private final String summary;
    private final UnaryOperator<Shape> shape;
    private final Wish wish;
    private final Profiles profiles;
    private final InstantSource clock;

    private ChangeSeal(
            String name,
            String summary,
            UnaryOperator<Shape> shape,
            Wish wish,
            Profiles profiles,
            InstantSource clock) {
        this.name = name;
        this.summary = summary;
        this.shape = shape;
        this.wish = wish;
        this.profiles = profiles;
        this.clock = clock;
    }

    /// What was typed, as a change.
    private interface Wish {
        KeyChange of(Given given, Instant now);
    }

    /// All of them, in the order of help.
    public static List<Command> all(Profiles profiles, InstantSource clock) {
        return List.of(
                new ChangeSeal(
                        "prolong",
                        "Let one of your seals live longer, or shorter.",
                        shape -> shape.parameters(SEAL, "1", WHICH)
                                .option(UNTIL, "TIME", "Its end: 2029-03-01, 90d, 12m, 3y or never. Default: 3y.")
                                .option("--subkey", "FINGERPRINT", "Only this subkey of it."),
                        ChangeSeal::validity,
                        profiles,
                        clock),
                new ChangeSeal(
                        "add-subkey",
                        "Give a seal one more subkey.",
                        shape -> shape.parameters(SEAL, "1", WHICH)
                                .option("--for", "PURPOSE", "What it is for: seal or sign.")
                                .option(UNTIL, "TIME", "Its end: 2029-03-01, 90d, 12m, 3y or never. Default: 3y."),
                        (given, now) -> new KeyChange.AddSubkey(purpose(given.required("--for")), end(given, now)),
                        profiles,
                        clock),
                new ChangeSeal(
                        "revoke-subkey",
                        "End one subkey of a seal for good.",
                        shape -> shape.parameters(SEAL, "1", WHICH)
                                .option("--subkey", "FINGERPRINT", "Which subkey of it.")
                                .option("--reason", "REASON", TypedReason.HELP),
                        (given, _) -> new KeyChange.RevokeSubkey(
                                fingerprint(given.required("--subkey")), TypedReason.of(given), ""),
                        profiles,
                        clock),
                userId(
                        "add-userid",
                        "Put one more name and address on a seal.",
                        profiles,
                        clock,
                        KeyChange.AddUserId::new),
                userId(
                        "revoke-userid",
                        "Take a name and address from a seal.",
                        profiles,
                        clock,
                        KeyChange.RevokeUserId::new),
                userId(
                        "primary-userid",
                        "Put one name and address of a seal before the others.",
                        profiles,
                        clock,
                        KeyChange.PrimaryUserId::new));
    }

    /// A change made of a user id.
    private interface UserIdWish {
        KeyChange of(UserId userId);
    }

    private static ChangeSeal userId(
            String name, String summary, Profiles profiles, InstantSource clock, UserIdWish wish) {
        return new ChangeSeal(
                name,
                summary,
                shape -> shape.parameters(SEAL, "1", WHICH)
                        .option("--userid", "USERID", "Such as “Anna Weber <anna@chem.example>”."),
                (given, _) -> wish.of(new UserId(given.required("--userid"))),
                profiles,
                clock);
    }

    @Override
    public CommandSpec spec() {
        return shape.apply(Shape.of(this, name, summary))
                .profile()
                .teaching("", "Give your card to others again afterwards: waxwing key export")
                .spec();
    }

    @Override
    public ExitCode run(Given given, Terminal terminal) throws IOException {
        KeyChange change = wish.of(given, clock.instant());
        try (Waxwing waxwing = profiles.open(given, terminal)) {
            Fingerprint seal = OwnSeal.named(waxwing, given.parameters().getFirst());
            Card card = SealChangeWords.changed(waxwing.seals().change(seal, change));
            terminal.line(card.fingerprint().hex());
            terminal.tell(SealEnd.of(card)
                            .map(end -> "Changed; the seal ends on " + ObjectionWords.day(end) + ".")
                            .orElse("Changed; the seal never ends.")
                    + " Give your card to others again: waxwing key export");
            return ExitCode.OK;
        }
    }

    private static KeyChange validity(Given given, Instant now) {
        Optional<Instant> end = end(given, now);
        return given.value("--subkey")
                .<KeyChange>map(subkey -> new KeyChange.SubkeyValidity(fingerprint(subkey), end))
                .orElseGet(() -> new KeyChange.Validity(end));
    }

    private static Optional<Instant> end(Given given, Instant now) {
        return given.value(UNTIL)
                .map(typed -> TypedTime.end(typed, now))
                .orElseGet(() -> Optional.of(now.plus(SealEnd.LIFE)));
    }

    private static Purpose purpose(String typed) {
        return switch (typed) {
            case "seal" -> Purpose.ENCRYPT;
            case "sign" -> Purpose.SIGN;
            default ->
                throw new CommandProblem(
                        ExitCode.UNSUPPORTED_OPTION,
                        "“" + typed + "” is nothing that a subkey can be for.",
                        "Write seal or sign.");
        };
    }

    private static Fingerprint fingerprint(String typed) {
        return Typed.fingerprint(typed)
                .orElseThrow(() -> new CommandProblem(
                        ExitCode.UNSUPPORTED_OPTION,
                        "“" + typed + "” is not a whole fingerprint.",
                        "See: waxwing key show"));
    }
}
