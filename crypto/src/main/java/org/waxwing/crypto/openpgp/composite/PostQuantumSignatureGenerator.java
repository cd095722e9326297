package org.waxwing.crypto.openpgp.composite;

import java.util.Arrays;
import org.bouncycastle.bcpg.SignaturePacket;
import org.bouncycastle.bcpg.SignatureSubpacket;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketVector;
import org.bouncycastle.openpgp.operator.PGPContentSigner;
import org.bouncycastle.openpgp.operator.PGPContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/// Bouncy Castle's generator of signatures, for keys whose signatures it can't write down itself. It takes
/// the creation time and the issuer from the hashed subpackets only, so both must be in them.
public final class PostQuantumSignatureGenerator extends PGPSignatureGenerator {
    private static final int DIGEST_PREFIX = 2;

    private final Remembered builder;
    private SignatureSubpacket[] hashed = {};
    private SignatureSubpacket[] unhashed = {};

    private PostQuantumSignatureGenerator(Remembered builder, PGPPublicKey key) {
        super(builder, key);
        this.builder = builder;
    }

    /// @param mathematics whose signer gives the same digest however often it is asked
    /// @param key of version 6
    public static PGPSignatureGenerator of(PGPContentSignerBuilder mathematics, PGPPublicKey key) {
        return new PostQuantumSignatureGenerator(new Remembered(mathematics), key);
    }

    /// Remembers the signer that it made, which the superclass keeps to itself.
    private static final class Remembered implements PGPContentSignerBuilder {
        private final PGPContentSignerBuilder mathematics;
        private @Nullable PGPContentSigner signer;

        Remembered(PGPContentSignerBuilder mathematics) {
            this.mathematics = mathematics;
        }

        @Override
        public PGPContentSigner build(int type, PGPPrivateKey secret) throws PGPException {
            PGPContentSigner made = mathematics.build(type, secret);
            signer = made;
            return made;
        }

        PGPContentSigner signer() {
            if (signer == null) {
                throw new IllegalStateException("not initialised with a key");
            }
            return signer;
        }
    }

    @Override
    public void setHashedSubpackets(@Nullable PGPSignatureSubpacketVector subpackets) {
        super.setHashedSubpackets(subpackets);
        hashed = subpackets == null ? new SignatureSubpacket[0] : subpackets.toArray();
    }

    @Override
    public void setUnhashedSubpackets(@Nullable PGPSignatureSubpacketVector subpackets) {
        super.setUnhashedSubpackets(subpackets);
        unhashed = subpackets == null ? new SignatureSubpacket[0] : subpackets.toArray();
    }

    @Override
    public PGPSignature generate() throws PGPException {
        byte[] trailer = packet(new byte[DIGEST_PREFIX], new byte[0]).getSignatureTrailer();
        blockUpdate(trailer, 0, trailer.length);
        byte[] prefix = Arrays.copyOf(builder.signer().getDigest(), DIGEST_PREFIX);
        return SignatureCarrier.of(packet(prefix, builder.signer().getSignature()));
    }

    private SignaturePacket packet(byte[] prefix, byte[] signature) throws PGPException {
        PGPContentSigner signer = builder.signer();
        return new SignaturePacket(
                version,
                signer.getType(),
                signer.getKeyID(),
                signer.getKeyAlgorithm(),
                signer.getHashAlgorithm(),
                hashed,
                unhashed,
                prefix,
                signature,
                // Drawn by the superclass at the start; only the announcement tells it.
                generateOnePassVersion(false).getSalt());
    }
}
