package org.waxwing.crypto.smime.path;

import org.bouncycastle.asn1.x509.KeyPurposeId;

/// What a path has to be good for.
///
/// @param extendedUse the use that every certificate with an extended key usage has to name (RFC 8550
///   §4.4.4), or anyExtendedKeyUsage
/// @param longestPath the most certificates between the anchor and the one asked about
record PathProfile(KeyPurposeId extendedUse, PolicyDemand policies, int longestPath) {
    /// Mail: emailProtection, no policy, eight authorities in between.
    static final PathProfile MAIL = new PathProfile(KeyPurposeId.id_kp_emailProtection, PolicyDemand.NONE, 8);
}
