package org.waxwing.crypto.cert;

import java.util.Locale;
import java.util.regex.Pattern;

/// The full fingerprint of a certificate or of one of its keys. A key ID is not a fingerprint and is
/// refused: 64 bits can be forged.
public sealed interface Fingerprint {
    /// Upper-case hexadecimal digits without blanks.
    String hex();

    /// SHA-1 over a v4 key, 40 digits (RFC 9580 §5.5.4.2).
    record OpenPgpV4(String hex) implements Fingerprint {
        public OpenPgpV4 {
            hex = Hex.exactly(40, hex);
        }
    }

    /// SHA-256 over a v6 key, 64 digits (RFC 9580 §5.5.4.3).
    record OpenPgpV6(String hex) implements Fingerprint {
        public OpenPgpV6 {
            hex = Hex.exactly(64, hex);
        }
    }

    /// SHA-256 over a whole X.509 certificate, 64 digits.
    record X509Sha256(String hex) implements Fingerprint {
        public X509Sha256 {
            hex = Hex.exactly(64, hex);
        }
    }

    /// An OpenPGP fingerprint from its digits, blanks allowed between them: 40 digits are v4, 64 are v6.
    static Fingerprint openPgp(String text) {
        String digits = text.replace(" ", "");
        return digits.length() == 64 ? new OpenPgpV6(digits) : new OpenPgpV4(digits);
    }

    /// The check that every kind shares.
    final class Hex {
        private static final Pattern DIGITS = Pattern.compile("[0-9A-F]*");

        private Hex() {}

        private static String exactly(int digits, String text) {
            String upper = text.toUpperCase(Locale.ROOT);
            if (upper.length() != digits || !DIGITS.matcher(upper).matches()) {
                throw new IllegalArgumentException("a fingerprint of this kind has " + digits + " hexadecimal digits");
            }
            return upper;
        }
    }
}
