package org.waxwing.app.cli.terminal;

import com.google.errorprone.annotations.MustBeClosed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.waxwing.crypto.secret.Passphrase;

/// A passphrase or password in the first line of a file, of a few kilobytes at most.
public final class SecretFile {
    private static final int MOST = 4096;

    private SecretFile() {}

    /// Reads it; a [CommandProblem] where that is not possible.
    @MustBeClosed
    public static Passphrase read(Path file) {
        return read(file, "passphrase");
    }

    /// @param what the file holds, as in "passphrase"
    @MustBeClosed
    public static Passphrase read(Path file, String what) {
        byte[] bytes = new byte[MOST];
        try (InputStream in = Files.newInputStream(file)) {
            int length = in.readNBytes(bytes, 0, MOST);
            if (length == MOST) {
                throw new CommandProblem(
                        ExitCode.BAD_DATA,
                        "The " + what + " file " + file + " is too long.",
                        "Give a file whose first line is the " + what + ".");
            }
            return Passphrase.taking(SecretLine.first(bytes, length)
                    .orElseThrow(() -> new CommandProblem(
                            ExitCode.PASSPHRASE_NOT_TEXT,
                            "The " + what + " file " + file + " does not begin with a line of UTF-8 text.",
                            "Give a file whose first line is the " + what + ".")));
        } catch (NoSuchFileException missing) {
            throw new CommandProblem(
                    ExitCode.MISSING_INPUT, "There is no " + what + " file " + file + ".", "Check the path.");
        } catch (IOException unreadable) {
            throw new CommandProblem(
                    ExitCode.MISSING_INPUT,
                    "The " + what + " file " + file + " could not be read.",
                    "Check its permissions.");
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
