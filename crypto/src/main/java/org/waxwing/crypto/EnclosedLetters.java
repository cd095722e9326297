package org.waxwing.crypto;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.EnclosedLetter.Kind;
import org.waxwing.crypto.mime.CryptographicLayer;
import org.waxwing.crypto.mime.InlinePgp;
import org.waxwing.crypto.mime.MimePart;
import org.waxwing.crypto.mime.Octets;

/// Finds what stands in a payload on its own account, without opening anything. What stands in such a
/// letter again is found when that is opened.
final class EnclosedLetters {
    /// Nobody opens more of them one by one.
    private static final int MOST = 64;

    private final List<EnclosedLetter> found = new ArrayList<>();

    private final boolean sealedAround;

    private EnclosedLetters(boolean sealedAround) {
        this.sealedAround = sealedAround;
    }

    /// @param payload the part to read
    /// @param text its main text
    /// @param sealedAround the payload was sealed, or stands in one that was
    static List<EnclosedLetter> in(MimePart payload, String text, boolean sealedAround) {
        EnclosedLetters letters = new EnclosedLetters(sealedAround);
        letters.walk(payload);
        InlinePgp.sealed(text).forEach(armour -> letters.add(Kind.INLINE_PGP, armour));
        return List.copyOf(letters.found);
    }

    private void walk(MimePart part) {
        Optional<Kind> kind = CryptographicLayer.of(part, false).flatMap(EnclosedLetters::kind);
        if (kind.isPresent()) {
            add(kind.get(), part.raw());
            return;
        }
        switch (part) {
            case MimePart.Leaf _ -> {}
            case MimePart.EmbeddedMessage forwarded ->
                add(Kind.FORWARDED, forwarded.message().raw());
            case MimePart.Multipart multipart -> multipart.parts().forEach(this::walk);
        }
    }

    private void add(Kind kind, Octets octets) {
        if (found.size() < MOST) {
            found.add(new EnclosedLetter(kind, octets, sealedAround));
        }
    }

    private static Optional<Kind> kind(CryptographicLayer layer) {
        return switch (layer) {
            case CryptographicLayer.PgpSigned _, CryptographicLayer.SmimeSigned _, CryptographicLayer.Unobtrusive _ ->
                Optional.of(Kind.SIGNED_PART);
            case CryptographicLayer.PgpEncrypted _, CryptographicLayer.SmimeOpaque _ -> Optional.of(Kind.SEALED_PART);
            case CryptographicLayer.SmimeCompressed _ -> Optional.empty();
        };
    }
}
