package org.waxwing.app.trust;

import org.waxwing.crypto.Opener;
import org.waxwing.crypto.cert.Certificate;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.cert.LockedSecretKey;
import org.waxwing.crypto.cert.OpenPgpCertificate;
import org.waxwing.crypto.cert.OpenPgpSecretKey;
import org.waxwing.crypto.cert.SmimeCertificate;
import org.waxwing.crypto.cert.SmimeSecretKey;

/// How a copy of a letter is sealed: by OpenPGP (RFC 9580) or S/MIME (RFC 8551). People needn't know.
/// Where both would do, the one that stands first here is taken.
public enum Technology {
    OPENPGP,
    SMIME;

    public static Technology of(Certificate certificate) {
        return switch (certificate) {
            case OpenPgpCertificate _ -> OPENPGP;
            case SmimeCertificate _ -> SMIME;
        };
    }

    public static Technology of(LockedSecretKey key) {
        return switch (key) {
            case OpenPgpSecretKey _ -> OPENPGP;
            case SmimeSecretKey _ -> SMIME;
        };
    }

    public static Technology of(Fingerprint certificate) {
        return switch (certificate) {
            case Fingerprint.OpenPgpV4 _, Fingerprint.OpenPgpV6 _ -> OPENPGP;
            case Fingerprint.X509Sha256 _ -> SMIME;
        };
    }

    /// That opener, which takes layers of this technology alone.
    public Opener alone(Opener opener) {
        return switch (this) {
            case OPENPGP -> opener.openPgpAlone();
            case SMIME -> opener.smimeAlone();
        };
    }
}
