package org.waxwing.app.cli.demo;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import org.waxwing.app.cli.terminal.Command;
import org.waxwing.app.cli.terminal.CommandProblem;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.terminal.Given;
import org.waxwing.app.cli.terminal.Shape;
import org.waxwing.app.cli.terminal.Terminal;
import org.waxwing.app.practice.PracticeException;
import org.waxwing.app.practice.PracticeSession;
import picocli.CommandLine.Model.CommandSpec;

/// `demo --headless`: a sealed letter and its answer, from keys to verdict, without any account. It ends
/// well only if every step held.
public final class Demo implements Command {
    private final SecureRandom random;
    private final InstantSource clock;

    public Demo(SecureRandom random, InstantSource clock) {
        this.random = random;
        this.clock = clock;
    }

    @Override
    public CommandSpec spec() {
        return Shape.of(this, "demo", "Try sealed letters without an account, at a post office on this computer.")
                .flag("--headless", "Walk through it at the terminal, without a window.")
                .teaching(
                        "",
                        "Makes fresh keys and a fresh profile in a temporary folder, and removes them at the end.",
                        "Every step shows its evidence; the command ends with 0 only if every step held.")
                .spec();
    }

    @Override
    public ExitCode run(Given given, Terminal terminal) throws IOException {
        if (!given.flag("--headless")) {
            throw new CommandProblem(
                    ExitCode.UNSUPPORTED_OPTION,
                    "The window is not part of this program.",
                    "Walk through it at the terminal: “waxwing demo --headless”.");
        }
        long begin = System.nanoTime();
        terminal.line("A sealed letter and its answer, at a post office on this computer.");
        terminal.out().flush();
        try {
            ExitCode code = walk(terminal);
            if (code == ExitCode.OK) {
                terminal.line("");
                terminal.line("Every step held. " + milliseconds(begin) + " ms in all.");
            }
            return code;
        } catch (PracticeException broken) {
            throw new CommandProblem(ExitCode.INPUT_OUTPUT, String.valueOf(broken.getMessage()), "");
        }
    }

    private ExitCode walk(Terminal terminal) throws IOException {
        long begin = System.nanoTime();
        PracticeSession session = PracticeSession.open(random, clock);
        terminal.line("Everything made afresh in " + milliseconds(begin) + " ms.");
        DemoWalk walk = new DemoWalk(session);
        ExitCode code;
        try (session) {
            code = steps(terminal, walk.steps(), 1);
        }
        return code == ExitCode.OK
                ? steps(terminal, List.of(walk.afterwards()), walk.steps().size() + 1)
                : code;
    }

    private static ExitCode steps(Terminal terminal, List<DemoWalk.Step> steps, int first) throws IOException {
        for (int i = 0; i < steps.size(); i++) {
            DemoWalk.Step step = steps.get(i);
            long begin = System.nanoTime();
            terminal.line("");
            terminal.line("%2d.  %s".formatted(first + i, step.title()));
            try {
                step.act().show(new Evidence(terminal));
            } catch (StepFailed failed) {
                terminal.tell("Step " + (first + i) + " did not hold: " + failed.sentence());
                return ExitCode.FAILED;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return ExitCode.FAILED;
            }
            terminal.line("     held, " + milliseconds(begin) + " ms");
            terminal.out().flush();
        }
        return ExitCode.OK;
    }

    private static long milliseconds(long since) {
        return (System.nanoTime() - since) / 1_000_000;
    }
}
