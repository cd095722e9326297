package org.waxwing.crypto.openpgp.composite;

import java.security.SecureRandom;
import java.util.OptionalInt;
import org.bouncycastle.bcpg.ContainedPacket;
import org.bouncycastle.bcpg.PublicKeyEncSessionPacket;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.operator.PGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.PGPKeyEncryptionMethodGenerator;
import org.waxwing.crypto.mime.Octets;

/// One recipient of a message, reached by a composite algorithm (RFC 9980 §4.3.1).
public final class PostQuantumRecipient implements PGPKeyEncryptionMethodGenerator {
    private final CompositeKem kem;
    private final PGPPublicKey key;
    private final SecureRandom random;

    /// @param key one of the scheme, found sound
    public PostQuantumRecipient(CompositeKem kem, PGPPublicKey key, SecureRandom random) {
        this.kem = kem;
        this.key = key;
        this.random = random;
    }

    /// A packet of version 6 before data of version 2, else of version 3 (RFC 9580 §10.3.2.1).
    @Override
    public ContainedPacket generate(PGPDataEncryptorBuilder encryptor, byte[] sessionKey) {
        boolean version6 = encryptor.getAeadAlgorithm() > 0 && !encryptor.isV5StyleAEAD();
        OptionalInt cipher = version6 ? OptionalInt.empty() : OptionalInt.of(encryptor.getAlgorithm());
        Octets publicKey = Octets.of(key.getPublicKeyPacket().getKey().getEncoded());
        byte[][] fields = {
            SessionKeyFields.seal(kem, publicKey, cipher, sessionKey, random).toByteArray()
        };
        return version6
                ? PublicKeyEncSessionPacket.createV6PKESKPacket(
                        key.getVersion(), key.getFingerprint(), kem.algorithm(), fields)
                : PublicKeyEncSessionPacket.createV3PKESKPacket(key.getKeyID(), kem.algorithm(), fields);
    }
}
