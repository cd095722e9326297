package org.waxwing.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.SecretBytes;

/// Carries a [Submittable] over a restart. What is kept is encrypted and authenticated under a key that
/// belongs to this purpose alone, together with the kind of what it was, so only what was once a
/// [SealedMessage] comes back as one: no road leads from bare bytes to the wire.
///
/// A kept value is the version (1), a random nonce of 12 bytes, the ciphertext and its tag of 16.
public final class Safekeeping {
    private static final byte VERSION = 1;
    private static final int NONCE = 12;
    private static final int TAG = 16;
    private static final int KEY = 32;

    /// One call over megabytes runs ten times slower than many over this much.
    private static final int CHUNK = 32 * 1024;

    private final SecretBytes key;
    private final SecureRandom random;

    private Safekeeping(SecretBytes key, SecureRandom random) {
        this.key = key;
        this.random = random;
    }

    /// Safekeeping under a key.
    ///
    /// @param key 32 bytes, used for nothing else; it stays with the caller, who closes it at the end
    public static Safekeeping with(SecretBytes key, SecureRandom random) {
        if (key.length() != KEY) {
            throw new IllegalArgumentException("the key has " + KEY + " bytes");
        }
        return new Safekeeping(key, random);
    }

    /// The form to store.
    ///
    /// @param place where it is stored; it comes back from there only
    public Octets keep(Submittable message, String place) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] in = message.bytes().toByteArray();
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, place);
            byte[] out = new byte[1 + NONCE + 1 + in.length + TAG];
            out[0] = VERSION;
            System.arraycopy(nonce, 0, out, 1, NONCE);
            int written = 1 + NONCE;
            written += cipher.update(new byte[] {Kind.of(message).mark}, 0, 1, out, written);
            for (int read = 0; read < in.length; read += CHUNK) {
                written += cipher.update(in, read, Math.min(CHUNK, in.length - read), out, written);
            }
            int last = cipher.doFinal(out, written);
            if (written + last != out.length) {
                throw new IllegalStateException("the kept value is short");
            }
            return Octets.of(out);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /// What was kept, or nothing when the bytes were changed, belong to another place or were made by
    /// something else.
    public Optional<Submittable> restore(Octets kept, String place) {
        if (kept.length() < 1 + NONCE + 1 + TAG || kept.at(0) != VERSION) {
            return Optional.empty();
        }
        byte[] nonce = kept.slice(1, 1 + NONCE).toByteArray();
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, nonce, place);
            Octets clear = Octets.of(
                    cipher.doFinal(kept.slice(1 + NONCE, kept.length()).toByteArray()));
            return Kind.marked(clear.at(0)).map(kind -> kind.made(clear.slice(1, clear.length())));
        } catch (AEADBadTagException changed) {
            return Optional.empty();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
        byte[] placeBytes = ("waxwing submittable " + place).getBytes(StandardCharsets.UTF_8);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        SecretKeySpec spec = key.lend(bytes -> new SecretKeySpec(bytes, "AES"));
        cipher.init(mode, spec, new GCMParameterSpec(TAG * 8, nonce));
        cipher.updateAAD(ByteBuffer.allocate(1 + placeBytes.length)
                .put(VERSION)
                .put(placeBytes)
                .flip());
        return cipher;
    }

    /// What a kept value was, as the first byte of its clear form.
    private enum Kind {
        SIGNED_AND_ENCRYPTED(1),
        SIGNED(2),
        POSTCARD(3);

        private final byte mark;

        Kind(int mark) {
            this.mark = (byte) mark;
        }

        private static Kind of(Submittable message) {
            return switch (message) {
                case SealedMessage sealed ->
                    switch (sealed.protection()) {
                        case SIGNED_AND_ENCRYPTED -> SIGNED_AND_ENCRYPTED;
                        case SIGNED -> SIGNED;
                    };
                case DeliberateCleartext _ -> POSTCARD;
            };
        }

        private static Optional<Kind> marked(int mark) {
            for (Kind kind : values()) {
                if (kind.mark == mark) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }

        private Submittable made(Octets bytes) {
            return switch (this) {
                case SIGNED_AND_ENCRYPTED -> new SealedMessage(bytes, Protection.SIGNED_AND_ENCRYPTED);
                case SIGNED -> new SealedMessage(bytes, Protection.SIGNED);
                case POSTCARD -> new DeliberateCleartext(bytes);
            };
        }
    }
}
