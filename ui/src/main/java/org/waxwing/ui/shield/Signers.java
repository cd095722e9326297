package org.waxwing.ui.shield;

import java.util.List;
import org.waxwing.crypto.cert.Certificate;
import org.waxwing.crypto.cert.UserId;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.PlainText;

/// What to call the owner of a card.
public final class Signers {
    private static final int LONGEST = 60;

    private Signers() {}

    /// The name on the certificate.
    public static String name(Certificate certificate) {
        return name(certificate.userIds());
    }

    /// The name in the first user id that has one, else its address, else its text; without characters
    /// that could mislead.
    public static String name(List<UserId> userIds) {
        return userIds.stream()
                .map(Signers::name)
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElse("?");
    }

    private static String name(UserId userId) {
        String given = plain(userId.name());
        return given.isBlank() ? plain(userId.address().map(AddrSpec::text).orElse(userId.text())) : given;
    }

    /// Text of a stranger in one line, without control and direction characters and fillers.
    public static String plain(String text) {
        StringBuilder kept = new StringBuilder();
        text.codePoints()
                .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
                .filter(c -> !PlainText.isFiller(c))
                .limit(LONGEST)
                .forEach(kept::appendCodePoint);
        return kept.toString().strip();
    }
}
