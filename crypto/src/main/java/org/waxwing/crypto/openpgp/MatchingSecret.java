package org.waxwing.crypto.openpgp;

import java.util.Arrays;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyConverter;

/// Whether a secret belongs to the public key beside it. To sign by Ed25519 with a public key that an
/// attacker exchanged gives the secret away.
final class MatchingSecret {
    private MatchingSecret() {}

    static PGPPrivateKey of(PGPPrivateKey secret, PGPPublicKey key) throws PGPException {
        BcPGPKeyConverter converter = new BcPGPKeyConverter();
        return switch (key.getAlgorithm()) {
            case 22, 27 -> {
                AsymmetricKeyParameter half = converter.getPublicKey(key);
                if (half instanceof Ed25519PublicKeyParameters open
                        && converter.getPrivateKey(secret) instanceof Ed25519PrivateKeyParameters own
                        && !Arrays.equals(own.generatePublicKey().getEncoded(), open.getEncoded())) {
                    throw new PGPException("the secret belongs to another key");
                }
                yield secret;
            }
            default -> secret;
        };
    }
}
