package org.waxwing.crypto.mime;

import java.util.regex.Pattern;

/// Notices PGP armour in the text of a letter. It is never decrypted and never validated
/// (RFC 9787 §6.2.3.1): what such a signature covers can't be shown.
public final class InlinePgp {
    private static final Pattern ARMOUR = Pattern.compile("(?m)^-----BEGIN PGP (SIGNED )?MESSAGE-----[ \\t]*$");

    private InlinePgp() {}

    public static boolean isIn(String text) {
        return ARMOUR.matcher(text).find();
    }
}
