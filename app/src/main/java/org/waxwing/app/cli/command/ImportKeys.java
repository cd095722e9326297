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
import org.waxwing.crypto.cert.KeyMaterial.SkipReason;
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
                        "Everything else is brought in where a private key or a damaged file stays behind; the",
                        "command ends with the code of the first of these (67, 41 or 61).",
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
            List<ImportLine> lines = waxwing.people().bringIn(paths, passphrases, prompt);
            told(terminal, given, lines);
            return end(lines, paths);
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

    private static void told(Terminal terminal, Given given, List<ImportLine> lines) throws IOException {
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
    }

    /// The first that was lost is the one that tells; what was passed over because nobody misses it is no
    /// failure beside others.
    private static ExitCode end(List<ImportLine> lines, List<Path> paths) {
        boolean nothing = lines.stream().noneMatch(ImportLine.Kept.class::isInstance);
        return lines.stream()
                .map(line -> end(line, paths))
                .reduce(ExitCode.OK, ExitCode::or)
                .or(nothing ? ExitCode.BAD_DATA : ExitCode.OK);
    }

    private static ExitCode end(ImportLine line, List<Path> paths) {
        return switch (line) {
            case ImportLine.Kept _, ImportLine.InYourName _, ImportLine.Setting _ -> ExitCode.OK;
            case ImportLine.Skipped(String _, String _, SkipReason reason, boolean lost) ->
                !lost ? ExitCode.OK : isLocked(reason) ? ExitCode.LOCKED : ExitCode.BAD_DATA;
            case ImportLine.Unreadable(String source, ImportLine.Why why) ->
                switch (why) {
                    case NOT_FOUND, NOT_READABLE -> ExitCode.MISSING_INPUT;
                    case TOO_LARGE -> ExitCode.BAD_DATA;
                    // In a folder lie other files too, such as keys for SSH.
                    case NOTHING_INSIDE ->
                        paths.stream().anyMatch(path -> path.endsWith(source)) ? ExitCode.BAD_DATA : ExitCode.OK;
                };
        };
    }

    private static boolean isLocked(SkipReason reason) {
        return reason == SkipReason.PASSPHRASE_NEEDED || reason == SkipReason.WRONG_PASSPHRASE;
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
