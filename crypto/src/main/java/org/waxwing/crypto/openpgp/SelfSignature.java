package org.waxwing.crypto.openpgp;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.bouncycastle.bcpg.SignatureSubpacketTags;
import org.bouncycastle.bcpg.sig.Features;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureSubpacketVector;

/// What the owner of a key said about a part of it, after the mathematics was found to hold.
///
/// @param expires when the statement itself ends
/// @param keyValiditySeconds how long the key lives after its creation; 0 for ever
/// @param keyFlags what the key is for, when the statement says so (RFC 9580 §5.2.3.29)
/// @param backSigned whether a subkey that signs agreed to be bound (RFC 9580 §5.2.1.10)
/// @param hardRevocation whether a revocation reaches back before its date (RFC 9580 §5.2.3.31)
record SelfSignature(
        RawPacket packet,
        int type,
        Instant created,
        Optional<Instant> expires,
        int hash,
        long keyValiditySeconds,
        OptionalInt keyFlags,
        boolean primaryUserId,
        boolean readsVersion2,
        boolean backSigned,
        boolean hardRevocation) {
    static final int CERTIFY = 0x01;
    static final int SIGN = 0x02;
    static final int ENCRYPT = 0x04 | 0x08;

    static SelfSignature of(RawPacket packet, PGPSignature signature, boolean backSigned) {
        PGPSignatureSubpacketVector hashed = signature.getHashedSubPackets();
        Instant created = signature.getCreationTime().toInstant();
        long lifetime = hashed.getSignatureExpirationTime();
        Features features = hashed.getFeatures();
        return new SelfSignature(
                packet,
                signature.getSignatureType(),
                created,
                lifetime > 0 ? Optional.of(created.plusSeconds(lifetime)) : Optional.empty(),
                signature.getHashAlgorithm(),
                hashed.getKeyExpirationTime(),
                hashed.hasSubpacket(SignatureSubpacketTags.KEY_FLAGS)
                        ? OptionalInt.of(hashed.getKeyFlags())
                        : OptionalInt.empty(),
                hashed.isPrimaryUserID(),
                features != null && features.supportsSEIPDv2(),
                backSigned,
                signature.isHardRevocation());
    }

    boolean isRevocation() {
        return type == PGPSignature.KEY_REVOCATION
                || type == PGPSignature.SUBKEY_REVOCATION
                || type == PGPSignature.CERTIFICATION_REVOCATION;
    }

    boolean inForce(Instant at) {
        return expires.map(end -> end.isAfter(at)).orElse(true);
    }
}
