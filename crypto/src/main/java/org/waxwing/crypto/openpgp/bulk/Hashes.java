package org.waxwing.crypto.openpgp.bulk;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.jcajce.provider.digest.RIPEMD160;

/// The hashes of RFC 9580 §9.5 by their numbers, as the platform has them.
public final class Hashes {
    /// RIPEMD-160, which the platform doesn't have.
    private static final int RIPEMD_160 = 3;

    private static final Map<Integer, String> NAMES = Map.of(
            1,
            "MD5",
            2,
            "SHA-1",
            RIPEMD_160,
            "RIPEMD160",
            8,
            "SHA-256",
            9,
            "SHA-384",
            10,
            "SHA-512",
            11,
            "SHA-224",
            12,
            "SHA3-256",
            14,
            "SHA3-512");

    /// How many octets of salt a version 6 signature has (RFC 9580 §9.5, table 23).
    private static final Map<Integer, Integer> SALTS = Map.of(8, 16, 9, 24, 10, 32, 11, 16, 12, 16, 14, 32);

    private Hashes() {}

    /// A fresh hash; nothing where the number means none. Every one of them can be cloned.
    public static Optional<MessageDigest> of(int algorithm) {
        if (algorithm == RIPEMD_160) {
            return Optional.of(new RIPEMD160.Digest());
        }
        return name(algorithm).map(Hashes::platform);
    }

    /// The name that the platform and Bouncy Castle know it by.
    public static Optional<String> name(int algorithm) {
        return Optional.ofNullable(NAMES.get(algorithm));
    }

    /// The length of the salt of a version 6 signature; nothing where the hash may not be used there.
    public static Optional<Integer> saltLength(int algorithm) {
        return Optional.ofNullable(SALTS.get(algorithm));
    }

    /// SHA-1 as the modification detection code is made (RFC 9580 §5.13.1).
    static MessageDigest sha1() {
        return platform("SHA-1");
    }

    private static MessageDigest platform(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("the platform has no " + name, missing);
        }
    }
}
