package org.waxwing.crypto.smime.identity;

import com.google.errorprone.annotations.MustBeClosed;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.cms.GCMParameters;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.EncryptionScheme;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.waxwing.crypto.cert.IdentityProblem;
import org.waxwing.crypto.cert.LockStrength;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.crypto.secret.SecretBytes;

/// Locks private keys under a passphrase and opens them again: PKCS#8 with PBES2, AES-256 and
/// PBKDF2-HMAC-SHA256 (RFC 5958 §3, RFC 8018 §6.2).
public final class PrivateKeyLock {
    /// What came of unlocking.
    public sealed interface Unlocking {
        /// @param pkcs8 a PrivateKeyInfo in DER; the receiver closes it
        record Unlocked(SecretBytes pkcs8) implements Unlocking {
            @Override
            public String toString() {
                return "Unlocked[redacted]";
            }
        }

        record Refused(IdentityProblem problem) implements Unlocking {}
    }

    /// For a person's passphrase, about a quarter of a second; what OWASP advises in 2023.
    static final int ROUNDS = 600_000;

    /// For a person's passphrase with the quicker HMAC-SHA1: the most that our own reader takes.
    private static final int ROUNDS_OF_SHA1 = 1_000_000;

    /// For a random secret, which nobody guesses: the fewest that any reader accepts.
    private static final int ROUNDS_FOR_RANDOM = 1_000;

    private static final int SALT = 16;
    private static final int KEY = 32;
    private static final int KEY_FOR_OTHERS = 16;
    private static final int NONCE = 12;
    private static final int TAG = 16;

    private final SecureRandom random;

    public PrivateKeyLock(SecureRandom random) {
        this.random = random;
    }

    /// Locks a PrivateKeyInfo for keeping. The cipher is AES-256-GCM, so that a locked key that somebody
    /// changed on the disk is refused rather than used: an RSA key with one wrong number gives itself away
    /// with its first signature.
    public Octets lock(SecretBytes pkcs8, Passphrase passphrase, LockStrength strength) {
        byte[] nonce = fresh(NONCE);
        int rounds = switch (strength) {
            case CHOSEN_BY_A_PERSON -> ROUNDS;
            case RANDOM_SECRET -> ROUNDS_FOR_RANDOM;
        };
        return lock(
                pkcs8,
                passphrase,
                new PBKDF2Params(fresh(SALT), rounds, KEY, hmacSha256()),
                KEY,
                new EncryptionScheme(NISTObjectIdentifiers.id_aes256_GCM, new GCMParameters(nonce, TAG)),
                cipher("AES/GCM/NoPadding", new GCMParameterSpec(8 * TAG, nonce)));
    }

    /// Locks a PrivateKeyInfo for other programs, in the one form without an outdated cipher that all of
    /// those measured in 2026 read, GnuPG 2.2 with them: AES-128-CBC, and PBKDF2 with its default HMAC-SHA1
    /// and no parameter that may be left out (RFC 8018 Appendix A.2).
    Octets lockForOthers(SecretBytes pkcs8, Passphrase passphrase) {
        byte[] iv = fresh(16);
        ASN1Encodable parameters = new DEROctetString(iv);
        return lock(
                pkcs8,
                passphrase,
                new PBKDF2Params(fresh(SALT), ROUNDS_OF_SHA1),
                KEY_FOR_OTHERS,
                new EncryptionScheme(NISTObjectIdentifiers.id_aes128_CBC, parameters),
                cipher("AES/CBC/PKCS5Padding", new IvParameterSpec(iv)));
    }

    /// The PrivateKeyInfo inside an EncryptedPrivateKeyInfo.
    @SuppressWarnings("MustBeClosed") // by the receiver
    public Unlocking unlock(Octets locked, Passphrase passphrase) {
        try {
            return new Unlocking.Unlocked(open(locked, passphrase));
        } catch (Refusal refusal) {
            return new Unlocking.Refused(refusal.problem());
        }
    }

    @MustBeClosed
    static SecretBytes open(Octets locked, Passphrase passphrase) throws Refusal {
        EncryptedPrivateKeyInfo info = parsed(locked);
        PasswordEncryption encryption = new PasswordEncryption(new KeyDerivation(new WorkBudget(() -> false)));
        return SecretBytes.taking(encryption.open(
                info.getEncryptionAlgorithm(), info.getEncryptedData(), passphrase, PrivateKeyLock::checked));
    }

    private static EncryptedPrivateKeyInfo parsed(Octets locked) throws Refusal {
        try {
            return EncryptedPrivateKeyInfo.getInstance(Der.sequence(locked.toByteArray()));
        } catch (IllegalArgumentException | IllegalStateException | ClassCastException broken) {
            throw new Refusal(IdentityProblem.MALFORMED);
        }
    }

    private static byte[] checked(byte[] clear) throws Refusal {
        PrivateKeyInfo _ = PrivateKeyInfo.getInstance(Der.sequence(clear));
        return clear.clone();
    }

    private interface Sealing {
        byte[] seal(SecretKeySpec key, byte[] clear) throws GeneralSecurityException;
    }

    private static Sealing cipher(String name, java.security.spec.AlgorithmParameterSpec spec) {
        return (key, clear) -> {
            Cipher cipher = Cipher.getInstance(name);
            cipher.init(Cipher.ENCRYPT_MODE, key, spec);
            return cipher.doFinal(clear);
        };
    }

    private Octets lock(
            SecretBytes pkcs8,
            Passphrase passphrase,
            PBKDF2Params derivation,
            int length,
            EncryptionScheme scheme,
            Sealing sealing) {
        PBES2Parameters parameters =
                new PBES2Parameters(new KeyDerivationFunc(PKCSObjectIdentifiers.id_PBKDF2, derivation), scheme);
        byte[] clear = pkcs8.lend(byte[]::clone);
        try (SecretBytes secret = PassphraseForm.UTF_8.of(passphrase);
                SecretBytes key =
                        Pbes2.pbkdf2(new KeyDerivation(new WorkBudget(() -> false)), derivation, secret, length)) {
            byte[] sealed = sealing.seal(key.lend(bytes -> new SecretKeySpec(bytes, "AES")), clear);
            return Octets.of(new EncryptedPrivateKeyInfo(
                            new AlgorithmIdentifier(PKCSObjectIdentifiers.id_PBES2, parameters), sealed)
                    .getEncoded("DER"));
        } catch (GeneralSecurityException | IOException | Refusal impossible) {
            throw new IllegalStateException("the Java platform has no AES or no HMAC", impossible);
        } finally {
            java.util.Arrays.fill(clear, (byte) 0);
        }
    }

    static AlgorithmIdentifier hmacSha256() {
        return new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256, DERNull.INSTANCE);
    }

    private byte[] fresh(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
