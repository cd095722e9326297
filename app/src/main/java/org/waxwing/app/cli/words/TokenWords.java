package org.waxwing.app.cli.words;

import java.util.Locale;
import org.waxwing.app.cli.terminal.CommandProblem;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.crypto.cert.TokenProblem;

/// What is wrong with a token, and what to do.
public final class TokenWords {
    private TokenWords() {}

    /// A stable word for scripts.
    public static String code(TokenProblem problem) {
        return "token-" + problem.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static String sentence(TokenProblem problem) {
        return switch (problem) {
            case NO_PIN -> "The PIN of the token was not given.";
            case WRONG_PIN -> "The token says that the PIN is wrong.";
            case WRONG_PIN_BEFORE -> "A wrong PIN was given to the token before, so the one in the file was not tried.";
            case PIN_LOCKED -> "The token is locked after too many wrong PINs.";
            case PIN_NOT_SET -> "The token has no PIN yet, or one that must be changed first.";
            case LIBRARY_MISSING -> "The library of the token is not there.";
            case NOT_A_LIBRARY -> "The file is not a PKCS #11 library that this computer can load.";
            case NOT_THERE -> "The token is not plugged in.";
            case KEY_GONE -> "The token is there, but the key is not on it any more.";
            case CANNOT_DO -> "The token does not do what is needed with this key.";
            case PIN_AT_READER -> "The token wants its PIN typed at the reader, which Waxwing does not do yet.";
            case FAILED -> "The token failed and does not say why.";
        };
    }

    public static String hint(TokenProblem problem) {
        return switch (problem) {
            case NO_PIN -> "Run the command at a terminal to be asked for it, or give --pin-file F.";
            case WRONG_PIN ->
                "It was given once and not again. Try again when you are sure: most tokens lock after three wrong"
                        + " PINs.";
            case WRONG_PIN_BEFORE -> "Type the right PIN once at a terminal, without --pin-file.";
            case PIN_LOCKED -> "Unlock it with its PUK, or ask whoever gave it to you.";
            case PIN_NOT_SET -> "Set it with the program that came with the token.";
            case LIBRARY_MISSING ->
                "Check the path, or install the token's program again. A new place: waxwing token add LIBRARY";
            case NOT_A_LIBRARY ->
                "Give the library of your token's program, such as"
                        + " /usr/lib/x86_64-linux-gnu/opensc-pkcs11.so of the package opensc-pkcs11.";
            case NOT_THERE -> "Plug it in and try again.";
            case KEY_GONE -> "Look again with “waxwing token add LIBRARY”, or forget it with “waxwing token remove”.";
            case CANNOT_DO ->
                "The key on it may be for signatures only: use another certificate, or ask whoever gave it to you.";
            case PIN_AT_READER -> "Use a reader without a keypad.";
            case FAILED -> "Pull it out, plug it in, and try again.";
        };
    }

    public static ExitCode end(TokenProblem problem) {
        return switch (problem) {
            case NO_PIN, WRONG_PIN, WRONG_PIN_BEFORE -> ExitCode.LOCKED;
            case LIBRARY_MISSING, NOT_THERE, KEY_GONE -> ExitCode.NO_HARDWARE_KEY;
            case NOT_A_LIBRARY -> ExitCode.BAD_DATA;
            case PIN_LOCKED, PIN_NOT_SET, CANNOT_DO, PIN_AT_READER, FAILED -> ExitCode.HARDWARE_KEY_FAILURE;
        };
    }

    public static CommandProblem problem(TokenProblem problem) {
        return new CommandProblem(end(problem), sentence(problem), hint(problem));
    }
}
