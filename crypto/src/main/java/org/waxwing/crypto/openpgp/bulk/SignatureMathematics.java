package org.waxwing.crypto.openpgp.bulk;

import java.security.SecureRandom;
import java.util.Optional;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.DSADigestSigner;
import org.bouncycastle.crypto.signers.DSASigner;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.Ed448Signer;
import org.bouncycastle.crypto.signers.RSADigestSigner;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyConverter;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.openpgp.composite.PostQuantumSchemes;
import org.waxwing.crypto.openpgp.composite.PostQuantumSignature;

/// Signs and verifies digests that are ready. Bouncy Castle has the curves, [PostQuantumSignature] the
/// algorithms of RFC 9980; the hash over much data is made by the platform before.
public final class SignatureMathematics {
    private SignatureMathematics() {}

    /// Whether there is a signer for this algorithm here.
    public static boolean knows(int keyAlgorithm) {
        return switch (keyAlgorithm) {
            case 1, 3, 17, 19, 22, 27, 28 -> true;
            default -> PostQuantumSchemes.signature(keyAlgorithm).isPresent();
        };
    }

    /// Whether the signature holds.
    ///
    /// @param signature as Bouncy Castle's packets give it
    public static boolean verifies(PGPPublicKey key, int hash, byte[] digest, byte[] signature) throws PGPException {
        Optional<PostQuantumSignature> postQuantum = PostQuantumSchemes.signature(key.getAlgorithm());
        if (postQuantum.isPresent()) {
            Octets octets = Octets.of(key.getPublicKeyPacket().getKey().getEncoded());
            return postQuantum.get().verify(octets, Octets.of(digest), Octets.of(signature));
        }
        Optional<Signer> signer = signer(key.getAlgorithm(), hash, digest);
        if (signer.isEmpty()) {
            return false;
        }
        CipherParameters parameters = new BcPGPKeyConverter().getPublicKey(key);
        signer.get().init(false, parameters);
        return finish(signer.get(), digest).verifySignature(signature);
    }

    /// The signature over the digest, as Bouncy Castle's packets take it.
    static byte[] sign(PGPPrivateKey key, int keyAlgorithm, int hash, byte[] digest, SecureRandom random)
            throws PGPException {
        Optional<PostQuantumSignature> postQuantum = PostQuantumSchemes.signature(keyAlgorithm);
        if (postQuantum.isPresent()) {
            Octets secret = Octets.of(key.getPrivateKeyDataPacket().getEncoded());
            return postQuantum.get().sign(secret, Octets.of(digest), random).toByteArray();
        }
        Signer signer = signer(keyAlgorithm, hash, digest).orElseThrow(() -> new PGPException("no such signer"));
        signer.init(true, new ParametersWithRandom(new BcPGPKeyConverter().getPrivateKey(key), random));
        try {
            return finish(signer, digest).generateSignature();
        } catch (CryptoException broken) {
            throw new PGPException("the signature could not be made", broken);
        }
    }

    private static Signer finish(Signer signer, byte[] digest) {
        if (signer instanceof Ed25519Signer || signer instanceof Ed448Signer) {
            signer.update(digest, 0, digest.length);
        }
        return signer;
    }

    private static Optional<Signer> signer(int keyAlgorithm, int hash, byte[] digest) {
        Optional<ReadyDigest> ready = Hashes.name(hash).map(name -> new ReadyDigest(name, Octets.of(digest)));
        return switch (keyAlgorithm) {
            case 1, 3 -> ready.map(RSADigestSigner::new);
            case 17 -> ready.map(found -> new DSADigestSigner(new DSASigner(), found));
            case 19 -> ready.map(found -> new DSADigestSigner(new ECDSASigner(), found));
            case 22, 27 -> ready.map(_ -> new Ed25519Signer());
            case 28 -> ready.map(_ -> new Ed448Signer(new byte[0]));
            default -> Optional.empty();
        };
    }
}
