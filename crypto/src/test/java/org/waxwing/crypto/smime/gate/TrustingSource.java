package org.waxwing.crypto.smime.gate;

import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.cert.Certificate;
import org.waxwing.crypto.cert.CertificateSource;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.SmimeCertificate;
import org.waxwing.crypto.cert.X509Trust;
import org.waxwing.crypto.mime.AddrSpec;

/// A fixed few certificates, and whom their owner believes.
final class TrustingSource implements CertificateSource {
    private final CertificateSource certificates;
    private final X509Trust trust;

    TrustingSource(List<? extends Certificate> certificates, X509Trust trust) {
        this.certificates = CertificateSource.of(certificates);
        this.trust = trust;
    }

    @Override
    public List<Certificate> certificatesFor(AddrSpec address) {
        return certificates.certificatesFor(address);
    }

    @Override
    public Optional<Certificate> byFingerprint(Fingerprint fingerprint) {
        return certificates.byFingerprint(fingerprint);
    }

    @Override
    public List<Certificate> byKeyId(long keyId) {
        return certificates.byKeyId(keyId);
    }

    @Override
    public List<SmimeCertificate> smimeCertificates() {
        return certificates.smimeCertificates();
    }

    @Override
    public X509Trust trust() {
        return trust;
    }
}
