package org.waxwing.crypto.openpgp;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.RIPEMD160Digest;

/// One hash over several pieces in a row, by the Java platform where it has the hash.
interface Hashes {
    void update(byte[] bytes);

    byte[] finish();

    /// Nothing where the number is not one of RFC 9580 §9.5.
    static Optional<Hashes> by(int hash) {
        return switch (hash) {
            case 1 -> Optional.of(platform("MD5"));
            case 2 -> Optional.of(platform("SHA-1"));
            case 3 -> Optional.of(own(new RIPEMD160Digest()));
            case 8 -> Optional.of(platform("SHA-256"));
            case 9 -> Optional.of(platform("SHA-384"));
            case 10 -> Optional.of(platform("SHA-512"));
            case 11 -> Optional.of(platform("SHA-224"));
            case 12 -> Optional.of(platform("SHA3-256"));
            case 14 -> Optional.of(platform("SHA3-512"));
            default -> Optional.empty();
        };
    }

    private static Hashes platform(String name) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException broken) {
            throw new IllegalStateException("the Java platform lacks " + name, broken);
        }
        return new Hashes() {
            @Override
            public void update(byte[] bytes) {
                digest.update(bytes);
            }

            @Override
            public byte[] finish() {
                return digest.digest();
            }
        };
    }

    private static Hashes own(Digest digest) {
        return new Hashes() {
            @Override
            public void update(byte[] bytes) {
                digest.update(bytes, 0, bytes.length);
            }

            @Override
            public byte[] finish() {
                byte[] result = new byte[digest.getDigestSize()];
                int _ = digest.doFinal(result, 0);
                return result;
            }
        };
    }
}
