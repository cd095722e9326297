package org.waxwing.crypto.cert;

import org.waxwing.crypto.mime.AddrSpec;

/// What a certification authority is to certify.
///
/// @param name of the person, possibly empty
/// @param address goes into subjectAltName, where RFC 8550 §3 wants it, never into the name
public record CertificateWish(String name, AddrSpec address, SmimeKeyKind kind) {
    /// RFC 5280 Appendix A.1, ub-common-name.
    public static final int LONGEST_NAME = 64;

    public CertificateWish {
        if (!isName(name)) {
            throw new IllegalArgumentException("a name of at most 64 characters, without control characters");
        }
    }

    /// Whether a certificate can have it for a name, the empty one included.
    public static boolean isName(String name) {
        return name.length() <= LONGEST_NAME && name.chars().noneMatch(Character::isISOControl);
    }

    @Override
    public String toString() {
        return "CertificateWish[" + kind + "]";
    }
}
