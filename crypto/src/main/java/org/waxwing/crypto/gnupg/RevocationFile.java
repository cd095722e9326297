package org.waxwing.crypto.gnupg;

import java.util.Optional;
import org.waxwing.crypto.mime.Octets;

/// A file of `openpgp-revocs.d`: words for the person, then the armour, with a colon in front so that
/// nobody imports it by accident.
public final class RevocationFile {
    private static final String BEGIN = "-----BEGIN PGP PUBLIC KEY BLOCK-----";
    private static final String END = "-----END PGP PUBLIC KEY BLOCK-----";

    private RevocationFile() {}

    /// The armoured revocation certificate without the words and the colon, or nothing when there is none.
    public static Optional<Octets> armor(Octets file) {
        String text = file.latin1();
        int begin = text.indexOf(BEGIN);
        int end = begin < 0 ? -1 : text.indexOf(END, begin);
        return end < 0
                ? Optional.empty()
                : Optional.of(Octets.ofUtf8(text.substring(begin, end + END.length()) + "\n"));
    }
}
