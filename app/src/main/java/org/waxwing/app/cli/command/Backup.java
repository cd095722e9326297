package org.waxwing.app.cli.command;

import com.google.errorprone.annotations.MustBeClosed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.waxwing.app.StorageException;
import org.waxwing.app.Waxwing;
import org.waxwing.app.cli.profile.NewPassphrase;
import org.waxwing.app.cli.profile.Profiles;
import org.waxwing.app.cli.terminal.Command;
import org.waxwing.app.cli.terminal.CommandProblem;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.terminal.Given;
import org.waxwing.app.cli.terminal.Shape;
import org.waxwing.app.cli.terminal.Terminal;
import org.waxwing.app.trust.BackedUp;
import org.waxwing.app.trust.Card;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.secret.Passphrase;
import picocli.CommandLine.Model.CommandSpec;

/// `backup`: writes every private key that can leave this computer into one locked file, as the window does.
public final class Backup implements Command {
    private static final String PASSPHRASE = "--backup-passphrase-file";

    private final Profiles profiles;

    public Backup(Profiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public CommandSpec spec() {
        return Shape.of(this, "backup", "Write all your private keys into one locked file.")
                .parameters("FILE", "1", "A new file; one that is there is never written over.")
                .option(PASSPHRASE, "F", "A file whose first line locks the backup. Default: ask at the terminal.")
                .profile()
                .teaching(
                        "",
                        "Holds the keys of OpenPGP, which GnuPG reads too, and of S/MIME with their certificates. Keys",
                        "on tokens can't leave them, and a key that still waits for its certificate is not in it.",
                        "Letters, and the address cards of others, are in the folder of the profile.",
                        "",
                        "  waxwing backup waxwing-backup.asc",
                        "",
                        "Take it back with import, here or on another computer; the window does it too when it starts",
                        "for the first time:",
                        "",
                        "  waxwing import waxwing-backup.asc")
                .spec();
    }

    @Override
    public ExitCode run(Given given, Terminal terminal) throws IOException {
        String name = given.parameters().getFirst();
        Path file = Typed.path(name);
        // Before anything is asked: whoever chose a passphrase wants it to be of use.
        if (isThere(file)) {
            throw isThereAlready(name);
        }
        if (!Files.isDirectory(folder(file))) {
            throw unwritable(name);
        }
        try (Waxwing waxwing = profiles.open(given, terminal)) {
            if (!anyToWrite(waxwing)) {
                throw new CommandProblem(
                        ExitCode.NOT_FOUND,
                        "There is no private key here that could be written, so there is no backup.",
                        "See: waxwing keys");
            }
            BackedUp made = made(waxwing, given, terminal, file);
            int written = made.written();
            int leftOut = made.leftOut();
            terminal.line((written == 1 ? "1 private key is in " : written + " private keys are in ") + name
                    + ". Take it back with: waxwing import " + name);
            int waiting = waxwing.certificates().waiting().size();
            if (waiting > 0) {
                terminal.tell("Not in it: " + (waiting == 1 ? "1 key that waits" : waiting + " keys that wait")
                        + " for a certificate. Make a new backup when it has come.");
            }
            if (leftOut > 0) {
                throw new CommandProblem(
                        ExitCode.LOCKED,
                        (leftOut == 1 ? "1 private key is" : leftOut + " private keys are")
                                + " not in it: the passphrase that it keeps was not given.",
                        "Delete the file, and run the command again at a terminal, to be asked.");
            }
            return ExitCode.OK;
        }
    }

    private static BackedUp made(Waxwing waxwing, Given given, Terminal terminal, Path file) {
        try (Passphrase lock = lock(given, terminal)) {
            if (lock.isEmpty()) {
                throw new CommandProblem(
                        ExitCode.MISSING_ARGUMENT, "An empty passphrase protects nothing.", "Choose a longer one.");
            }
            return waxwing.seals().backUp(file, lock);
        } catch (StorageException refused) {
            if (refused.getCause() == null) {
                throw new CommandProblem(
                        ExitCode.LOCKED,
                        "There is no backup: no private key could be unlocked, for the passphrases that they keep were"
                                + " not given.",
                        "Run the command at a terminal, to be asked.");
            }
            throw isThere(file) ? isThereAlready(file.toString()) : unwritable(file.toString());
        }
    }

    /// Whether there is a private key that could be in it.
    private static boolean anyToWrite(Waxwing waxwing) {
        return Stream.concat(waxwing.seals().own().stream(), waxwing.certificates().own().stream())
                .map(Card::fingerprint)
                .anyMatch(fingerprint -> switch (fingerprint) {
                    case Fingerprint.X509Sha256 x509 -> waxwing.certificates().keepsKey(x509);
                    case Fingerprint.OpenPgpV4 _, Fingerprint.OpenPgpV6 _ -> true;
                });
    }

    private static boolean isThere(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    private static Path folder(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }

    private static CommandProblem isThereAlready(String name) {
        return new CommandProblem(
                ExitCode.OUTPUT_EXISTS, "“" + name + "” is there already, so nothing was written.", "Name a new file.");
    }

    private static CommandProblem unwritable(String name) {
        return new CommandProblem(
                ExitCode.INPUT_OUTPUT,
                "“" + name + "” can't be written there.",
                "Check that its folder exists, is yours to write to, and has room.");
    }

    @MustBeClosed
    private static Passphrase lock(Given given, Terminal terminal) {
        return NewPassphrase.of(given.value(PASSPHRASE).map(Typed::path), terminal, "the backup", PASSPHRASE);
    }
}
