package org.waxwing.ui.sample;

import java.util.List;
import org.waxwing.app.trust.CertificateCheck;
import org.waxwing.app.trust.DirectorySearch;
import org.waxwing.app.trust.Inquiries;
import org.waxwing.app.trust.Inquiry;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.mime.AddrSpec;

/// Nobody is asked.
final class SampleInquiries implements Inquiries {
    @Override
    public CertificateCheck check(Fingerprint.X509Sha256 certificate) {
        return new CertificateCheck.NoSuchCertificate();
    }

    @Override
    public List<Fingerprint.X509Sha256> certificatesFor(AddrSpec address) {
        return List.of();
    }

    @Override
    public DirectorySearch search(String server, AddrSpec address) {
        return new DirectorySearch.NoDirectory();
    }

    @Override
    public List<Inquiry> ledger() {
        return List.of();
    }
}
