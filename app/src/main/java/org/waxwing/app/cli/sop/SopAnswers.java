package org.waxwing.app.cli.sop;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.waxwing.app.cli.terminal.CommandProblem;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.terminal.Given;
import org.waxwing.app.cli.terminal.Terminal;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.sop.SopFailure;
import org.waxwing.crypto.sop.SopInputs.Mode;
import org.waxwing.crypto.sop.SopResult;
import org.waxwing.crypto.sop.Verification;

/// What the subcommands share: values that are there, or the failure in words with the draft's number.
final class SopAnswers {
    static final String NO_ARMOR = "--no-armor";
    static final String AS = "--as";
    static final String PROFILE = "--profile";
    static final String KEY_PASSWORD = "--with-key-password";
    static final String BINARY_SENTENCE = "Write binary packets instead of armour.";

    private SopAnswers() {}

    static <T> T value(SopResult<T> result) {
        return switch (result) {
            case SopResult.Done<T>(T value) -> value;
            case SopResult.Failed<T>(SopFailure failure) ->
                throw new CommandProblem(code(failure), sentence(failure), "");
        };
    }

    static ExitCode write(Terminal terminal, SopResult<Octets> result) throws IOException {
        value(result).writeTo(terminal.out());
        return ExitCode.OK;
    }

    static Octets input(Terminal terminal) throws IOException {
        return Octets.readAll(terminal.in());
    }

    static Mode mode(Given given) {
        return switch (given.value(AS).orElse("binary")) {
            case "binary" -> Mode.BINARY;
            case "text" -> Mode.TEXT;
            default -> throw new CommandProblem(ExitCode.UNSUPPORTED_OPTION, "--as is either binary or text.", "");
        };
    }

    /// The profile that was asked for, or the one of the name “default”.
    static <T> T profile(Given given, Function<String, Optional<T>> named) {
        String name = given.value(PROFILE).orElse("default");
        return named.apply(name)
                .orElseThrow(() -> new CommandProblem(
                        ExitCode.UNSUPPORTED_PROFILE,
                        "There is no profile “" + name + "”.",
                        "See: waxwing sop list-profiles"));
    }

    /// The lines of a VERIFICATIONS file.
    static Octets lines(List<Verification> verifications) {
        return Octets.ofUtf8(
                verifications.stream().map(found -> found.line() + "\n").collect(Collectors.joining()));
    }

    private static ExitCode code(SopFailure failure) {
        return switch (failure) {
            case UNSPECIFIED_FAILURE -> ExitCode.FAILED;
            case NO_SIGNATURE -> ExitCode.NO_SIGNATURE;
            case UNSUPPORTED_ASYMMETRIC_ALGO -> ExitCode.UNSUPPORTED_ALGORITHM;
            case CERT_CANNOT_ENCRYPT -> ExitCode.RECIPIENT_NOT_READY;
            case MISSING_ARG -> ExitCode.MISSING_ARGUMENT;
            case INCOMPLETE_VERIFICATION -> ExitCode.INCOMPLETE_VERIFICATION;
            case CANNOT_DECRYPT -> ExitCode.CANNOT_OPEN;
            case PASSWORD_NOT_HUMAN_READABLE -> ExitCode.PASSPHRASE_NOT_TEXT;
            case UNSUPPORTED_OPTION -> ExitCode.UNSUPPORTED_OPTION;
            case BAD_DATA -> ExitCode.BAD_DATA;
            case EXPECTED_TEXT -> ExitCode.EXPECTED_TEXT;
            case OUTPUT_EXISTS -> ExitCode.OUTPUT_EXISTS;
            case MISSING_INPUT -> ExitCode.MISSING_INPUT;
            case KEY_IS_PROTECTED -> ExitCode.LOCKED;
            case UNSUPPORTED_SUBCOMMAND -> ExitCode.UNSUPPORTED_COMMAND;
            case UNSUPPORTED_SPECIAL_PREFIX -> ExitCode.UNSUPPORTED_PREFIX;
            case AMBIGUOUS_INPUT -> ExitCode.AMBIGUOUS_INPUT;
            case KEY_CANNOT_SIGN -> ExitCode.KEY_CANNOT_SIGN;
            case INCOMPATIBLE_OPTIONS -> ExitCode.INCOMPATIBLE_OPTIONS;
            case UNSUPPORTED_PROFILE -> ExitCode.UNSUPPORTED_PROFILE;
            case NO_HARDWARE_KEY_FOUND -> ExitCode.NO_HARDWARE_KEY;
            case HARDWARE_KEY_FAILURE -> ExitCode.HARDWARE_KEY_FAILURE;
            case PRIMARY_KEY_BAD -> ExitCode.PRIMARY_KEY_BAD;
            case CERT_USERID_NO_MATCH -> ExitCode.USER_ID_NOT_BOUND;
            case KEY_CANNOT_CERTIFY -> ExitCode.KEY_CANNOT_CERTIFY;
        };
    }

    private static String sentence(SopFailure failure) {
        return switch (failure) {
            case UNSPECIFIED_FAILURE -> "It did not work.";
            case NO_SIGNATURE -> "There is no acceptable signature.";
            case UNSUPPORTED_ASYMMETRIC_ALGO -> "It uses an algorithm that Waxwing does not know.";
            case CERT_CANNOT_ENCRYPT -> "A certificate can't receive encrypted messages now.";
            case MISSING_ARG -> "Something that is needed was not given.";
            case INCOMPLETE_VERIFICATION -> "Verification was asked for only in part.";
            case CANNOT_DECRYPT -> "The message can't be decrypted with what was given.";
            case PASSWORD_NOT_HUMAN_READABLE -> "A password is not UTF-8 text.";
            case UNSUPPORTED_OPTION -> "An option is not supported.";
            case BAD_DATA -> "The input is not what it should be.";
            case EXPECTED_TEXT -> "The input is not UTF-8 text.";
            case OUTPUT_EXISTS -> "A file to be written is there already.";
            case MISSING_INPUT -> "A file to be read is not there.";
            case KEY_IS_PROTECTED -> "A key is locked, and no password that was given opens it.";
            case UNSUPPORTED_SUBCOMMAND -> "There is no such subcommand.";
            case UNSUPPORTED_SPECIAL_PREFIX -> "There is no such designator.";
            case AMBIGUOUS_INPUT -> "It is not clear which input is meant.";
            case KEY_CANNOT_SIGN -> "A key can't sign.";
            case INCOMPATIBLE_OPTIONS -> "These options exclude each other.";
            case UNSUPPORTED_PROFILE -> "There is no such profile.";
            case NO_HARDWARE_KEY_FOUND -> "The key is on a device that is not there.";
            case HARDWARE_KEY_FAILURE -> "The device with the key refused.";
            case PRIMARY_KEY_BAD -> "The primary key is missing, or not good for this.";
            case CERT_USERID_NO_MATCH -> "A certificate does not have this user id, bound as it was asked for.";
            case KEY_CANNOT_CERTIFY -> "A key can't certify.";
        };
    }
}
