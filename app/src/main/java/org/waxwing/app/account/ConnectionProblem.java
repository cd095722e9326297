package org.waxwing.app.account;

/// Why a server could not be used. In each case neither password nor text went out. Words are found by
/// the faces.
public sealed interface ConnectionProblem {
    String host();

    /// No such host, nobody listens, or the network is away.
    record Unreachable(String host, int port, Cause cause) implements ConnectionProblem {}

    /// STARTTLS was not offered: somebody on the way may have removed it.
    record TlsNotOffered(String host) implements ConnectionProblem {}

    /// STARTTLS was offered and refused, or the handshake failed for another reason than the certificate.
    record TlsFailed(String host) implements ConnectionProblem {}

    /// No authority that this computer relies on confirms the certificate, or it has expired.
    record CertificateNotTrusted(String host, boolean expired) implements ConnectionProblem {}

    /// The certificate is good, but for another name.
    record CertificateForAnotherName(String host) implements ConnectionProblem {}

    /// User name or password are wrong, or the server offers no way to sign in that we know.
    ///
    /// @param reply the server's words, one line, without control characters
    record SignInRefused(String host, String reply) implements ConnectionProblem {
        /// The server's words may hold an address.
        @Override
        public String toString() {
            return "SignInRefused[" + host + "]";
        }
    }

    /// The server said something that the protocol doesn't allow, such as bytes before TLS that claim to
    /// come after.
    record ProtocolBroken(String host) implements ConnectionProblem {}

    enum Cause {
        NO_SUCH_HOST,
        REFUSED,
        TIMED_OUT,
        CLOSED,
        NO_NETWORK
    }
}
