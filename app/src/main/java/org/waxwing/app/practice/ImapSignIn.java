package org.waxwing.app.practice;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.waxwing.crypto.mime.Octets;

/// LOGIN and AUTHENTICATE PLAIN (RFC 3501 §6.2.2, RFC 4959), for the time after TLS began.
final class ImapSignIn {
    private final Wire wire;
    private final Residents residents;

    ImapSignIn(Wire wire, Residents residents) {
        this.wire = wire;
        this.residents = residents;
    }

    /// @return nobody when it failed, for whatever reason
    Optional<Resident> run(ImapCommand command) throws IOException {
        Optional<PlainCredentials> credentials =
                command.name().equals("LOGIN") ? Optional.of(login(command)) : authenticate(command);
        return credentials.flatMap(given -> residents.signIn(given.userName(), given.password()));
    }

    private static PlainCredentials login(ImapCommand command) throws ImapSyntaxException {
        byte[] password = command.argument(1).string().getBytes(StandardCharsets.ISO_8859_1);
        return new PlainCredentials(command.argument(0).string(), Octets.of(password));
    }

    private Optional<PlainCredentials> authenticate(ImapCommand command) throws IOException {
        if (!command.argument(0).keyword().equals("PLAIN")) {
            throw new ImapSyntaxException("PLAIN is known here");
        }
        String response;
        if (command.arguments().size() > 1) {
            response = command.argument(1).string();
        } else {
            wire.writeLine("+ ");
            response = wire.readLine(SmtpSignIn.LONGEST_LINE);
        }
        if (response.equals("*")) {
            throw new ImapSyntaxException("as you like");
        }
        return PlainCredentials.decode(response).flatMap(PlainCredentials::parse);
    }
}
