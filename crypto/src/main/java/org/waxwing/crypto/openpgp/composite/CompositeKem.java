package org.waxwing.crypto.openpgp.composite;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.SecretWithEncapsulation;
import org.bouncycastle.crypto.kems.MLKEMExtractor;
import org.bouncycastle.crypto.kems.MLKEMGenerator;
import org.bouncycastle.crypto.params.MLKEMParameters;
import org.bouncycastle.crypto.params.MLKEMPrivateKeyParameters;
import org.bouncycastle.crypto.params.MLKEMPublicKeyParameters;
import org.waxwing.crypto.mime.Octets;

/// ML-KEM and a Diffie-Hellman curve side by side (RFC 9980 §4.2). On the wire the curve's part stands
/// first; ML-KEM's secret is its seed of 64 octets, expanded at each use (RFC 9980 §4.3.2).
public final class CompositeKem implements PostQuantumScheme {
    public static final CompositeKem ML_KEM_768_X25519 = new CompositeKem(
            35, "ML-KEM-768+X25519", MLKEMParameters.ml_kem_768, 1184, 1088, MontgomeryCurve.CURVE25519);
    public static final CompositeKem ML_KEM_1024_X448 =
            new CompositeKem(36, "ML-KEM-1024+X448", MLKEMParameters.ml_kem_1024, 1568, 1568, MontgomeryCurve.CURVE448);

    private static final int SEED = 64;

    /// The prime over which ML-KEM computes (FIPS 203).
    private static final int MODULUS = 3329;

    private final int algorithm;
    private final String title;
    private final MLKEMParameters parameters;
    private final int mlKemPublicLength;
    private final int mlKemCiphertextLength;
    private final MontgomeryCurve curve;

    private CompositeKem(
            int algorithm,
            String title,
            MLKEMParameters parameters,
            int mlKemPublicLength,
            int mlKemCiphertextLength,
            MontgomeryCurve curve) {
        this.algorithm = algorithm;
        this.title = title;
        this.parameters = parameters;
        this.mlKemPublicLength = mlKemPublicLength;
        this.mlKemCiphertextLength = mlKemCiphertextLength;
        this.curve = curve;
    }

    /// What goes to the recipient, and the key that both then have.
    record Encapsulated(Octets ciphertext, Octets key) {
        @Override
        public String toString() {
            return "Encapsulated[redacted]";
        }
    }

    @Override
    public int algorithm() {
        return algorithm;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public int publicLength() {
        return curve.length() + mlKemPublicLength;
    }

    @Override
    public int secretLength() {
        return curve.length() + SEED;
    }

    /// In octets, of both halves.
    int ciphertextLength() {
        return curve.length() + mlKemCiphertextLength;
    }

    @Override
    public boolean isAllowedIn(int keyVersion) {
        return keyVersion == 6 || (keyVersion == 4 && algorithm == 35);
    }

    @Override
    public boolean isSound(Octets publicKey) {
        return publicKey.length() == publicLength()
                && curve.isSound(first(publicKey))
                && areInRange(publicKey.slice(curve.length(), publicKey.length() - 32));
    }

    /// Two coefficients lie in three octets (FIPS 203 §4.2.1, §7.2).
    private static boolean areInRange(Octets coefficients) {
        boolean inRange = true;
        for (int i = 0; i < coefficients.length(); i += 3) {
            int middle = coefficients.at(i + 1);
            inRange &= (coefficients.at(i) | (middle & 0x0F) << 8) < MODULUS
                    && (middle >> 4 | coefficients.at(i + 2) << 4) < MODULUS;
        }
        return inRange;
    }

    @Override
    public boolean belong(Octets secretKey, Octets publicKey) {
        return secretKey.length() == secretLength()
                && Octets.of(curve.publicOf(first(secretKey))).equals(publicKey.slice(0, curve.length()))
                && Octets.of(expanded(secretKey).getPublicKey())
                        .equals(publicKey.slice(curve.length(), publicKey.length()));
    }

    private byte[] first(Octets octets) {
        return octets.slice(0, curve.length()).toByteArray();
    }

    private byte[] second(Octets octets) {
        return octets.slice(curve.length(), octets.length()).toByteArray();
    }

    private MLKEMPrivateKeyParameters expanded(Octets secretKey) {
        return new MLKEMPrivateKeyParameters(parameters, second(secretKey));
    }

    @Override
    public KeyOctets generate(SecureRandom random) {
        byte[] scalar = curve.newSecret(random);
        byte[] seed = new byte[SEED];
        random.nextBytes(seed);
        byte[] point = curve.publicOf(scalar);
        byte[] mlKem = new MLKEMPrivateKeyParameters(parameters, seed).getPublicKey();
        return new KeyOctets(joined(point, mlKem), joined(scalar, seed));
    }

    private static Octets joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return Octets.of(both);
    }

    /// A fresh key for the recipient (RFC 9980 §4.2.3).
    ///
    /// @param publicKey one that [#isSound]; another is an `IllegalArgumentException`
    Encapsulated encapsulate(Octets publicKey, SecureRandom random) {
        byte[] recipient = first(publicKey);
        byte[] scalar = curve.newSecret(random);
        byte[] point = curve.publicOf(scalar);
        byte[] ecdhShare = curve.agree(scalar, recipient)
                .orElseThrow(() -> new IllegalArgumentException("a public key of small order"));
        SecretWithEncapsulation mlKem = new MLKEMGenerator(random)
                .generateEncapsulated(new MLKEMPublicKeyParameters(parameters, second(publicKey)));
        byte[] key = KeyCombiner.combine(mlKem.getSecret(), ecdhShare, point, recipient, algorithm);
        return new Encapsulated(joined(point, mlKem.getEncapsulation()), Octets.of(key));
    }

    /// The key that an encapsulation holds (RFC 9980 §4.2.4). Altered octets give another key or nothing;
    /// that it is the right one shows only where it is used.
    Optional<Octets> decapsulate(Octets secretKey, Octets ciphertext) {
        if (ciphertext.length() != ciphertextLength()) {
            return Optional.empty();
        }
        byte[] scalar = first(secretKey);
        byte[] point = first(ciphertext);
        byte[] mlKemShare = new MLKEMExtractor(expanded(secretKey)).extractSecret(second(ciphertext));
        return curve.agree(scalar, point)
                .map(ecdhShare -> KeyCombiner.combine(mlKemShare, ecdhShare, point, curve.publicOf(scalar), algorithm))
                .map(Octets::of);
    }
}
