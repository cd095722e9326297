package org.waxwing.crypto.cert;

import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.mime.AddrSpec;

/// Where the engine finds other people's certificates. The keyring is one.
public interface CertificateSource {
    /// Every certificate that claims the address, the one to prefer first; judged by nobody yet.
    List<Certificate> certificatesFor(AddrSpec address);

    /// The X.509 certificate with the fingerprint, or the OpenPGP one in which the primary key or a subkey
    /// has it.
    Optional<Certificate> byFingerprint(Fingerprint fingerprint);

    /// Every OpenPGP certificate in which a key has the 64-bit key ID: candidates to try, never an
    /// identification.
    List<Certificate> byKeyId(long keyId);

    /// Every X.509 certificate of a person, to look among for a signer who sent none along.
    List<SmimeCertificate> smimeCertificates();

    /// Whom the person believes about X.509 certificates; nobody besides the program's authorities where
    /// this isn't known.
    default X509Trust trust() {
        return X509Trust.none();
    }

    /// No certificates at all.
    static CertificateSource none() {
        return of(List.of());
    }

    /// A fixed few, in memory.
    static CertificateSource of(List<? extends Certificate> certificates) {
        return new FixedCertificates(List.copyOf(certificates));
    }
}
