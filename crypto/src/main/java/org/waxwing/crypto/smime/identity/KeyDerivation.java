package org.waxwing.crypto.smime.identity;

import com.google.errorprone.annotations.MustBeClosed;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.SCrypt;
import org.waxwing.crypto.cert.IdentityProblem;
import org.waxwing.crypto.secret.SecretBytes;

/// Turns a passphrase into key bytes as the file says, within the budget. The rounds are run here rather
/// than in a provider because a provider can't be stopped.
final class KeyDerivation {
    /// What the bytes of RFC 7292 Appendix B.3 are for.
    enum Purpose {
        ENCRYPTION_KEY(1),
        INITIAL_VECTOR(2),
        INTEGRITY_KEY(3);

        private final byte id;

        Purpose(int id) {
            this.id = (byte) id;
        }
    }

    private static final int MOST_SALT = 1024;
    private static final int MOST_DERIVED = 128;

    private final WorkBudget budget;

    KeyDerivation(WorkBudget budget) {
        this.budget = budget;
    }

    /// The derivation of RFC 7292 Appendix B.2.
    ///
    /// @param digest a name that the Java platform knows
    /// @param passphrase in the form of RFC 7292 Appendix B.1
    /// @param length of what is wanted, in bytes
    @MustBeClosed
    SecretBytes pkcs12(String digest, SecretBytes passphrase, byte[] salt, int rounds, Purpose purpose, int length)
            throws Refusal, GeneralSecurityException {
        MessageDigest hash = MessageDigest.getInstance(digest);
        int block = digest.equals("SHA-384") || digest.equals("SHA-512") || digest.startsWith("SHA-512/") ? 128 : 64;
        int blocks = (length + hash.getDigestLength() - 1) / hash.getDigestLength();
        checkSizes(salt, length);
        budget.spend((long) rounds * blocks);
        byte[] diversifier = new byte[block];
        Arrays.fill(diversifier, purpose.id);
        byte[] input = passphrase.lend(bytes -> joined(repeated(salt, block), repeated(bytes, block)));
        byte[] derived = new byte[blocks * hash.getDigestLength()];
        for (int i = 0; i < blocks; i++) {
            hash.update(diversifier);
            byte[] a = hash.digest(input);
            for (int round = 1; round < rounds; round++) {
                budget.round();
                a = hash.digest(a);
            }
            System.arraycopy(a, 0, derived, i * a.length, a.length);
            addToEachBlock(input, repeated(a, block), block);
        }
        Arrays.fill(input, (byte) 0);
        return cut(derived, length);
    }

    /// PBKDF2 (RFC 8018 §5.2).
    ///
    /// @param mac the pseudo-random function, a name that the Java platform knows
    @MustBeClosed
    SecretBytes pbkdf2(String mac, SecretBytes passphrase, byte[] salt, int rounds, int length)
            throws Refusal, GeneralSecurityException {
        Mac function = Mac.getInstance(mac);
        checkSizes(salt, length);
        int blocks = (length + function.getMacLength() - 1) / function.getMacLength();
        budget.spend((long) rounds * blocks);
        // The platform refuses an empty key; HMAC pads any key with zeros, so one zero is the same key.
        function.init(passphrase.lend(bytes -> new SecretKeySpec(bytes.length == 0 ? new byte[1] : bytes, "PBKDF2")));
        byte[] derived = new byte[blocks * function.getMacLength()];
        for (int i = 1; i <= blocks; i++) {
            function.update(salt);
            byte[] u = function.doFinal(new byte[] {(byte) (i >>> 24), (byte) (i >>> 16), (byte) (i >>> 8), (byte) i});
            byte[] sum = u.clone();
            for (int round = 1; round < rounds; round++) {
                budget.round();
                u = function.doFinal(u);
                for (int j = 0; j < sum.length; j++) {
                    sum[j] ^= u[j];
                }
            }
            System.arraycopy(sum, 0, derived, (i - 1) * sum.length, sum.length);
        }
        return cut(derived, length);
    }

    /// PBKDF1 (RFC 8018 §5.1): as many bytes as the hash has.
    @MustBeClosed
    SecretBytes pbkdf1(MessageDigest hash, SecretBytes passphrase, byte[] salt, int rounds) throws Refusal {
        checkSizes(salt, hash.getDigestLength());
        budget.spend(rounds);
        byte[] t = passphrase.lend(bytes -> hash.digest(joined(bytes, salt)));
        for (int round = 1; round < rounds; round++) {
            budget.round();
            t = hash.digest(t);
        }
        return SecretBytes.taking(t);
    }

    /// scrypt (RFC 7914 §6).
    @MustBeClosed
    SecretBytes scrypt(SecretBytes passphrase, byte[] salt, BigInteger n, BigInteger r, BigInteger p, int length)
            throws Refusal {
        checkSizes(salt, length);
        int cost = WorkBudget.bounded(n);
        int width = WorkBudget.bounded(r);
        int lanes = WorkBudget.bounded(p);
        if (Integer.bitCount(cost) != 1) {
            throw new Refusal(IdentityProblem.MALFORMED);
        }
        budget.spendScrypt(cost, width, lanes);
        return SecretBytes.taking(passphrase.lend(bytes -> SCrypt.generate(bytes, salt, cost, width, lanes, length)));
    }

    private static void checkSizes(byte[] salt, int length) throws Refusal {
        if (salt.length > MOST_SALT || length <= 0 || length > MOST_DERIVED) {
            throw new Refusal(IdentityProblem.TOO_LARGE);
        }
    }

    @MustBeClosed
    private static SecretBytes cut(byte[] derived, int length) {
        byte[] wanted = Arrays.copyOf(derived, length);
        Arrays.fill(derived, (byte) 0);
        return SecretBytes.taking(wanted);
    }

    /// As many whole blocks as the bytes need, filled with the bytes over and over.
    private static byte[] repeated(byte[] bytes, int block) {
        byte[] filled = new byte[(bytes.length + block - 1) / block * block];
        for (int i = 0; i < filled.length; i++) {
            filled[i] = bytes[i % bytes.length];
        }
        return filled;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /// Adds `b + 1` to each block, as numbers modulo two to the power of the block's bits.
    private static void addToEachBlock(byte[] input, byte[] b, int block) {
        for (int start = 0; start < input.length; start += block) {
            int carry = 1;
            for (int i = block - 1; i >= 0; i--) {
                int sum = (input[start + i] & 0xFF) + (b[i] & 0xFF) + carry;
                input[start + i] = (byte) sum;
                carry = sum >>> 8;
            }
        }
    }
}
