package org.waxwing.crypto.openpgp;

import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.waxwing.crypto.openpgp.bulk.DocumentSigner;
import org.waxwing.crypto.openpgp.composite.PostQuantumSignatureGenerator;

/// Who writes signatures down, whatever the algorithm of the key is.
final class SignatureGenerators {
    private SignatureGenerators() {}

    static PGPSignatureGenerator of(DocumentSigner mathematics, PGPPublicKey key) {
        return PostQuantumKeys.isPostQuantum(key.getAlgorithm())
                ? PostQuantumSignatureGenerator.of(mathematics, key)
                : new PGPSignatureGenerator(mathematics, key);
    }
}
