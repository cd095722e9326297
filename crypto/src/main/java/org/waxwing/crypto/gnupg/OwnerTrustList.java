package org.waxwing.crypto.gnupg;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.mime.Octets;

/// The text that `gpg --import-ownertrust` reads: a line for each certificate, its fingerprint and a
/// number.
public final class OwnerTrustList {
    private static final int ULTIMATE = 6;

    private OwnerTrustList() {}

    /// Says of the person's own certificates that they are theirs. Those of version 6 are left out: GnuPG
    /// doesn't know them.
    public static Octets ofOwn(List<Fingerprint> own) {
        return Octets.ofUtf8(own.stream()
                .filter(Fingerprint.OpenPgpV4.class::isInstance)
                .map(fingerprint -> fingerprint.hex().toUpperCase(Locale.ROOT) + ":" + ULTIMATE + ":\n")
                .collect(Collectors.joining()));
    }
}
