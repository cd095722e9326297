package org.waxwing.app.practice;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.waxwing.crypto.mime.Octets;

/// What a client says to sign in with PLAIN (RFC 4616 §2): authorization identity, user name and password
/// with NUL between them.
record PlainCredentials(String userName, Octets password) {
    /// The bytes of a base64 text, or nothing when it isn't one.
    static Optional<Octets> decode(String base64) {
        try {
            return Optional.of(Octets.of(Base64.getDecoder().decode(base64.getBytes(StandardCharsets.ISO_8859_1))));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /// The credentials in a message of PLAIN; nothing when it is malformed or asks to act as somebody else.
    static Optional<PlainCredentials> parse(Octets message) {
        int first = message.indexOf(0, 0);
        int second = message.indexOf(0, first + 1);
        if (first < 0 || second < 0 || message.indexOf(0, second + 1) >= 0) {
            return Optional.empty();
        }
        String actAs = message.slice(0, first).utf8();
        String userName = message.slice(first + 1, second).utf8();
        return actAs.isEmpty() || actAs.equals(userName)
                ? Optional.of(new PlainCredentials(userName, message.slice(second + 1, message.length())))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "PlainCredentials[redacted]";
    }
}
