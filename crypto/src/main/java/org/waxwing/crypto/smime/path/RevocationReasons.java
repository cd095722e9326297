package org.waxwing.crypto.smime.path;

import java.security.cert.CRLReason;
import java.security.cert.X509CRLEntry;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.cert.ocsp.RevokedStatus;

/// Why something was revoked (RFC 5280 §5.3.1). Where no reason is given, it is the worst.
final class RevocationReasons {
    private static final Map<Integer, CRLReason> BY_NUMBER = Map.of(
            org.bouncycastle.asn1.x509.CRLReason.keyCompromise, CRLReason.KEY_COMPROMISE,
            org.bouncycastle.asn1.x509.CRLReason.cACompromise, CRLReason.CA_COMPROMISE,
            org.bouncycastle.asn1.x509.CRLReason.affiliationChanged, CRLReason.AFFILIATION_CHANGED,
            org.bouncycastle.asn1.x509.CRLReason.superseded, CRLReason.SUPERSEDED,
            org.bouncycastle.asn1.x509.CRLReason.cessationOfOperation, CRLReason.CESSATION_OF_OPERATION,
            org.bouncycastle.asn1.x509.CRLReason.certificateHold, CRLReason.CERTIFICATE_HOLD,
            org.bouncycastle.asn1.x509.CRLReason.privilegeWithdrawn, CRLReason.PRIVILEGE_WITHDRAWN,
            org.bouncycastle.asn1.x509.CRLReason.aACompromise, CRLReason.AA_COMPROMISE);

    private RevocationReasons() {}

    static CRLReason of(RevokedStatus status) {
        return status.hasRevocationReason()
                ? BY_NUMBER.getOrDefault(status.getRevocationReason(), CRLReason.UNSPECIFIED)
                : CRLReason.UNSPECIFIED;
    }

    static CRLReason of(X509CRLEntry entry) {
        return Optional.ofNullable(entry.getRevocationReason()).orElse(CRLReason.UNSPECIFIED);
    }
}
