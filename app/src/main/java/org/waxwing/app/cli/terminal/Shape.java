package org.waxwing.app.cli.terminal;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// The shape of a command: what may be typed after its name, each with the sentence that help shows.
public final class Shape {
    private final CommandSpec spec;

    private Shape(CommandSpec spec) {
        this.spec = spec;
    }

    /// A command.
    ///
    /// @param summary one sentence for lists of commands
    public static Shape of(Command command, String name, String summary) {
        return described(CommandSpec.wrapWithoutInspection(command), name, summary);
    }

    /// A word that only groups commands.
    static Shape group(String name, String summary) {
        return described(CommandSpec.create(), name, summary);
    }

    private static Shape described(CommandSpec spec, String name, String summary) {
        spec.name(name);
        spec.usageMessage().description(summary).abbreviateSynopsis(false).sortOptions(false);
        return new Shape(spec);
    }

    /// More sentences below the summary, and examples, as they are.
    public Shape teaching(String... lines) {
        spec.usageMessage().footer(lines);
        return this;
    }

    /// An option without a value.
    public Shape flag(String name, String sentence) {
        spec.addOption(OptionSpec.builder(name).arity("0").description(sentence).build());
        return this;
    }

    /// An option with one value.
    public Shape option(String name, String label, String sentence) {
        spec.addOption(OptionSpec.builder(name)
                .type(String.class)
                .arity("1")
                .paramLabel(label)
                .description(sentence)
                .build());
        return this;
    }

    /// An option that may be repeated.
    public Shape options(String name, String label, String sentence) {
        return repeated(name, label, sentence, "1");
    }

    /// An option that takes every word up to the next option, and may be repeated.
    public Shape optionOfMany(String name, String label, String sentence) {
        return repeated(name, label, sentence, "1..*");
    }

    private Shape repeated(String name, String label, String sentence, String arity) {
        spec.addOption(OptionSpec.builder(name)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity(arity)
                .paramLabel(label)
                .description(sentence)
                .build());
        return this;
    }

    /// Parameters that are no options.
    ///
    /// @param arity such as "1", "0..1" or "1..*"
    public Shape parameters(String label, String arity, String sentence) {
        spec.addPositional(PositionalParamSpec.builder()
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity(arity)
                .required(!arity.startsWith("0"))
                .paramLabel(label)
                .description(sentence)
                .build());
        return this;
    }

    /// Where the profile is, and how to open it.
    public Shape profile() {
        return option(
                        Options.PROFILE,
                        "DIR",
                        "The folder that holds everything of one person. Default: the usual data folder.")
                .option(
                        Options.PASSPHRASE_FILE,
                        "F",
                        "A file whose first line is the passphrase of the profile. Default: ask at the terminal.");
    }

    /// For commands that may need a key on a token.
    public Shape pin() {
        return option(
                Options.PIN_FILE, "F", "A file whose first line is the PIN of a token. Default: ask at the terminal.");
    }

    /// For commands that print facts.
    public Shape json() {
        return flag(Options.JSON, "Print one JSON object on each line.");
    }

    public CommandSpec spec() {
        return spec;
    }
}
