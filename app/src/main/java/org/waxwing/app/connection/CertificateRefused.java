package org.waxwing.app.connection;

import java.security.cert.CertificateException;
import org.waxwing.app.account.ConnectionProblem;

/// Why a server's certificate was not taken; travels through the TLS engine to the [Connector].
final class CertificateRefused extends CertificateException {
    private static final long serialVersionUID = 1L;

    private final Why why;

    CertificateRefused(Why why, CertificateException cause) {
        super(why.name(), cause);
        this.why = why;
    }

    ConnectionProblem problem(String host) {
        return switch (why) {
            case NOT_TRUSTED -> new ConnectionProblem.CertificateNotTrusted(host, false);
            case EXPIRED -> new ConnectionProblem.CertificateNotTrusted(host, true);
            case ANOTHER_NAME -> new ConnectionProblem.CertificateForAnotherName(host);
        };
    }

    enum Why {
        NOT_TRUSTED,
        EXPIRED,
        ANOTHER_NAME
    }
}
