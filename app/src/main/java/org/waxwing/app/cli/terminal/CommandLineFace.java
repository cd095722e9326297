package org.waxwing.app.cli.terminal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// Reads the line, finds the command, runs it, and says in one sentence what went wrong. The edge of the
/// terminal: the only place here that catches what nobody expected.
public final class CommandLineFace {
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
        if (asksForHelp(words)) {
            return new HelpPages(line, terminal).show(words);
        }
        if (words.size() == 1 && words.getFirst().equals("--version")) {
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

    private static boolean asksForHelp(List<String> words) {
        if (!words.isEmpty() && words.getFirst().equals("help")) {
            return true;
        }
        int end = words.indexOf("--");
        List<String> options = end < 0 ? words : words.subList(0, end);
        return options.contains("--help") || options.contains("-h");
    }

    private ExitCode tell(CommandProblem problem) throws IOException {
        terminal.tell(problem.sentence());
        if (!problem.hint().isEmpty()) {
            terminal.tell("Hint: " + problem.hint());
        }
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
