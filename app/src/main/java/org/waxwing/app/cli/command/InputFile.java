package org.waxwing.app.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.waxwing.app.cli.terminal.CommandProblem;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.crypto.mime.Octets;

/// Reads files and standard input whole, up to what a letter may be.
final class InputFile {
    /// A letter of more bytes is not read.
    static final int MOST_BYTES = 256 << 20;

    private InputFile() {}

    static Octets read(Path file) {
        if (Files.isDirectory(file)) {
            throw new CommandProblem(
                    ExitCode.MISSING_INPUT, "“" + file + "” is a folder, not a file.", "Name the file in it.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return bounded(in, "“" + file + "”");
        } catch (NoSuchFileException missing) {
            throw new CommandProblem(ExitCode.MISSING_INPUT, "There is no file “" + file + "”.", "Check the path.");
        } catch (IOException unreadable) {
            throw new CommandProblem(
                    ExitCode.MISSING_INPUT, "“" + file + "” could not be read.", "Check its permissions.");
        }
    }

    static Octets standardInput(InputStream in) throws IOException {
        return bounded(in, "Standard input");
    }

    /// Bytes that must be text in UTF-8.
    static String text(Octets bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException notText) {
            throw new CommandProblem(
                    ExitCode.EXPECTED_TEXT,
                    "The text on standard input is not UTF-8.",
                    "Convert it, for example with iconv, or send it with --attach.");
        }
    }

    private static Octets bounded(InputStream in, String name) throws IOException {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new CommandProblem(
                    ExitCode.BAD_DATA,
                    name + " is larger than a letter may be (" + (MOST_BYTES >> 20) + " MiB).",
                    "Send or open something smaller.");
        }
        return Octets.of(bytes);
    }
}
