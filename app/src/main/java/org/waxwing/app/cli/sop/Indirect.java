package org.waxwing.app.cli.sop;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.waxwing.app.cli.terminal.CommandProblem;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.crypto.mime.Octets;

/// The indirect parameters of the draft: a file, `@ENV:NAME` or `@FD:N`; and by `@KEYRING:` what is in the
/// keyring, where that can be.
///
/// @param environment the variables that `@ENV:` may name
record Indirect(Map<String, String> environment) {
    private static final Pattern DESCRIPTOR = Pattern.compile("\\d{1,9}");
    private static final String ENVIRONMENT = "@ENV:";
    private static final String FILE_DESCRIPTOR = "@FD:";
    private static final String KEYRING = "@KEYRING:";

    Indirect {
        environment = Map.copyOf(environment);
    }

    /// The address or fingerprint by which the parameter means something in the profile's keyring.
    Optional<String> inKeyring(String parameter) {
        if (!parameter.startsWith(KEYRING)) {
            return Optional.empty();
        }
        refuseAmbiguous(parameter);
        return Optional.of(parameter.substring(KEYRING.length()));
    }

    /// The bytes that the parameter leads to.
    Octets read(String parameter) {
        refuseAmbiguous(parameter);
        refuseKeyring(parameter);
        if (parameter.startsWith(ENVIRONMENT)) {
            String name = parameter.substring(ENVIRONMENT.length());
            return Optional.ofNullable(environment.get(name))
                    .map(Octets::ofUtf8)
                    .orElseThrow(() -> new CommandProblem(
                            ExitCode.MISSING_INPUT, "There is no environment variable " + name + ".", ""));
        }
        try (InputStream in = Files.newInputStream(path(parameter))) {
            return Octets.readAll(in);
        } catch (IOException missing) {
            throw new CommandProblem(ExitCode.MISSING_INPUT, "“" + parameter + "” could not be read.", "");
        }
    }

    /// Refuses what can't be written, before any work is done.
    void checkOutput(String parameter) {
        if (parameter.startsWith(ENVIRONMENT)) {
            throw new CommandProblem(
                    ExitCode.UNSUPPORTED_PREFIX, "An environment variable can't be written.", "Use a file or @FD:N.");
        }
        refuseAmbiguous(parameter);
        refuseKeyring(parameter);
        if (!parameter.startsWith(FILE_DESCRIPTOR) && Files.exists(path(parameter))) {
            throw exists(parameter);
        }
    }

    /// Writes a new file, or the file descriptor.
    void write(String parameter, Octets bytes) {
        boolean descriptor = parameter.startsWith(FILE_DESCRIPTOR);
        try (OutputStream out = descriptor
                ? Files.newOutputStream(path(parameter), StandardOpenOption.WRITE)
                : Files.newOutputStream(path(parameter), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            bytes.writeTo(out);
        } catch (FileAlreadyExistsException there) {
            throw exists(parameter);
        } catch (IOException unwritable) {
            throw new CommandProblem(ExitCode.FAILED, "“" + parameter + "” could not be written.", "");
        }
    }

    private static void refuseKeyring(String parameter) {
        if (parameter.startsWith(KEYRING)) {
            throw new CommandProblem(
                    ExitCode.UNSUPPORTED_PREFIX,
                    "“" + parameter + "” can't stand here.",
                    "From the keyring come the certificates and keys of sign, verify, encrypt, decrypt, inline-sign"
                            + " and inline-verify.");
        }
    }

    private static void refuseAmbiguous(String parameter) {
        if (!parameter.startsWith("@")) {
            return;
        }
        boolean known = Stream.of(ENVIRONMENT, FILE_DESCRIPTOR, KEYRING).anyMatch(parameter::startsWith);
        if (!known) {
            throw new CommandProblem(
                    ExitCode.UNSUPPORTED_PREFIX,
                    "“" + parameter + "” is no designator that Waxwing knows.",
                    "Known are @ENV:NAME, @FD:N and @KEYRING:ADDRESS; write ./" + parameter
                            + " for a file of this name.");
        }
        if (Files.exists(Path.of(parameter))) {
            throw new CommandProblem(
                    ExitCode.AMBIGUOUS_INPUT,
                    "There is a file of the name “" + parameter + "”, so it is not clear what is meant.",
                    "Write ./" + parameter + " for the file, or move it away.");
        }
    }

    private static Path path(String parameter) {
        if (parameter.startsWith(FILE_DESCRIPTOR)) {
            String number = parameter.substring(FILE_DESCRIPTOR.length());
            if (!DESCRIPTOR.matcher(number).matches()) {
                throw new CommandProblem(
                        ExitCode.UNSUPPORTED_PREFIX, "“" + parameter + "” names no file descriptor.", "");
            }
            return Path.of("/dev/fd/" + number);
        }
        try {
            return Path.of(parameter);
        } catch (InvalidPathException impossible) {
            throw new CommandProblem(ExitCode.MISSING_INPUT, "“" + parameter + "” can't be a file here.", "");
        }
    }

    private static CommandProblem exists(String parameter) {
        return new CommandProblem(
                ExitCode.OUTPUT_EXISTS,
                "“" + parameter + "” is there already and was not changed.",
                "Name a new file.");
    }
}
