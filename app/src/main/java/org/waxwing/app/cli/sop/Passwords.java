package org.waxwing.app.cli.sop;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.waxwing.app.cli.terminal.CommandProblem;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.cli.terminal.SecretLine;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;

/// The passwords of one command, closed together. A file often ends with a line end that is not meant: a
/// password that locks is taken without trailing white space, one that unlocks is tried with and without.
final class Passwords implements AutoCloseable {
    private final List<Passphrase> all = new ArrayList<>();

    private Passwords() {}

    static Passwords thatLock(Indirect indirect, List<String> parameters) {
        Passwords passwords = new Passwords();
        parameters.forEach(parameter -> passwords.add(stripped(characters(indirect.read(parameter)))));
        return passwords;
    }

    static Passwords thatUnlock(Indirect indirect, List<String> parameters) {
        Passwords passwords = new Passwords();
        for (String parameter : parameters) {
            char[] whole = characters(indirect.read(parameter));
            char[] stripped = stripped(whole.clone());
            boolean differ = stripped.length != whole.length;
            passwords.add(whole);
            if (differ) {
                passwords.add(stripped);
            }
        }
        return passwords;
    }

    List<Passphrase> list() {
        return List.copyOf(all);
    }

    // Closed by close().
    @SuppressWarnings("MustBeClosedChecker")
    private void add(char[] characters) {
        all.add(Passphrase.taking(characters));
    }

    private static char[] characters(Octets bytes) {
        byte[] copy = bytes.toByteArray();
        try {
            return SecretLine.whole(copy, copy.length)
                    .orElseThrow(() -> new CommandProblem(
                            ExitCode.PASSPHRASE_NOT_TEXT, "A password is not UTF-8 text.", "Give text."));
        } finally {
            Arrays.fill(copy, (byte) 0);
        }
    }

    /// Wipes what it was given.
    private static char[] stripped(char[] characters) {
        int end = characters.length;
        while (end > 0 && Character.isWhitespace(characters[end - 1])) {
            end--;
        }
        char[] kept = Arrays.copyOf(characters, end);
        Arrays.fill(characters, '\0');
        return kept;
    }

    @Override
    public void close() {
        all.forEach(Passphrase::close);
    }
}
