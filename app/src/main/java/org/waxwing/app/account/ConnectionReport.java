package org.waxwing.app.account;

import java.util.Optional;

/// What a test of an account's servers found.
public record ConnectionReport(Connection submission, Optional<Connection> incoming) {
    public boolean good() {
        return submission instanceof Connection.Good
                && incoming.map(connection -> connection instanceof Connection.Good)
                        .orElse(true);
    }

    /// One server.
    public sealed interface Connection {
        /// @param tls such as "TLSv1.3"
        /// @param certificateFor the host name in the server's certificate, such as "mail.example.org"
        record Good(String host, String tls, String certificateFor) implements Connection {}

        record Bad(ConnectionProblem problem) implements Connection {}
    }
}
