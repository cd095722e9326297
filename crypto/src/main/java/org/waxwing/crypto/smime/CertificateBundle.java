package org.waxwing.crypto.smime;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.waxwing.crypto.cert.SmimeCertificate;
import org.waxwing.crypto.mime.Octets;

/// Certificates as directories hold them: one alone, or several inside SignedData (RFC 2798 §2.8), whose
/// own signature proves nothing here and isn't looked at.
final class CertificateBundle {
    private static final int MAX_OCTETS = 1024 * 1024;

    private CertificateBundle() {}

    static List<SmimeCertificate> read(Octets der) {
        List<SmimeCertificate> alone = SmimeCards.read(der).stream().toList();
        if (!alone.isEmpty() || der.length() > MAX_OCTETS) {
            return alone;
        }
        try {
            List<SmimeCertificate> found = new ArrayList<>();
            for (X509CertificateHolder one :
                    new CMSSignedData(der.toByteArray()).getCertificates().getMatches(null)) {
                SmimeCards.read(Octets.of(one.getEncoded())).ifPresent(found::add);
            }
            return found;
        } catch (CMSException | IOException | RuntimeException malformed) {
            // The edge: what a stranger put into a directory is nothing, if it can't be read.
            return List.of();
        }
    }
}
