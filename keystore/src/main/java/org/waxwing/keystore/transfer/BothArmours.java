package org.waxwing.keystore.transfer;

import java.nio.charset.StandardCharsets;
import org.waxwing.crypto.mime.Octets;

/// A text with armour of OpenPGP and PEM of S/MIME in it, as people put together what they send: each reader
/// passes over what is the other's.
///
/// @param openPgp everything but the blocks of PEM
/// @param smime the blocks of PEM; empty where there are none beside armour of OpenPGP
record BothArmours(Octets openPgp, Octets smime) {
    private static final String BEGIN = "-----BEGIN ";
    private static final String OPENPGP = BEGIN + "PGP ";
    private static final String END = "-----END ";
    private static final int LAST_OF_ASCII = 0x7f;

    static BothArmours in(Octets file) {
        BothArmours one = new BothArmours(file, Octets.empty());
        if (file.isEmpty() || (file.at(0) & 0xff) > LAST_OF_ASCII) {
            return one;
        }
        String text = file.latin1();
        if (!text.contains(OPENPGP)) {
            return one;
        }
        StringBuilder openPgp = new StringBuilder();
        StringBuilder smime = new StringBuilder();
        int position = 0;
        for (int begin = text.indexOf(BEGIN); begin >= 0; begin = text.indexOf(BEGIN, position)) {
            openPgp.append(text, position, begin);
            position = end(text, begin);
            (text.startsWith(OPENPGP, begin) ? openPgp : smime).append(text, begin, position);
        }
        openPgp.append(text, position, text.length());
        return smime.isEmpty() ? one : new BothArmours(latin1(openPgp), latin1(smime));
    }

    /// Behind the line that ends the block, or where the next one begins without.
    private static int end(String text, int begin) {
        int next = text.indexOf(BEGIN, begin + 1);
        int limit = next < 0 ? text.length() : next;
        int end = text.indexOf(END, begin);
        if (end < 0 || end > limit) {
            return limit;
        }
        int line = text.indexOf('\n', end);
        return line < 0 ? limit : Math.min(line + 1, limit);
    }

    private static Octets latin1(StringBuilder text) {
        return Octets.of(text.toString().getBytes(StandardCharsets.ISO_8859_1));
    }
}
