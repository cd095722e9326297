package org.waxwing.app.connection;

import java.net.Socket;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.waxwing.app.connection.CertificateRefused.Why;

/// The platform's judgement of a server's certificate in two steps, so that a chain nobody vouches for and
/// a good certificate for another name can be told apart. The second step is complete by itself; the
/// first only finds the reason.
final class JudgingTrustManager extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager platform;

    JudgingTrustManager(X509ExtendedTrustManager platform) {
        this.platform = platform;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String method, Socket socket) throws CertificateException {
        chainAlone(chain, method);
        try {
            platform.checkServerTrusted(chain, method, socket);
        } catch (CertificateException refused) {
            throw new CertificateRefused(constraintBroken(refused) ? Why.NOT_TRUSTED : Why.ANOTHER_NAME, refused);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String method, SSLEngine engine)
            throws CertificateException {
        chainAlone(chain, method);
        try {
            platform.checkServerTrusted(chain, method, engine);
        } catch (CertificateException refused) {
            throw new CertificateRefused(constraintBroken(refused) ? Why.NOT_TRUSTED : Why.ANOTHER_NAME, refused);
        }
    }

    /// Without a connection there is no name to check the certificate against, so nothing is accepted.
    @Override
    public void checkServerTrusted(X509Certificate[] chain, String method) throws CertificateException {
        throw new CertificateException("a certificate is judged together with its connection");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String method, Socket socket) throws CertificateException {
        throw new CertificateException("we are never the server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String method, SSLEngine engine)
            throws CertificateException {
        throw new CertificateException("we are never the server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String method) throws CertificateException {
        throw new CertificateException("we are never the server");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return platform.getAcceptedIssuers();
    }

    /// The platform asks a certificate that is itself an authority for no date, so the date is asked here.
    private void chainAlone(X509Certificate[] chain, String method) throws CertificateException {
        try {
            platform.checkServerTrusted(chain, method);
            chain[0].checkValidity();
        } catch (CertificateException refused) {
            throw new CertificateRefused(expired(refused) ? Why.EXPIRED : Why.NOT_TRUSTED, refused);
        }
    }

    private static boolean expired(Throwable refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateExpiredException
                    || (cause instanceof CertPathValidatorException path && path.getReason() == BasicReason.EXPIRED)) {
                return true;
            }
        }
        return false;
    }

    private static boolean constraintBroken(Throwable refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertPathValidatorException) {
                return true;
            }
        }
        return false;
    }
}
