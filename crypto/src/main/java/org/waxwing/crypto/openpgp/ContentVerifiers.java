package org.waxwing.crypto.openpgp;

import java.util.Set;
import org.bouncycastle.bcpg.ECPublicBCPGKey;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.operator.PGPContentVerifier;
import org.bouncycastle.openpgp.operator.PGPContentVerifierBuilder;
import org.bouncycastle.openpgp.operator.PGPContentVerifierBuilderProvider;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPContentVerifierBuilderProvider;

/// Who does the mathematics of a signature: the Java platform for RSA and ECDSA, where it is several times
/// faster (Bouncy Castle tests every RSA modulus anew), Bouncy Castle for everything else and for keys that
/// the platform doesn't take.
final class ContentVerifiers implements PGPContentVerifierBuilderProvider {
    /// RSA, RSA to sign only, ECDSA (RFC 9580 §9.1).
    private static final Set<Integer> FASTER = Set.of(1, 3, 19);

    private static final Set<Integer> HASHES = Set.of(
            HashAlgorithmTags.SHA1,
            HashAlgorithmTags.SHA224,
            HashAlgorithmTags.SHA256,
            HashAlgorithmTags.SHA384,
            HashAlgorithmTags.SHA512);

    /// NIST P-256, P-384 and P-521.
    private static final Set<String> CURVES = Set.of("1.2.840.10045.3.1.7", "1.3.132.0.34", "1.3.132.0.35");

    private final BcPGPContentVerifierBuilderProvider everything = new BcPGPContentVerifierBuilderProvider();
    private final JcaPGPContentVerifierBuilderProvider platform = new JcaPGPContentVerifierBuilderProvider();

    @Override
    public PGPContentVerifierBuilder get(int keyAlgorithm, int hash) throws PGPException {
        PGPContentVerifierBuilder any = everything.get(keyAlgorithm, hash);
        if (!FASTER.contains(keyAlgorithm) || !HASHES.contains(hash)) {
            return any;
        }
        PGPContentVerifierBuilder fast = platform.get(keyAlgorithm, hash);
        return key -> known(key) ? first(fast, any, key) : any.build(key);
    }

    /// RSA of any size, and the curves that the platform has; it fails late, at the signature, on the
    /// others.
    private static boolean known(PGPPublicKey key) {
        return !(key.getPublicKeyPacket().getKey() instanceof ECPublicBCPGKey curve)
                || CURVES.contains(curve.getCurveOID().getId());
    }

    private static PGPContentVerifier first(
            PGPContentVerifierBuilder fast, PGPContentVerifierBuilder any, PGPPublicKey key) throws PGPException {
        try {
            return fast.build(key);
        } catch (PGPException _) {
            // A size that the platform doesn't know.
            return any.build(key);
        }
    }
}
