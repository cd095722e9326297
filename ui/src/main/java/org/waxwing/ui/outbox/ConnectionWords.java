package org.waxwing.ui.outbox;

import org.waxwing.app.account.ConnectionProblem;
import org.waxwing.ui.text.Words;

/// Why a server could not be used, in words: what is wrong, and what to do.
public final class ConnectionWords {
    private final Words words = Words.in(ConnectionWords.class);

    public String sentence(ConnectionProblem problem) {
        return switch (problem) {
            case ConnectionProblem.Unreachable away ->
                switch (away.cause()) {
                    case NO_SUCH_HOST -> words.of("server.noSuchHost", away.host());
                    case REFUSED -> words.of("server.refused", away.host(), String.valueOf(away.port()));
                    case TIMED_OUT -> words.of("server.timedOut", away.host());
                    case CLOSED -> words.of("server.closed", away.host());
                    case NO_NETWORK -> words.of("server.noNetwork");
                };
            case ConnectionProblem.TlsNotOffered tls -> words.of("server.tlsNotOffered", tls.host());
            case ConnectionProblem.TlsFailed tls -> words.of("server.tlsFailed", tls.host());
            case ConnectionProblem.CertificateNotTrusted certificate ->
                certificate.expired()
                        ? words.of("server.certificateExpired", certificate.host())
                        : words.of("server.certificateUnknown", certificate.host());
            case ConnectionProblem.CertificateForAnotherName other -> words.of("server.otherName", other.host());
            case ConnectionProblem.SignInRefused refused ->
                words.of("server.signInRefused", refused.host(), refused.reply());
            case ConnectionProblem.ProtocolBroken broken -> words.of("server.protocolBroken", broken.host());
        };
    }
}
