package org.waxwing.crypto.openpgp.bulk;

import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.SecureRandom;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.operator.PGPContentSigner;
import org.bouncycastle.openpgp.operator.PGPContentSignerBuilder;

/// A signer under Bouncy Castle's generator of signatures whose hash can be fed beside the generator, in
/// large pieces.
public final class DocumentSigner implements PGPContentSignerBuilder {
    private final int keyAlgorithm;
    private final int hashAlgorithm;
    private final SecureRandom random;
    private final MessageDigest hash;

    public DocumentSigner(int keyAlgorithm, int hashAlgorithm, SecureRandom random) {
        this.keyAlgorithm = keyAlgorithm;
        this.hashAlgorithm = hashAlgorithm;
        this.random = random;
        this.hash = Hashes.of(hashAlgorithm).orElseThrow();
    }

    /// To be fed with the document after the generator was initialised, which may feed a salt.
    public MessageDigest hash() {
        return hash;
    }

    @Override
    public PGPContentSigner build(int type, PGPPrivateKey key) {
        return new Content(type, key);
    }

    private final class Content implements PGPContentSigner {
        private final int type;
        private final PGPPrivateKey key;
        private byte[] digest = new byte[0];

        Content(int type, PGPPrivateKey key) {
            this.type = type;
            this.key = key;
        }

        @Override
        public OutputStream getOutputStream() {
            return new DigestCalculator.Feed(hash);
        }

        @Override
        public byte[] getDigest() {
            if (digest.length == 0) {
                digest = hash.digest();
            }
            return digest.clone();
        }

        @Override
        public byte[] getSignature() {
            try {
                return SignatureMathematics.sign(key, keyAlgorithm, hashAlgorithm, getDigest(), random);
            } catch (PGPException broken) {
                throw new IllegalStateException("unable to sign", broken);
            }
        }

        @Override
        public int getType() {
            return type;
        }

        @Override
        public int getHashAlgorithm() {
            return hashAlgorithm;
        }

        @Override
        public int getKeyAlgorithm() {
            return keyAlgorithm;
        }

        @Override
        public long getKeyID() {
            return key.getKeyID();
        }
    }
}
