package org.waxwing.app.cli.terminal;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;

/// What a command does and takes, in its own words.
final class HelpPages {
    /// Columns of a help page.
    static final int WIDTH = 96;

    private final CommandLine root;
    private final Terminal terminal;

    HelpPages(CommandLine root, Terminal terminal) {
        this.root = root;
        this.terminal = terminal;
    }

    /// The page of the command that the words name.
    ExitCode show(List<String> words) throws IOException {
        CommandLine found = root;
        for (String word : words) {
            boolean leads = !word.startsWith("-") && !word.equals("help");
            if (leads && found.getSubcommands().containsKey(word)) {
                found = found.getSubcommands().get(word);
            } else if (leads && words.getFirst().equals("help")) {
                throw Mistyping.unknownCommand(found.getCommandSpec(), word);
            }
        }
        terminal.out().write(page(found).getBytes(StandardCharsets.UTF_8));
        return ExitCode.OK;
    }

    /// A word that only groups commands was typed alone.
    ExitCode commandMissing(CommandSpec spec) throws IOException {
        terminal.out().flush();
        terminal.err().write(page(spec.commandLine()).getBytes(StandardCharsets.UTF_8));
        return ExitCode.MISSING_ARGUMENT;
    }

    private static String page(CommandLine line) {
        StringWriter page = new StringWriter();
        PrintWriter out = new PrintWriter(page);
        line.usage(out, Help.Ansi.OFF);
        out.flush();
        return page.toString();
    }
}
