package org.waxwing.crypto.mime;

import java.util.List;
import java.util.regex.Pattern;

/// Notices PGP armour in the text of a letter. It is never decrypted in place and never validated
/// (RFC 9787 §6.2.3.1): what such a signature covers can't be shown.
public final class InlinePgp {
    private static final Pattern ARMOUR = Pattern.compile("(?m)^-----BEGIN PGP (SIGNED )?MESSAGE-----[ \\t]*$");

    private static final Pattern SEALED =
            Pattern.compile("(?ms)^-----BEGIN PGP MESSAGE-----[ \\t]*$.{0,8388608}?^-----END PGP MESSAGE-----[ \\t]*$");

    private InlinePgp() {}

    /// The armour of each sealed text, for one who asks to open it.
    public static List<Octets> sealed(String text) {
        return SEALED.matcher(text)
                .results()
                .map(found -> Octets.ofUtf8(found.group() + "\n"))
                .toList();
    }

    public static boolean isIn(String text) {
        return ARMOUR.matcher(text).find();
    }
}
