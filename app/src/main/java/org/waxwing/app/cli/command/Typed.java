package org.waxwing.app.cli.command;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.waxwing.app.cli.terminal.CommandProblem;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Mailbox;

/// Reads typed words as values, and says so when they aren't any.
final class Typed {
    private Typed() {}

    /// `anna@chem.example`, or `Anna Weber <anna@chem.example>`.
    static Mailbox mailbox(String typed) {
        int open = typed.lastIndexOf('<');
        boolean named = open >= 0 && typed.endsWith(">");
        String name = named ? unquoted(typed.substring(0, open).strip()) : "";
        String address = named ? typed.substring(open + 1, typed.length() - 1) : typed;
        boolean printable = name.chars().noneMatch(Character::isISOControl);
        return AddrSpec.parse(address.strip())
                .filter(_ -> printable)
                .map(spec -> new Mailbox(name, spec))
                .orElseThrow(() -> new CommandProblem(
                        ExitCode.UNSUPPORTED_OPTION,
                        "“" + typed + "” is not a mail address.",
                        "Write it as ben@example.org or “Ben Ito <ben@example.org>”."));
    }

    static AddrSpec address(String typed) {
        return mailbox(typed).address();
    }

    /// A whole fingerprint; nothing where it can't be one.
    static Optional<Fingerprint> fingerprint(String typed) {
        String digits = typed.replace(" ", "");
        boolean whole = (digits.length() == 40 || digits.length() == 64)
                && digits.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 0x80);
        return whole ? Optional.of(Fingerprint.openPgp(digits)) : Optional.empty();
    }

    /// The whole fingerprint of an S/MIME certificate, colons between its digits allowed as other programs
    /// write them; nothing where it can't be one.
    static Optional<Fingerprint.X509Sha256> smimeFingerprint(String typed) {
        return fingerprint(typed.replace(":", ""))
                .map(Fingerprint::hex)
                .filter(hex -> hex.length() == 64)
                .map(Fingerprint.X509Sha256::new);
    }

    /// The local number of a letter or an outbox entry.
    static long number(String typed) {
        try {
            return Long.parseLong(typed);
        } catch (NumberFormatException notANumber) {
            throw new CommandProblem(
                    ExitCode.UNSUPPORTED_OPTION,
                    "“" + typed + "” is not a number.",
                    "Write digits; numbers of letters are in the first column of their list.");
        }
    }

    static Path path(String typed) {
        try {
            return Path.of(typed);
        } catch (InvalidPathException impossible) {
            throw new CommandProblem(
                    ExitCode.MISSING_INPUT, "“" + typed + "” can't be a file here.", "Check its name.");
        }
    }

    private static String unquoted(String name) {
        boolean quoted = name.length() >= 2 && name.startsWith("\"") && name.endsWith("\"");
        return quoted
                ? name.substring(1, name.length() - 1).replace("\\\"", "\"").replace("\\\\", "\\")
                : name;
    }
}
