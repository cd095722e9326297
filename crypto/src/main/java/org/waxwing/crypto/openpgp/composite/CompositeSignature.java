package org.waxwing.crypto.openpgp.composite;

import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.MLDSAPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.MLDSASigner;
import org.waxwing.crypto.mime.Octets;

/// EdDSA and ML-DSA side by side (RFC 9980 §5.2): two signatures over one digest, of which both must hold.
/// On the wire EdDSA's part stands first; ML-DSA's secret is its seed of 32 octets (RFC 9980 §5.3.2).
public final class CompositeSignature implements PostQuantumSignature {
    public static final CompositeSignature ML_DSA_65_ED25519 = new CompositeSignature(
            30, "ML-DSA-65+Ed25519", MLDSAParameters.ml_dsa_65, 1952, 3309, EdwardsCurve.ED25519);
    public static final CompositeSignature ML_DSA_87_ED448 =
            new CompositeSignature(31, "ML-DSA-87+Ed448", MLDSAParameters.ml_dsa_87, 2592, 4627, EdwardsCurve.ED448);

    private static final int SEED = 32;

    private final int algorithm;
    private final String title;
    private final MLDSAParameters parameters;
    private final int mlDsaPublicLength;
    private final int mlDsaSignatureLength;
    private final EdwardsCurve curve;

    private CompositeSignature(
            int algorithm,
            String title,
            MLDSAParameters parameters,
            int mlDsaPublicLength,
            int mlDsaSignatureLength,
            EdwardsCurve curve) {
        this.algorithm = algorithm;
        this.title = title;
        this.parameters = parameters;
        this.mlDsaPublicLength = mlDsaPublicLength;
        this.mlDsaSignatureLength = mlDsaSignatureLength;
        this.curve = curve;
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
        return curve.length() + mlDsaPublicLength;
    }

    @Override
    public int secretLength() {
        return curve.length() + SEED;
    }

    @Override
    public int signatureLength() {
        return curve.signatureLength() + mlDsaSignatureLength;
    }

    /// Every string of the right length is a key of ML-DSA; not every one is a point.
    @Override
    public boolean isSound(Octets publicKey) {
        return publicKey.length() == publicLength() && curve.isSound(before(publicKey, curve.length()));
    }

    @Override
    public boolean belong(Octets secretKey, Octets publicKey) {
        return secretKey.length() == secretLength()
                && publicOf(before(secretKey, curve.length()), after(secretKey, curve.length()))
                        .equals(publicKey);
    }

    private Octets publicOf(byte[] scalar, byte[] seed) {
        return joined(curve.publicOf(scalar), new MLDSAPrivateKeyParameters(parameters, seed).getPublicKey());
    }

    private static byte[] before(Octets octets, int end) {
        return octets.slice(0, end).toByteArray();
    }

    private static byte[] after(Octets octets, int start) {
        return octets.slice(start, octets.length()).toByteArray();
    }

    private static Octets joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return Octets.of(both);
    }

    @Override
    public KeyOctets generate(SecureRandom random) {
        byte[] scalar = curve.newSecret(random);
        byte[] seed = new byte[SEED];
        random.nextBytes(seed);
        return new KeyOctets(publicOf(scalar, seed), joined(scalar, seed));
    }

    @Override
    public Octets sign(Octets secretKey, Octets digest, SecureRandom random) {
        byte[] message = digest.toByteArray();
        MLDSASigner signer = new MLDSASigner();
        signer.init(
                true,
                new ParametersWithRandom(
                        new MLDSAPrivateKeyParameters(parameters, after(secretKey, curve.length())), random));
        signer.update(message, 0, message.length);
        try {
            return joined(curve.sign(before(secretKey, curve.length()), message), signer.generateSignature());
        } catch (CryptoException broken) {
            throw new IllegalStateException("ML-DSA failed on our own key", broken);
        }
    }

    /// Both halves are always computed: how long it takes tells nobody which of them failed.
    @Override
    public boolean verify(Octets publicKey, Octets digest, Octets signature) {
        if (signature.length() != signatureLength() || digest.length() < SHORTEST_DIGEST) {
            return false;
        }
        byte[] message = digest.toByteArray();
        MLDSASigner verifier = new MLDSASigner();
        verifier.init(false, new MLDSAPublicKeyParameters(parameters, after(publicKey, curve.length())));
        verifier.update(message, 0, message.length);
        boolean mlDsa = verifier.verifySignature(after(signature, curve.signatureLength()));
        boolean edDsa =
                curve.verify(before(publicKey, curve.length()), message, before(signature, curve.signatureLength()));
        return mlDsa && edDsa;
    }
}
