package org.waxwing.keystore.vault;

import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.SecretBytes;

/// AES-256-GCM with a 96-bit nonce and a 128-bit tag (NIST SP 800-38D).
final class Aead {
    static final int NONCE = 12;
    static final int TAG = 16;

    /// One call over megabytes runs ten times slower than many over this much.
    private static final int CHUNK = 32 * 1024;

    private Aead() {}

    static Octets encrypt(SecretBytes key, Octets nonce, byte[] associated, Octets clear) {
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, associated);
            byte[] in = clear.toByteArray();
            byte[] out = new byte[in.length + TAG];
            int read = 0;
            int written = 0;
            while (in.length - read > CHUNK) {
                written += cipher.update(in, read, CHUNK, out, written);
                read += CHUNK;
            }
            int last = cipher.doFinal(in, read, in.length - read, out, written);
            if (written + last != out.length) {
                throw new IllegalStateException("the sealed value is short");
            }
            return Octets.of(out);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /// The clear bytes, or nothing when the key, the nonce, the associated data or a single bit differs.
    static Optional<Octets> decrypt(SecretBytes key, Octets nonce, byte[] associated, Octets sealed) {
        if (sealed.length() < TAG) {
            return Optional.empty();
        }
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, nonce, associated);
            return Optional.of(Octets.of(cipher.doFinal(sealed.toByteArray())));
        } catch (AEADBadTagException changed) {
            return Optional.empty();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static Cipher cipher(int mode, SecretBytes key, Octets nonce, byte[] associated)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        SecretKeySpec spec = key.lend(bytes -> new SecretKeySpec(bytes, "AES"));
        cipher.init(mode, spec, new GCMParameterSpec(TAG * 8, nonce.toByteArray()));
        cipher.updateAAD(associated);
        return cipher;
    }
}
