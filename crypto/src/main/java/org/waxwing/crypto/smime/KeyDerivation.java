package org.waxwing.crypto.smime;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA224Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.generators.KDF2BytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.bouncycastle.crypto.params.KDFParameters;

/// Keys out of shared secrets.
final class KeyDerivation {
    /// RFC 9709 §2.
    static final byte[] CEK_SALT = "The Cryptographic Message Syntax".getBytes(StandardCharsets.US_ASCII);

    static final byte[] NO_SALT = new byte[0];

    private KeyDerivation() {}

    /// RFC 5869.
    static byte[] hkdf(String hash, byte[] secret, byte[] salt, byte[] info, int length) {
        HKDFBytesGenerator generator = new HKDFBytesGenerator(digest(hash));
        generator.init(new HKDFParameters(secret, salt, info));
        byte[] key = new byte[length];
        int made = generator.generateBytes(key, 0, length);
        return whole(key, made);
    }

    /// ANSI X9.63 (RFC 5753 §7.1.6): the secret, a counter from 1, the information.
    static byte[] x963(String hash, byte[] secret, byte[] info, int length) {
        KDF2BytesGenerator generator = new KDF2BytesGenerator(digest(hash));
        generator.init(new KDFParameters(secret, info));
        byte[] key = new byte[length];
        int made = generator.generateBytes(key, 0, length);
        return whole(key, made);
    }

    private static byte[] whole(byte[] key, int made) {
        if (made != key.length) {
            throw new IllegalStateException("the derived key is short");
        }
        return key;
    }

    private static Digest digest(String hash) {
        return switch (hash) {
            case "SHA-1" -> new SHA1Digest();
            case "SHA-224" -> new SHA224Digest();
            case "SHA-256" -> SHA256Digest.newInstance();
            case "SHA-384" -> new SHA384Digest();
            case "SHA-512" -> new SHA512Digest();
            default -> throw new IllegalArgumentException("no hash for deriving keys: " + hash);
        };
    }
}
