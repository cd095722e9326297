package org.waxwing.crypto.openpgp;

import java.time.Duration;
import java.util.Optional;
import org.bouncycastle.bcpg.AEADAlgorithmTags;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.bcpg.sig.Features;
import org.bouncycastle.bcpg.sig.PreferredAEADCiphersuites.Combination;
import org.bouncycastle.bcpg.sig.RevocationReasonTags;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.waxwing.crypto.cert.Objection.Purpose;
import org.waxwing.crypto.cert.RevocationReason;

/// What the owner of a new key says about its parts, in the subpackets of RFC 9580 §5.2.3.7.
final class NewStatements {
    private static final int[] CIPHERS = {9, 8, 7};
    private static final int[] HASHES = {10, 8, 9};
    private static final int[] COMPRESSIONS = {0, 2, 1};

    private NewStatements() {}

    /// About the whole of a key: what it is for, what its owner's program prefers and reads.
    static PGPSignatureSubpacketGenerator wholeKey(int version, Optional<Duration> validity) {
        PGPSignatureSubpacketGenerator says = validFor(validity);
        says.setKeyFlags(true, SelfSignature.CERTIFY | SelfSignature.SIGN);
        says.setPreferredSymmetricAlgorithms(false, CIPHERS);
        says.setPreferredHashAlgorithms(false, HASHES);
        says.setPreferredCompressionAlgorithms(false, COMPRESSIONS);
        if (version == 6) {
            says.setPreferredAEADCiphersuites(false, new Combination[] {
                new Combination(SymmetricKeyAlgorithmTags.AES_256, AEADAlgorithmTags.OCB),
                new Combination(SymmetricKeyAlgorithmTags.AES_256, AEADAlgorithmTags.GCM),
                new Combination(SymmetricKeyAlgorithmTags.AES_128, AEADAlgorithmTags.OCB)
            });
            says.setFeature(false, (byte) (Features.FEATURE_MODIFICATION_DETECTION | Features.FEATURE_SEIPD_V2));
        } else {
            // Version 2 encryption is read here too, but not asked for: GnuPG 2.2 and Thunderbird, to which
            // people take their keys, could not open such letters.
            says.setFeature(false, Features.FEATURE_MODIFICATION_DETECTION);
        }
        return says;
    }

    /// About a subkey.
    static PGPSignatureSubpacketGenerator subkey(Purpose purpose, Optional<Duration> validity) {
        PGPSignatureSubpacketGenerator says = validFor(validity);
        says.setKeyFlags(
                true,
                switch (purpose) {
                    case SIGN -> SelfSignature.SIGN;
                    case ENCRYPT -> SelfSignature.ENCRYPT;
                });
        return says;
    }

    /// About a part that is not to be used any more.
    static PGPSignatureSubpacketGenerator revocation(RevocationReason reason, String words) {
        PGPSignatureSubpacketGenerator says = new PGPSignatureSubpacketGenerator();
        byte code = switch (reason) {
            case UNSPECIFIED -> RevocationReasonTags.NO_REASON;
            case SUPERSEDED -> RevocationReasonTags.KEY_SUPERSEDED;
            case COMPROMISED -> RevocationReasonTags.KEY_COMPROMISED;
            case RETIRED -> RevocationReasonTags.KEY_RETIRED;
            case USER_ID_INVALID -> RevocationReasonTags.USER_NO_LONGER_VALID;
        };
        says.setRevocationReason(false, code, words);
        return says;
    }

    private static PGPSignatureSubpacketGenerator validFor(Optional<Duration> validity) {
        PGPSignatureSubpacketGenerator says = new PGPSignatureSubpacketGenerator();
        validity.ifPresent(length -> says.setKeyExpirationTime(true, length.toSeconds()));
        return says;
    }
}
