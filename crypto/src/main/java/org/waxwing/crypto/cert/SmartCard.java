package org.waxwing.crypto.cert;

import java.util.HexFormat;
import java.util.Locale;
import org.waxwing.crypto.mime.Octets;

/// A smart card that holds a secret key, as far as GnuPG noted which one it is.
///
/// @param serialNumber of an OpenPGP card the 16 octets of its application identifier: D276000124 01,
///   version, manufacturer, serial number, 0000; empty when nothing was noted
public record SmartCard(Octets serialNumber) {
    private static final String OPENPGP = "D27600012401";
    private static final int APPLICATION_IDENTIFIER = 16;

    /// Its name in words: for an OpenPGP card manufacturer and number as they are printed on it, such as
    /// "smart card 0006 04711023".
    public String name() {
        String digits = HexFormat.of().formatHex(serialNumber.toByteArray()).toUpperCase(Locale.ROOT);
        if (digits.isEmpty()) {
            return "a smart card";
        }
        boolean openPgp = serialNumber.length() == APPLICATION_IDENTIFIER && digits.startsWith(OPENPGP);
        return "smart card " + (openPgp ? digits.substring(16, 20) + " " + digits.substring(20, 28) : digits);
    }
}
