package org.waxwing.crypto.gnupg;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import org.waxwing.crypto.mime.Octets;

/// From a passphrase to a key by iterated and salted hashing (RFC 9580 §3.7.1.3); with a count of 0 by
/// hashing once (RFC 9580 §3.7.1.2), and unsalted without a salt (RFC 9580 §3.7.1.1).
///
/// @param hash the algorithm by Java's name
/// @param count how many octets of salt and passphrase are hashed
/// @param keyLength in octets
record IteratedS2k(String hash, Octets salt, long count, int keyLength) {
    private static final int CHUNK = 1 << 16;

    /// The number of octets that GnuPG's decimal stands for: below 256 it is the octet of RFC 9580.
    static Optional<Long> count(String decimal) {
        if (decimal.isEmpty() || decimal.length() > 12 || !decimal.chars().allMatch(Character::isDigit)) {
            return Optional.empty();
        }
        long count = Long.parseLong(decimal);
        return Optional.of(count < 256 ? (16 + (count & 15)) << ((count >> 4) + 6) : count);
    }

    byte[] derive(char[] passphrase) {
        byte[] encoded = utf8(passphrase);
        byte[] once = Arrays.copyOf(salt.toByteArray(), salt.length() + encoded.length);
        System.arraycopy(encoded, 0, once, salt.length(), encoded.length);
        Arrays.fill(encoded, (byte) 0);
        byte[] key = new byte[keyLength];
        MessageDigest digest = digest();
        for (int filled = 0, context = 0; filled < keyLength; context++) {
            digest.update(new byte[context]);
            hashRepeatedly(digest, once);
            byte[] part = digest.digest();
            int taken = Math.min(part.length, keyLength - filled);
            System.arraycopy(part, 0, key, filled, taken);
            filled += taken;
        }
        Arrays.fill(once, (byte) 0);
        return key;
    }

    private static byte[] utf8(char[] text) {
        byte[] room = new byte[3 * text.length];
        ByteBuffer out = ByteBuffer.wrap(room);
        CoderResult result = StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .encode(CharBuffer.wrap(text), out, true);
        if (!result.isUnderflow()) {
            throw new IllegalStateException("three octets hold any character");
        }
        byte[] encoded = Arrays.copyOf(room, out.position());
        Arrays.fill(room, (byte) 0);
        return encoded;
    }

    private void hashRepeatedly(MessageDigest digest, byte[] once) {
        if (once.length == 0) {
            return;
        }
        byte[] many = new byte[Math.max(1, CHUNK / once.length) * once.length];
        for (int i = 0; i < many.length; i += once.length) {
            System.arraycopy(once, 0, many, i, once.length);
        }
        long left = Math.max(count, once.length);
        for (; left >= many.length; left -= many.length) {
            digest.update(many);
        }
        digest.update(many, 0, (int) left);
        Arrays.fill(many, (byte) 0);
    }

    private MessageDigest digest() {
        try {
            return MessageDigest.getInstance(hash);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java has " + hash, absent);
        }
    }
}
