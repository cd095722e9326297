package org.waxwing.app.connection;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds the name by which a verified certificate is good for a host, to be shown to the person.
final class CertificateName {
    private static final int DNS_NAME = 2;
    private static final String COMMON_NAME = "CN=";

    private CertificateName() {}

    /// The dNSName (RFC 5280 §4.2.1.6) that fits the host, such as "mail.example.org" or "*.example.org";
    /// for certificates without one the common name that fits. Where neither does, as with an address in
    /// digits, it is the host itself: TLS has checked already that the certificate is good for it.
    static String of(X509Certificate certificate, String host) {
        return Stream.concat(dnsNames(certificate), commonNames(certificate))
                .filter(name -> fits(name, host))
                .findFirst()
                .orElse(host);
    }

    private static Stream<String> dnsNames(X509Certificate certificate) {
        try {
            @Nullable Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? Stream.empty()
                    : names.stream()
                            .filter(name -> name.getFirst().equals(DNS_NAME))
                            .map(name -> String.valueOf(name.get(1)));
        } catch (CertificateParsingException _) {
            return Stream.empty();
        }
    }

    private static Stream<String> commonNames(X509Certificate certificate) {
        String subject = certificate.getSubjectX500Principal().getName();
        return Arrays.stream(subject.split("[,+]", -1))
                .map(String::strip)
                .filter(part -> part.startsWith(COMMON_NAME))
                .map(part -> part.substring(COMMON_NAME.length()));
    }

    /// A star stands for the whole first label and nothing else (RFC 9525 §6.3).
    private static boolean fits(String name, String host) {
        String wanted = host.toLowerCase(Locale.ROOT);
        String offered = name.toLowerCase(Locale.ROOT);
        int dot = wanted.indexOf('.');
        return offered.equals(wanted) || (dot > 0 && offered.equals("*" + wanted.substring(dot)));
    }
}
