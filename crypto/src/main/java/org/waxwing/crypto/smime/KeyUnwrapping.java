package org.waxwing.crypto.smime;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.cms.KEMRecipientInfo;
import org.bouncycastle.asn1.cms.KeyAgreeRecipientInfo;
import org.bouncycastle.asn1.cms.KeyTransRecipientInfo;
import org.bouncycastle.asn1.cms.RecipientEncryptedKey;

/// What one recipient's key makes of its entry in a message.
sealed interface KeyUnwrapping {
    /// The content key, or nothing where the entry isn't intact for this key.
    ///
    /// @param length that the content's cipher asks for
    Optional<byte[]> contentKey(UnlockedIdentity own, int length, java.security.SecureRandom random)
            throws IOException, GeneralSecurityException;

    /// Which certificate it is for.
    CertificateReference recipient();

    /// RSA (RFC 5652 §6.2.1).
    record Transport(KeyTransRecipientInfo info) implements KeyUnwrapping {
        @Override
        public Optional<byte[]> contentKey(UnlockedIdentity own, int length, java.security.SecureRandom random)
                throws GeneralSecurityException {
            return Optional.of(
                    RsaTransport.open(info.getKeyEncryptionAlgorithm(), encrypted(), own.key(), length, random));
        }

        private byte[] encrypted() {
            return info.getEncryptedKey().getOctets();
        }

        @Override
        public CertificateReference recipient() {
            return CertificateReference.of(info.getRecipientIdentifier());
        }
    }

    /// Diffie and Hellman on a curve (RFC 5753, RFC 8418).
    record Agreement(KeyAgreeRecipientInfo info, RecipientEncryptedKey entry) implements KeyUnwrapping {
        @Override
        public Optional<byte[]> contentKey(UnlockedIdentity own, int length, java.security.SecureRandom random)
                throws IOException, GeneralSecurityException {
            return CurveAgreement.open(info, entry.getEncryptedKey().getOctets(), own);
        }

        @Override
        public CertificateReference recipient() {
            return CertificateReference.of(entry.getIdentifier());
        }
    }

    /// A key encapsulation mechanism (RFC 9629).
    record Encapsulation(KEMRecipientInfo info) implements KeyUnwrapping {
        @Override
        public Optional<byte[]> contentKey(UnlockedIdentity own, int length, java.security.SecureRandom random)
                throws IOException, GeneralSecurityException {
            return KeyEncapsulation.open(info, own.key());
        }

        @Override
        public CertificateReference recipient() {
            return CertificateReference.of(info.getRecipientIdentifier());
        }
    }

    /// Whether two encodings are the same.
    static boolean same(ASN1Encodable one, ASN1Encodable other) {
        return one.toASN1Primitive().equals(other.toASN1Primitive());
    }
}
