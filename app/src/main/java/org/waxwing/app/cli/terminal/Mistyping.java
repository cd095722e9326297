package org.waxwing.app.cli.terminal;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Says in one sentence what was typed wrong, and what was probably meant.
final class Mistyping {
    private Mistyping() {}

    static CommandProblem explain(ParameterException mistyped) {
        CommandSpec spec = mistyped.getCommandLine().getCommandSpec();
        return switch (mistyped) {
            case UnmatchedArgumentException unmatched ->
                unknown(spec, unmatched.getUnmatched().getFirst());
            case MissingParameterException missing ->
                missing(spec, missing.getMissing().getFirst());
            case OverwrittenOptionException twice ->
                new CommandProblem(
                        ExitCode.INCOMPATIBLE_OPTIONS,
                        name(spec) + " takes " + label(twice.getOverwritten()) + " once only.",
                        help(spec));
            case ParameterException other ->
                new CommandProblem(ExitCode.UNSUPPORTED_OPTION, value(spec, other), help(spec));
        };
    }

    static CommandProblem unknownCommand(CommandSpec group, String word) {
        Set<String> known = group.subcommands().keySet();
        return new CommandProblem(
                ExitCode.UNSUPPORTED_COMMAND,
                name(group) + " has no command “" + word + "”.",
                NearestWord.to(word, known)
                        .map(near -> "Did you mean “" + group.qualifiedName() + " " + near + "”?")
                        .orElse(help(group)));
    }

    private static CommandProblem unknown(CommandSpec spec, String word) {
        if (word.startsWith("-")) {
            Set<String> known = spec.optionsMap().keySet();
            return new CommandProblem(
                    ExitCode.UNSUPPORTED_OPTION,
                    name(spec) + " has no option " + optionName(word) + ".",
                    NearestWord.to(optionName(word), known)
                            .map(near -> "Did you mean " + near + "?")
                            .orElse(help(spec)));
        }
        if (!spec.subcommands().isEmpty()) {
            return unknownCommand(spec, word);
        }
        return new CommandProblem(
                ExitCode.UNSUPPORTED_OPTION, name(spec) + " does not know what to do with “" + word + "”.", help(spec));
    }

    private static CommandProblem missing(CommandSpec spec, ArgSpec arg) {
        String sentence = arg.isOption()
                ? label(arg) + " needs a value: " + arg.paramLabel() + "."
                : name(spec) + " needs " + arg.paramLabel() + ".";
        return new CommandProblem(ExitCode.MISSING_ARGUMENT, sentence, help(spec));
    }

    private static String value(CommandSpec spec, ParameterException other) {
        ArgSpec arg = other.getArgSpec();
        return arg == null ? name(spec) + " could not be understood." : label(arg) + " does not take what was typed.";
    }

    private static String optionName(String word) {
        int equals = word.indexOf('=');
        return equals < 0 ? word : word.substring(0, equals);
    }

    private static String label(ArgSpec arg) {
        return switch (arg) {
            case OptionSpec option -> option.longestName();
            case ArgSpec parameter -> parameter.paramLabel();
        };
    }

    private static String name(CommandSpec spec) {
        return "“" + spec.qualifiedName() + "”";
    }

    private static String help(CommandSpec spec) {
        List<String> names = List.of(spec.qualifiedName().split(" "));
        return "See: "
                + names.getFirst()
                + names.stream().skip(1).map(name -> " " + name).collect(Collectors.joining("", " help", ""));
    }
}
