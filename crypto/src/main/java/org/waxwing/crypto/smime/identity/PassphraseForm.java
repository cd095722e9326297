package org.waxwing.crypto.smime.identity;

import com.google.errorprone.annotations.MustBeClosed;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.crypto.secret.SecretBytes;

/// How the characters of a passphrase become the bytes that a derivation takes. The standards name one form
/// for each derivation; what programs did besides is tried after it.
enum PassphraseForm {
    /// UTF-16 with two zero bytes at the end (RFC 7292 Appendix B.1).
    BMP_TERMINATED,
    /// No bytes at all: how some programs read an empty passphrase in that derivation.
    NOTHING,
    UTF_8,
    ISO_8859_1;

    /// The forms to try for PKCS#12's own derivation.
    static List<PassphraseForm> forPkcs12(Passphrase passphrase) {
        return passphrase.isEmpty() ? List.of(BMP_TERMINATED, NOTHING) : List.of(BMP_TERMINATED);
    }

    /// The forms to try for PBKDF2, scrypt and the schemes of PKCS#5: UTF-8, and what older programs made
    /// of letters beyond ASCII.
    static List<PassphraseForm> forPkcs5(Passphrase passphrase) {
        boolean ascii = passphrase.lend(
                characters -> CharBuffer.wrap(characters).chars().allMatch(c -> c < 0x80));
        if (passphrase.isEmpty()) {
            return List.of(UTF_8, BMP_TERMINATED);
        }
        return ascii ? List.of(UTF_8) : List.of(UTF_8, ISO_8859_1, BMP_TERMINATED);
    }

    @MustBeClosed
    SecretBytes of(Passphrase passphrase) {
        return SecretBytes.taking(passphrase.lend(characters -> switch (this) {
            case BMP_TERMINATED -> bytes(StandardCharsets.UTF_16BE.encode(CharBuffer.wrap(characters)), 2);
            case NOTHING -> new byte[0];
            case UTF_8 -> bytes(StandardCharsets.UTF_8.encode(CharBuffer.wrap(characters)), 0);
            case ISO_8859_1 -> bytes(StandardCharsets.ISO_8859_1.encode(CharBuffer.wrap(characters)), 0);
        }));
    }

    private static byte[] bytes(ByteBuffer encoded, int zeros) {
        byte[] bytes = new byte[encoded.remaining() + zeros];
        encoded.get(bytes, 0, bytes.length - zeros);
        for (int i = 0; i < encoded.limit(); i++) {
            encoded.put(i, (byte) 0);
        }
        return bytes;
    }
}
