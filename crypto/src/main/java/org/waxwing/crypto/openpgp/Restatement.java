package org.waxwing.crypto.openpgp;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.bcpg.SignatureSubpacket;
import org.bouncycastle.bcpg.SignatureSubpacketTags;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;

/// An earlier statement said again with one thing changed: what the owner said before about preferences,
/// flags and whatever else stays as it was.
final class Restatement {
    /// About one signature alone, so not to be carried over to another.
    private static final Set<Integer> OF_ONE_SIGNATURE = Set.of(
            SignatureSubpacketTags.CREATION_TIME,
            SignatureSubpacketTags.EXPIRE_TIME,
            SignatureSubpacketTags.ISSUER_KEY_ID,
            SignatureSubpacketTags.ISSUER_FINGERPRINT,
            SignatureSubpacketTags.SIGNATURE_TARGET);

    private Restatement() {}

    /// The same as before; of a statement that we made sense of when the certificate was read.
    static PGPSignatureSubpacketGenerator of(SelfSignature before) {
        PGPSignature signature = Bcpg.signature(before.packet()).orElseThrow();
        PGPSignatureSubpacketGenerator says = new PGPSignatureSubpacketGenerator();
        for (SignatureSubpacket part : signature.getHashedSubPackets().toArray()) {
            if (!OF_ONE_SIGNATURE.contains(part.getType())) {
                says.addCustomSubpacket(part);
            }
        }
        boolean hashed = says.hasSubpacket(SignatureSubpacketTags.EMBEDDED_SIGNATURE);
        if (!hashed) {
            // A subkey's consent often stands in the part that the signature doesn't cover.
            for (SignatureSubpacket part :
                    signature.getUnhashedSubPackets().getSubpackets(SignatureSubpacketTags.EMBEDDED_SIGNATURE)) {
                says.addCustomSubpacket(part);
            }
        }
        return says;
    }

    /// The same with another end of the key that it is about.
    static PGPSignatureSubpacketGenerator ending(SelfSignature before, Instant created, Optional<Instant> ends) {
        PGPSignatureSubpacketGenerator says = of(before);
        says.removePacketsOfType(SignatureSubpacketTags.KEY_EXPIRE_TIME);
        ends.ifPresent(end -> says.setKeyExpirationTime(true, end.getEpochSecond() - created.getEpochSecond()));
        return says;
    }

    /// The same, but as the primary user id's or not.
    static PGPSignatureSubpacketGenerator primary(SelfSignature before, boolean primary) {
        PGPSignatureSubpacketGenerator says = of(before);
        says.removePacketsOfType(SignatureSubpacketTags.PRIMARY_USER_ID);
        if (primary) {
            says.setPrimaryUserID(false, true);
        }
        return says;
    }
}
