package org.waxwing.app.cli.command;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waxwing.app.Waxwing;
import org.waxwing.app.cli.letter.LetterJson;
import org.waxwing.app.cli.letter.LetterPage;
import org.waxwing.app.cli.letter.LetterReport;
import org.waxwing.app.cli.letter.Reported;
import org.waxwing.app.cli.letter.Way;
import org.waxwing.app.cli.letter.WayPage;
import org.waxwing.app.cli.profile.Profiles;
import org.waxwing.app.cli.terminal.Command;
import org.waxwing.app.cli.terminal.CommandProblem;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.terminal.Given;
import org.waxwing.app.cli.terminal.Options;
import org.waxwing.app.cli.terminal.Shape;
import org.waxwing.app.cli.terminal.Terminal;
import org.waxwing.app.cli.words.VerdictWords;
import org.waxwing.app.read.Reading;
import org.waxwing.crypto.EnclosedLetter;
import org.waxwing.crypto.Opening;
import org.waxwing.crypto.dkim.DkimVerdict;
import org.waxwing.crypto.mime.Octets;
import picocli.CommandLine.Model.CommandSpec;

/// `open`: opens letters in files and says what may be believed of them. No network unless the person asks
/// who vouches for them.
public final class Open implements Command {
    static final String JOURNEY = "--journey";
    static final String JOURNEY_HELP = "Also the servers on its way, as they tell it; --json always has them.";

    static final String ASK_DKIM = "--ask-dkim";
    static final String ASK_DKIM_HELP =
            "Ask the DNS of the servers that signed it whether they vouch for it; they learn that you look.";

    static final String LAYER = "--layer";
    static final String LAYER_HELP =
            "Open the letter inside with this number on its own; 2.1 is the first inside the second.";

    private final Profiles profiles;

    public Open(Profiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public CommandSpec spec() {
        return Shape.of(this, "open", "Open letters in files and judge them. Asks no network by itself.")
                .parameters("FILE.eml", "1..*", "Whole letters, sealed or not.")
                .flag(JOURNEY, JOURNEY_HELP)
                .flag(ASK_DKIM, ASK_DKIM_HELP)
                .option(LAYER, "N", LAYER_HELP)
                .flag(TypedTechnology.OPENPGP, "Take what OpenPGP protects, and nothing else.")
                .flag(TypedTechnology.SMIME, "Take what S/MIME protects, and nothing else.")
                .profile()
                .pin()
                .json()
                .teaching(
                        "",
                        "With --json: one object for each file, a stable contract (app/docs/open-json.md).",
                        "Ends with 0 when every letter opened, whatever its verdict; else the first failure tells.",
                        "",
                        "  waxwing open --json inbox/*.eml")
                .spec();
    }

    @Override
    public ExitCode run(Given given, Terminal terminal) throws IOException {
        List<String> files = given.parameters();
        try (Waxwing waxwing = profiles.open(given, terminal)) {
            ExitCode code = ExitCode.OK;
            for (String file : files) {
                code = code.or(opened(waxwing, given, terminal, file, files.size() > 1));
            }
            SealEndNotice.tell(terminal, waxwing.seals());
            return code;
        }
    }

    private static ExitCode opened(Waxwing waxwing, Given given, Terminal terminal, String file, boolean several)
            throws IOException {
        try {
            Octets message = InputFile.read(Typed.path(file));
            if (message.isEmpty()) {
                throw new CommandProblem(
                        ExitCode.BAD_DATA,
                        "“" + file + "” is empty, so there is no letter in it.",
                        "Save the letter again, with its whole source, where you have it from.");
            }
            boolean named = several && !given.flag(Options.JSON);
            if (named) {
                terminal.line("== " + file);
            }
            Optional<List<DkimVerdict>> vouchers = vouchers(waxwing, given, message);
            Reported whole =
                    waxwing.read().readFile(message, TypedTechnology.of(given), reading -> Reported.of(file, reading));
            ExitCode code = show(terminal, given, layer(waxwing, given, whole), vouchers);
            if (named) {
                terminal.line("");
            }
            return code;
        } catch (CommandProblem unreadable) {
            // The other files are still opened.
            unreadable.tell(terminal);
            return unreadable.code();
        }
    }

    /// The letter inside that was asked for, or the letter itself.
    static Reported layer(Waxwing waxwing, Given given, Reported whole) {
        Reported shown = whole;
        for (String number : given.value(LAYER).stream()
                .flatMap(path -> Stream.of(path.split("\\.", -1)))
                .toList()) {
            long wanted = Typed.number(number);
            List<EnclosedLetter> inside = shown.reading().opening() instanceof Opening.Opened opened
                    ? opened.payload().enclosed()
                    : List.of();
            if (wanted < 1 || wanted > inside.size()) {
                throw new CommandProblem(
                        ExitCode.NOT_FOUND,
                        "There is no letter “" + number + "” inside: " + inside.size() + " were found.",
                        "Look at it without --layer first.");
            }
            shown = waxwing.read()
                    .readEnclosed(
                            inside.get((int) wanted - 1),
                            () -> false,
                            reading -> Reported.of(whole.report().file(), reading));
        }
        return shown;
    }

    /// Nothing where the person didn't ask.
    static Optional<List<DkimVerdict>> vouchers(Waxwing waxwing, Given given, Octets message) {
        if (given.flag(ASK_DKIM) && given.value(LAYER).isPresent()) {
            throw new CommandProblem(
                    ExitCode.INCOMPATIBLE_OPTIONS,
                    "Servers vouch for a whole letter, not for one inside it.",
                    "Leave --layer or --ask-dkim out.");
        }
        return given.flag(ASK_DKIM) ? Optional.of(waxwing.vouching().ask(message)) : Optional.empty();
    }

    static ExitCode show(Terminal terminal, Given given, Reported reported, Optional<List<DkimVerdict>> vouchers)
            throws IOException {
        Reading reading = reported.reading();
        LetterReport report = reported.report();
        Way way = Way.of(reading, vouchers);
        if (reading.notKept().isPresent()) {
            terminal.tell("The certificate of its signer was not kept for an answer: "
                    + reading.notKept().get());
        }
        if (given.flag(Options.JSON)) {
            LetterJson.print(terminal, report, way);
        } else {
            LetterPage.print(terminal, VerdictWords.sentence(reading), report);
            if (given.flag(JOURNEY)) {
                WayPage.print(terminal, way);
            }
            WayPage.printVouchers(terminal, way);
        }
        return report.end();
    }
}
