package org.waxwing.app.cli.terminal;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/// Every command, in the order that help lists them.
///
/// @param version what `--version` prints
public record CommandTree(String version, List<Branch> branches) {
    public CommandTree {
        branches = List.copyOf(branches);
    }

    /// A command, or several under one word.
    public sealed interface Branch {
        record Single(Command command) implements Branch {}

        /// A command of its own, with more under its word.
        record SpeakingGroup(Command alone, List<Command> commands) implements Branch {
            public SpeakingGroup {
                commands = List.copyOf(commands);
            }
        }

        /// A word that does nothing alone.
        record Group(String name, String summary, List<Command> commands) implements Branch {
            public Group {
                commands = List.copyOf(commands);
            }
        }
    }

    CommandLine commandLine() {
        CommandSpec root = Shape.group("waxwing", "Seals letters on this computer, before any server sees them.")
                .profile()
                .json()
                .flag("--version", "Print the version.")
                .teaching(
                        "",
                        "Start with “waxwing import ~/.gnupg” or “waxwing key generate”, then “waxwing account add”.",
                        "“waxwing help COMMAND” says more about a command.")
                .spec();
        for (Branch branch : branches) {
            CommandSpec added = switch (branch) {
                case Branch.Single(Command command) -> command.spec();
                case Branch.SpeakingGroup(Command alone, List<Command> commands) -> filled(alone.spec(), commands);
                case Branch.Group(String name, String summary, List<Command> commands) ->
                    filled(Shape.group(name, summary).spec(), commands);
            };
            root.addSubcommand(added.name(), added);
        }
        CommandLine line = new CommandLine(root);
        // “@ENV:NAME” is a parameter of `sop`, not a file of arguments.
        line.setExpandAtFiles(false);
        line.setInterpolateVariables(false);
        line.setUsageHelpWidth(HelpPages.WIDTH);
        return line;
    }

    private static CommandSpec filled(CommandSpec group, List<Command> commands) {
        for (Command command : commands) {
            CommandSpec spec = command.spec();
            group.addSubcommand(spec.name(), spec);
        }
        return group;
    }
}
