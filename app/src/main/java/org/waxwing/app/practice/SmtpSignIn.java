package org.waxwing.app.practice;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.waxwing.crypto.mime.Octets;

/// AUTH (RFC 4954) with PLAIN and LOGIN, under TLS only.
final class SmtpSignIn {
    /// RFC 4954 §4: longest line of an exchange.
    static final int LONGEST_LINE = 12_288;

    private static final String PROMPT_USER_NAME = "334 VXNlcm5hbWU6";
    private static final String PROMPT_PASSWORD = "334 UGFzc3dvcmQ6";

    private final Wire wire;
    private final Residents residents;

    SmtpSignIn(Wire wire, Residents residents) {
        this.wire = wire;
        this.residents = residents;
    }

    /// Runs one exchange, its last reply included.
    ///
    /// @param argument mechanism and initial response
    Optional<Resident> run(String argument) throws IOException {
        String[] words = argument.split(" ", 2);
        Optional<String> initial = words.length == 2 ? Optional.of(words[1]) : Optional.empty();
        return switch (words[0].toUpperCase(Locale.ROOT)) {
            case "PLAIN" -> plain(initial);
            case "LOGIN" -> login(initial);
            default -> {
                wire.writeLine("504 5.5.4 PLAIN and LOGIN are known here");
                yield Optional.empty();
            }
        };
    }

    private Optional<Resident> plain(Optional<String> initial) throws IOException {
        Optional<Octets> response = response(initial, "334 ");
        if (response.isEmpty()) {
            return Optional.empty();
        }
        return answer(response.flatMap(PlainCredentials::parse));
    }

    private Optional<Resident> login(Optional<String> initial) throws IOException {
        Optional<Octets> userName = response(initial, PROMPT_USER_NAME);
        if (userName.isEmpty()) {
            return Optional.empty();
        }
        Optional<Octets> password = response(Optional.empty(), PROMPT_PASSWORD);
        if (password.isEmpty()) {
            return Optional.empty();
        }
        return answer(userName.flatMap(name -> password.map(secret -> new PlainCredentials(name.utf8(), secret))));
    }

    private Optional<Octets> response(Optional<String> initial, String prompt) throws IOException {
        String text;
        if (initial.isPresent()) {
            text = initial.get().equals("=") ? "" : initial.get();
        } else {
            wire.writeLine(prompt);
            text = wire.readLine(LONGEST_LINE);
        }
        Optional<Octets> decoded = text.equals("*") ? Optional.empty() : PlainCredentials.decode(text);
        if (decoded.isEmpty()) {
            wire.writeLine(text.equals("*") ? "501 5.7.0 as you like" : "501 5.5.2 that is not base64");
        }
        return decoded;
    }

    private Optional<Resident> answer(Optional<PlainCredentials> credentials) throws IOException {
        Optional<Resident> resident =
                credentials.flatMap(given -> residents.signIn(given.userName(), given.password()));
        wire.writeLine(resident.isPresent() ? "235 2.7.0 welcome" : "535 5.7.8 user name or password are wrong");
        return resident;
    }
}
