package org.waxwing.app.cli.terminal;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// What was typed for one command. Options that every command takes may stand before or after its name.
public final class Given {
    private final ParseResult words;
    private final ParseResult before;

    /// @param words those of the command itself
    /// @param before those of the whole line
    public Given(ParseResult words, ParseResult before) {
        this.words = words;
        this.before = before;
    }

    /// The command as the person would type it.
    public String command() {
        return words.commandSpec().qualifiedName();
    }

    public boolean flag(String option) {
        return words.hasMatchedOption(option) || before.hasMatchedOption(option);
    }

    /// The one value of an option.
    public Optional<String> value(String option) {
        return values(option).stream().findFirst();
    }

    /// The value of an option that the command can't do without.
    public String required(String option) {
        return value(option)
                .orElseThrow(() -> new CommandProblem(
                        ExitCode.MISSING_ARGUMENT,
                        "“" + command() + "” needs the option " + option + ".",
                        "See: " + helpFor()));
    }

    /// Every value of an option, in order.
    public List<String> values(String option) {
        List<String> own = valuesIn(words, option);
        return own.isEmpty() ? valuesIn(before, option) : own;
    }

    /// The parameters that are no options, in order.
    public List<String> parameters() {
        return words.matchedPositionals().stream()
                .map(PositionalParamSpec::stringValues)
                .flatMap(List::stream)
                .toList();
    }

    /// How to learn more.
    public String helpFor() {
        String name = words.commandSpec().qualifiedName();
        int blank = name.indexOf(' ');
        return blank < 0 ? name + " help" : name.substring(0, blank) + " help" + name.substring(blank);
    }

    private static List<String> valuesIn(ParseResult parsed, String option) {
        OptionSpec spec = parsed.matchedOption(option);
        return spec == null ? List.of() : List.copyOf(spec.stringValues());
    }
}
