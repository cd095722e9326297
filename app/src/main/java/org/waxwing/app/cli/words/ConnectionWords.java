package org.waxwing.app.cli.words;

import org.waxwing.app.account.ConnectionProblem;

/// Why a server could not be used.
public final class ConnectionWords {
    private ConnectionWords() {}

    /// What is wrong and what it means.
    public static String sentence(ConnectionProblem problem) {
        return switch (problem) {
            case ConnectionProblem.Unreachable(String host, int port, ConnectionProblem.Cause cause) ->
                unreachable(host, port, cause);
            case ConnectionProblem.TlsNotOffered(String host) ->
                host + " did not offer an encrypted connection, so nothing was sent to it.";
            case ConnectionProblem.TlsFailed(String host) ->
                "The encrypted connection to " + host + " could not be made, so nothing was sent to it.";
            case ConnectionProblem.CertificateNotTrusted(String host, boolean expired) ->
                expired
                        ? "The certificate of " + host + " has expired, so nothing was sent to it."
                        : "Nobody this computer relies on confirms the certificate of " + host
                                + ", so nothing was sent to it.";
            case ConnectionProblem.CertificateForAnotherName(String host) ->
                "The certificate that " + host + " showed is for another name, so nothing was sent to it.";
            case ConnectionProblem.SignInRefused(String host, String reply) ->
                host + " refused the user name or password: " + reply;
            case ConnectionProblem.ProtocolBroken(String host) ->
                host + " said something that the protocol does not allow, so the connection was ended.";
        };
    }

    /// What to do.
    public static String hint(ConnectionProblem problem) {
        return switch (problem) {
            case ConnectionProblem.Unreachable _ -> "Check the network, the host name and the port.";
            case ConnectionProblem.TlsNotOffered _, ConnectionProblem.TlsFailed _ ->
                "Check the port and the TLS mode (starttls or implicit); on a foreign network, try another one.";
            case ConnectionProblem.CertificateNotTrusted(String host, boolean expired) ->
                expired
                        ? "Check this computer's date and time; if they are right, tell those who run " + host + "."
                        : "If your institution has its own authority, give its certificate with --ca FILE.pem.";
            case ConnectionProblem.CertificateForAnotherName _ ->
                "Check the host name; it must be the one in the certificate.";
            case ConnectionProblem.SignInRefused _ -> "Check --user and the password, then add the account again.";
            case ConnectionProblem.ProtocolBroken _ -> "Somebody on the way may be interfering; try another network.";
        };
    }

    private static String unreachable(String host, int port, ConnectionProblem.Cause cause) {
        return switch (cause) {
            case NO_SUCH_HOST -> "There is no host " + host + ".";
            case REFUSED -> "Nobody answers at " + host + ", port " + port + ".";
            case TIMED_OUT -> host + ", port " + port + ", did not answer in time.";
            case CLOSED -> host + " closed the connection.";
            case NO_NETWORK -> "The network is away, so " + host + " could not be reached.";
        };
    }
}
