package org.waxwing.app.cli.terminal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// Reads the line, finds the command, runs it, and says in one sentence what went wrong. The edge of the
/// terminal: the only place here that catches what nobody expected.
public final class CommandLineFace {
    private static final String VERSION = "--version";

    private final CommandTree tree;
    private final Terminal terminal;

    public CommandLineFace(CommandTree tree, Terminal terminal) {
        this.tree = tree;
        this.terminal = terminal;
    }

    /// @return the exit code of the process
    public int run(List<String> words) {
        try {
            ExitCode code = guarded(words);
            terminal.out().flush();
            return code.number();
        } catch (OutputClosed gone) {
            return gone.nobodyReads()
                    ? ExitCode.OUTPUT_CLOSED.number()
                    : told(ExitCode.INPUT_OUTPUT, "The output could not be written.", "Is the disk full?");
        } catch (IOException broken) {
            return told(ExitCode.INPUT_OUTPUT, "Reading or writing failed.", "Check the disk and try again.");
        }
    }

    private ExitCode guarded(List<String> words) throws IOException {
        try {
            return dispatch(words);
        } catch (ParameterException mistyped) {
            CommandProblem problem = Mistyping.explain(mistyped);
            return tell(problem);
        } catch (CommandProblem problem) {
            return tell(problem);
        } catch (RuntimeException | Error bug) {
            // The message may hold private text; the type of the mistake and its place never do.
            terminal.tell("Waxwing made a mistake and stopped (" + place(bug) + ").");
            terminal.tell("Hint: Nothing private is in this line; please report it with what you typed.");
            return ExitCode.BUG;
        }
    }

    private ExitCode dispatch(List<String> words) throws IOException {
        CommandLine line = tree.commandLine();
        List<String> bare = withoutSharedOptions(words, line.getCommandSpec());
        if (asksForHelp(bare)) {
            return new HelpPages(line, terminal).show(bare);
        }
        if (bare.equals(List.of(VERSION))) {
            terminal.line(tree.version());
            return ExitCode.OK;
        }
        ParseResult all = line.parseArgs(words.toArray(String[]::new));
        ParseResult deepest = all;
        while (deepest.hasSubcommand()) {
            deepest = deepest.subcommand();
        }
        CommandSpec spec = deepest.commandSpec();
        return switch (spec.userObject()) {
            case Command command -> command.run(new Given(deepest, all), terminal);
            case null, default -> new HelpPages(line, terminal).commandMissing(spec);
        };
    }

    /// The words without the options that every command takes: these may stand anywhere, also before “help”.
    private static List<String> withoutSharedOptions(List<String> words, CommandSpec root) {
        List<String> bare = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals("--")) {
                bare.addAll(words.subList(i, words.size()));
                break;
            }
            Optional<OptionSpec> shared = Optional.ofNullable(root.optionsMap().get(word.replaceFirst("=.*", "")))
                    .filter(option -> !word.equals(VERSION));
            if (shared.isEmpty()) {
                bare.add(word);
            } else if (shared.get().arity().min() > 0 && word.indexOf('=') < 0) {
                i++;
            }
        }
        return bare;
    }

    private static boolean asksForHelp(List<String> words) {
        if (!words.isEmpty() && words.getFirst().equals("help")) {
            return true;
        }
        int end = words.indexOf("--");
        List<String> options = end < 0 ? words : words.subList(0, end);
        return options.contains("--help") || options.contains("-h");
    }

    private ExitCode tell(CommandProblem problem) throws IOException {
        problem.tell(terminal);
        return problem.code();
    }

    private int told(ExitCode code, String sentence, String hint) {
        try {
            terminal.err().write((sentence + "\nHint: " + hint + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException silent) {
            return code.number();
        }
        return code.number();
    }

    private static String place(Throwable bug) {
        StackTraceElement[] trace = bug.getStackTrace();
        String type = bug.getClass().getSimpleName();
        return trace.length == 0 ? type : type + " at " + trace[0].getFileName() + ":" + trace[0].getLineNumber();
    }
}
