package org.waxwing.app.connection;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import org.waxwing.app.account.ServerAddress;
import org.waxwing.crypto.mime.Octets;

/// Whom to rely on for a server: the platform's authorities, and the one that the account names for this
/// server alone.
final class ServerTrust {
    private ServerTrust() {}

    /// A TLS context for one server. Fails with a `CertificateException` where the account's authority is
    /// not a certificate.
    static SSLContext contextFor(ServerAddress server) throws GeneralSecurityException, IOException {
        X509ExtendedTrustManager platform = managerOver(null);
        X509ExtendedTrustManager all = server.anchor().isEmpty()
                ? platform
                : managerOver(together(
                        List.of(platform.getAcceptedIssuers()),
                        certificates(server.anchor().get())));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new JudgingTrustManager(all)}, null);
        return context;
    }

    private static Collection<? extends Certificate> certificates(Octets pem) throws CertificateException {
        Collection<? extends Certificate> found =
                CertificateFactory.getInstance("X.509").generateCertificates(pem.stream());
        if (found.isEmpty()) {
            throw new CertificateException("no certificate inside");
        }
        return found;
    }

    private static KeyStore together(List<X509Certificate> platform, Collection<? extends Certificate> own)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        int number = 0;
        for (Certificate certificate : platform) {
            store.setCertificateEntry("platform-" + number++, certificate);
        }
        for (Certificate certificate : own) {
            store.setCertificateEntry("account-" + number++, certificate);
        }
        return store;
    }

    private static X509ExtendedTrustManager managerOver(@Nullable KeyStore anchors) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(anchors);
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509ExtendedTrustManager.class::isInstance)
                .map(X509ExtendedTrustManager.class::cast)
                .findFirst()
                .orElseThrow(() -> new GeneralSecurityException("this platform has no trust manager"));
    }
}
