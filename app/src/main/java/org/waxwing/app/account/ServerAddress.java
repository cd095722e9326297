package org.waxwing.app.account;

import java.util.Optional;
import org.waxwing.crypto.mime.Octets;

/// A server and how to speak with it.
///
/// @param host a host name or an address literal; the certificate must be for it
/// @param anchor a certificate authority (PEM) to rely on for this server besides the platform's, for
///   institutions with their own
public record ServerAddress(String host, int port, TlsMode tls, Optional<Octets> anchor) {
    public ServerAddress {
        host = host.strip();
        if (host.isEmpty() || host.chars().anyMatch(c -> c <= 0x20 || c == 0x7F)) {
            throw new IllegalArgumentException("a server has a host name without blanks");
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("a port is a number from 1 to 65535");
        }
    }

    public static ServerAddress of(String host, int port, TlsMode tls) {
        return new ServerAddress(host, port, tls, Optional.empty());
    }
}
