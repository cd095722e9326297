package org.waxwing.crypto.secret;

import com.google.errorprone.annotations.MustBeClosed;
import java.security.SecureRandom;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.waxwing.crypto.mime.Octets;

/// Turns a passphrase into key bytes at a cost that makes guessing slow: Argon2id, version 0x13 (RFC 9106
/// §3.1).
///
/// The parameters may come from a file that somebody else wrote, so every one of them is bounded and so is
/// the work that they ask for together.
///
/// @param memoryKiB at least 8 for each lane, at most 1 GiB
/// @param passes 1 to 16
/// @param lanes 1 to 4
/// @param salt 16 to 64 bytes, random
public record PassphraseKdf(int memoryKiB, int passes, int lanes, Octets salt) {
    /// More memory than this is refused.
    public static final int MAX_MEMORY_KIB = 1 << 20;

    private static final int MAX_PASSES = 16;
    private static final int MAX_LANES = 4;
    private static final long MAX_WORK_KIB = 4L * MAX_MEMORY_KIB;
    private static final int MIN_SALT = 16;
    private static final int MAX_SALT = 64;

    public PassphraseKdf {
        if (!acceptable(memoryKiB, passes, lanes) || salt.length() < MIN_SALT || salt.length() > MAX_SALT) {
            throw new IllegalArgumentException("these Argon2id parameters are out of bounds");
        }
    }

    /// Whether these parameters are within the bounds: neither useless nor a trap that eats memory.
    public static boolean acceptable(int memoryKiB, int passes, int lanes) {
        return lanes >= 1
                && lanes <= MAX_LANES
                && passes >= 1
                && passes <= MAX_PASSES
                && memoryKiB >= 8 * lanes
                && memoryKiB <= MAX_MEMORY_KIB
                && (long) memoryKiB * passes <= MAX_WORK_KIB;
    }

    /// This release's cost with a fresh salt: 64 MiB, three passes, one lane (RFC 9106 §4 with less
    /// parallelism), about a fifth of a second.
    public static PassphraseKdf fresh(SecureRandom random) {
        byte[] salt = new byte[MIN_SALT];
        random.nextBytes(salt);
        return new PassphraseKdf(64 * 1024, 3, 1, Octets.of(salt));
    }

    /// The key bytes for the passphrase, read as UTF-8.
    ///
    /// @param length of the key in bytes
    @MustBeClosed
    public SecretBytes derive(Passphrase passphrase, int length) {
        Argon2Parameters parameters = new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKiB)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt.toByteArray())
                .build();
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(parameters);
        byte[] derived = new byte[length];
        int made = passphrase.lend(characters -> generator.generateBytes(characters, derived));
        if (made != length) {
            throw new IllegalStateException("the derived key is short");
        }
        return SecretBytes.taking(derived);
    }
}
