package org.waxwing.crypto.openpgp.composite;

import java.security.SecureRandom;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.generators.SLHDSAKeyPairGenerator;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.params.SLHDSAKeyGenerationParameters;
import org.bouncycastle.crypto.params.SLHDSAParameters;
import org.bouncycastle.crypto.params.SLHDSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.SLHDSAPublicKeyParameters;
import org.bouncycastle.crypto.signers.SLHDSASigner;
import org.waxwing.crypto.mime.Octets;

/// SLH-DSA, which stands alone: its safety rests on hashes only (RFC 9980 §6).
public final class HashBasedSignature implements PostQuantumSignature {
    public static final HashBasedSignature SLH_DSA_SHAKE_128S =
            new HashBasedSignature(32, "SLH-DSA-SHAKE-128s", SLHDSAParameters.shake_128s, 32, 7_856);
    public static final HashBasedSignature SLH_DSA_SHAKE_128F =
            new HashBasedSignature(33, "SLH-DSA-SHAKE-128f", SLHDSAParameters.shake_128f, 32, 17_088);
    public static final HashBasedSignature SLH_DSA_SHAKE_256S =
            new HashBasedSignature(34, "SLH-DSA-SHAKE-256s", SLHDSAParameters.shake_256s, 64, 29_792);

    private final int algorithm;
    private final String title;
    private final SLHDSAParameters parameters;
    private final int publicLength;
    private final int signatureLength;

    private HashBasedSignature(
            int algorithm, String title, SLHDSAParameters parameters, int publicLength, int signatureLength) {
        this.algorithm = algorithm;
        this.title = title;
        this.parameters = parameters;
        this.publicLength = publicLength;
        this.signatureLength = signatureLength;
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
        return publicLength;
    }

    @Override
    public int secretLength() {
        return 2 * publicLength;
    }

    @Override
    public int signatureLength() {
        return signatureLength;
    }

    @Override
    public boolean isSound(Octets publicKey) {
        return publicKey.length() == publicLength;
    }

    /// The secret holds the public key in its second half (RFC 9980 §6.2.2).
    @Override
    public boolean belong(Octets secretKey, Octets publicKey) {
        return secretKey.length() == secretLength()
                && secretKey.slice(publicLength, secretKey.length()).equals(publicKey);
    }

    @Override
    public KeyOctets generate(SecureRandom random) {
        SLHDSAKeyPairGenerator generator = new SLHDSAKeyPairGenerator();
        generator.init(new SLHDSAKeyGenerationParameters(random, parameters));
        AsymmetricCipherKeyPair pair = generator.generateKeyPair();
        return new KeyOctets(
                Octets.of(((SLHDSAPublicKeyParameters) pair.getPublic()).getEncoded()),
                Octets.of(((SLHDSAPrivateKeyParameters) pair.getPrivate()).getEncoded()));
    }

    @Override
    public Octets sign(Octets secretKey, Octets digest, SecureRandom random) {
        SLHDSASigner signer = new SLHDSASigner();
        signer.init(
                true,
                new ParametersWithRandom(new SLHDSAPrivateKeyParameters(parameters, secretKey.toByteArray()), random));
        return Octets.of(signer.generateSignature(digest.toByteArray()));
    }

    @Override
    public boolean verify(Octets publicKey, Octets digest, Octets signature) {
        if (signature.length() != signatureLength || digest.length() < SHORTEST_DIGEST) {
            return false;
        }
        SLHDSASigner verifier = new SLHDSASigner();
        verifier.init(false, new SLHDSAPublicKeyParameters(parameters, publicKey.toByteArray()));
        return verifier.verifySignature(digest.toByteArray(), signature.toByteArray());
    }
}
