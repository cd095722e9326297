package org.waxwing.crypto.cert;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waxwing.crypto.mime.AddrSpec;

/// Certificates held in memory.
record FixedCertificates(List<Certificate> all) implements CertificateSource {
    @Override
    public List<Certificate> certificatesFor(AddrSpec address) {
        return all.stream()
                .filter(certificate -> certificate.userIds().stream()
                        .anyMatch(id -> id.address().filter(address::equals).isPresent()))
                .toList();
    }

    @Override
    public Optional<Certificate> byFingerprint(Fingerprint fingerprint) {
        return all.stream()
                .filter(certificate -> holds(certificate, fingerprint))
                .findFirst();
    }

    @Override
    public List<Certificate> byKeyId(long keyId) {
        return all.stream()
                .filter(certificate -> switch (certificate) {
                    case OpenPgpCertificate openPgp -> openPgp.holdsKeyId(keyId);
                    case SmimeCertificate _ -> false;
                })
                .toList();
    }

    @Override
    public List<SmimeCertificate> smimeCertificates() {
        return all.stream()
                .flatMap(certificate -> switch (certificate) {
                    case OpenPgpCertificate _ -> Stream.<SmimeCertificate>empty();
                    case SmimeCertificate smime -> Stream.of(smime);
                })
                .toList();
    }

    private static boolean holds(Certificate certificate, Fingerprint fingerprint) {
        return switch (certificate) {
            case OpenPgpCertificate openPgp ->
                openPgp.keys().stream().anyMatch(key -> key.fingerprint().equals(fingerprint));
            case SmimeCertificate smime -> smime.fingerprint().equals(fingerprint);
        };
    }
}
