package org.waxwing.app.trust;

import java.util.List;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.mime.AddrSpec;

/// Asks servers about certificates, only ever because the person says so, and keeps a ledger of it.
public interface Inquiries {
    /// Asks the authorities of one S/MIME certificate whether they revoked it. What they say is kept and
    /// counts from now on without asking again.
    CertificateCheck check(Fingerprint.X509Sha256 certificate);

    /// The S/MIME certificates at hand for an address, the one to prefer first.
    List<Fingerprint.X509Sha256> certificatesFor(AddrSpec address);

    /// Asks a directory for the S/MIME certificates of an address.
    ///
    /// @param server as the person typed it, such as `ldaps://ldap.example/o=Example`
    DirectorySearch search(String server, AddrSpec address);

    /// Everything that was asked, about certificates and for pictures, newest first; the oldest of many are
    /// forgotten.
    List<Inquiry> ledger();
}
