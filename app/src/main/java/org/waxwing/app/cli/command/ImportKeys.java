package org.waxwing.app.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.waxwing.app.Waxwing;
import org.waxwing.app.cli.json.JsonLine;
import org.waxwing.app.cli.profile.Profiles;
import org.waxwing.app.cli.terminal.Command;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.terminal.Given;
import org.waxwing.app.cli.terminal.Options;
import org.waxwing.app.cli.terminal.SecretFile;
import org.waxwing.app.cli.terminal.Shape;
import org.waxwing.app.cli.terminal.Terminal;
import org.waxwing.app.cli.words.ImportWords;
import org.waxwing.app.cli.words.StandingWords;
import org.waxwing.app.trust.FilePrompt;
import org.waxwing.app.trust.ImportLine;
import org.waxwing.crypto.secret.Passphrase;
import picocli.CommandLine.Model.CommandSpec;

/// `import`: brings in keys and address cards, and names every item.
public final class ImportKeys implements Command {
    private static final String PASSPHRASES = "--import-passphrase-file";

    private final Profiles profiles;

    public ImportKeys(Profiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public CommandSpec spec() {
        return Shape.of(this, "import", "Bring in keys and address cards from files or a GnuPG home.")
                .parameters("PATH", "1..*", "Key files, armoured or binary, or GnuPG homes. They are only read.")
                .options(
                        PASSPHRASES,
                        "F",
                        "A file whose first line unlocks private keys in there. May be repeated; each is tried.")
                .profile()
                .json()
                .teaching(
                        "",
                        "Makes the profile where there is none. An OpenPGP key whose passphrase is not given keeps",
                        "its own, and is asked for when it is used. The passphrase of an S/MIME file (.p12) is asked",
                        "for now, where there is a terminal.",
                        "",
                        "  waxwing import ~/.gnupg --import-passphrase-file old.txt",
                        "  waxwing import anna.p12",
                        "  waxwing import ben.asc carla.pgp")
                .spec();
    }

    @Override
    public ExitCode run(Given given, Terminal terminal) throws IOException {
        List<Path> paths = given.parameters().stream().map(Typed::path).toList();
        List<Passphrase> passphrases = new ArrayList<>();
        try (Waxwing waxwing = profiles.openOrCreate(given, terminal)) {
            for (String file : given.values(PASSPHRASES)) {
                read(file, passphrases);
            }
            FilePrompt prompt = given.values(PASSPHRASES).isEmpty() ? asking(terminal) : FilePrompt.nobody();
            return told(terminal, given, waxwing.people().bringIn(paths, passphrases, prompt));
        } finally {
            passphrases.forEach(Passphrase::close);
        }
    }

    private static FilePrompt asking(Terminal terminal) {
        return (file, again) -> terminal.secrets()
                .ask((again ? "That does not fit. " : "") + "Passphrase of the file " + file + ":")
                .map(Passphrase::taking);
    }

    // The caller closes all of them together.
    @SuppressWarnings("MustBeClosedChecker")
    private static void read(String file, List<Passphrase> into) {
        into.add(SecretFile.read(Typed.path(file)));
    }

    private static ExitCode told(Terminal terminal, Given given, List<ImportLine> lines) throws IOException {
        for (ImportLine line : lines) {
            if (given.flag(Options.JSON)) {
                JsonLine.print(terminal, json -> fill(json, line));
            } else {
                terminal.line(ImportWords.line(line));
            }
        }
        long kept = lines.stream().filter(ImportLine.Kept.class::isInstance).count();
        if (!given.flag(Options.JSON)) {
            long remarks = lines.stream()
                    .filter(line -> line instanceof ImportLine.Setting || line instanceof ImportLine.InYourName)
                    .count();
            terminal.line(kept + " kept, " + (lines.size() - kept - remarks) + " not.");
        }
        boolean missing = lines.stream()
                .anyMatch(line -> line instanceof ImportLine.Unreadable(var _, ImportLine.Why why)
                        && (why == ImportLine.Why.NOT_FOUND || why == ImportLine.Why.NOT_READABLE));
        return missing ? ExitCode.MISSING_INPUT : kept == 0 ? ExitCode.BAD_DATA : ExitCode.OK;
    }

    private static void fill(JsonLine json, ImportLine line) {
        json.text("source", line.source());
        switch (line) {
            case ImportLine.Kept kept ->
                json.text("result", code(kept.result()))
                        .text("fingerprint", kept.fingerprint().hex())
                        .text("owner", kept.owner())
                        .truth("private", kept.own())
                        .truth("own_passphrase", kept.ownPassphrase())
                        .text("standing", kept.standing().map(StandingWords::code));
            case ImportLine.InYourName claim ->
                json.text("result", "certificate-in-your-name")
                        .text("fingerprint", claim.fingerprint().hex())
                        .text("address", claim.address().text());
            case ImportLine.Skipped skipped ->
                json.text("result", "skipped").text("what", skipped.what()).text("reason", code(skipped.reason()));
            case ImportLine.Setting setting ->
                json.text("result", "setting").text("what", setting.setting()).text("reason", code(setting.fate()));
            case ImportLine.Unreadable unreadable ->
                json.text("result", "unreadable").text("reason", code(unreadable.why()));
        }
    }

    /// The constant in the spelling of JSON: `NO_CERTIFICATE` is `no-certificate`.
    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
