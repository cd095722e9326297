package org.waxwing.crypto.smime;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.Cipher;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.KeyTransRecipientInfo;
import org.bouncycastle.asn1.cms.RecipientIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.waxwing.crypto.mime.Octets;

/// An enveloped message as others write it, with ciphers that Waxwing reads and never writes.
///
/// @param attributes what the tag covers besides, if anything
/// @param mac nothing where the cipher has none
record ForeignEnvelope(
        AlgorithmIdentifier algorithm, Octets ciphertext, Optional<ASN1Set> attributes, Optional<Octets> mac) {
    /// The message for an RSA key.
    Octets to(UnlockedIdentity reader, byte[] contentKey) {
        try {
            Cipher rsa = Cipher.getInstance("RSA/ECB/PKCS1Padding");
            rsa.init(
                    Cipher.ENCRYPT_MODE, Platform.publicKey(reader.certificate().getSubjectPublicKeyInfo()));
            return with(new KeyTransRecipientInfo(
                    new RecipientIdentifier(new IssuerAndSerialNumber(
                            reader.certificate().getIssuer(),
                            reader.certificate().getSerialNumber())),
                    new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                    new DEROctetString(rsa.doFinal(contentKey))));
        } catch (GeneralSecurityException | IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private Octets with(KeyTransRecipientInfo recipient) throws IOException {
        ASN1EncodableVector parts = new ASN1EncodableVector();
        parts.add(new ASN1Integer(0));
        parts.add(new DERSet(recipient));
        parts.add(new DERSequence(new ASN1Encodable[] {
            CMSObjectIdentifiers.data,
            algorithm,
            new DERTaggedObject(false, 0, new DEROctetString(ciphertext.toByteArray()))
        }));
        attributes.ifPresent(set -> parts.add(new DERTaggedObject(false, 1, set)));
        mac.ifPresent(tag -> parts.add(new DEROctetString(tag.toByteArray())));
        CmsKind kind = mac.isPresent() ? CmsKind.AUTH_ENVELOPED : CmsKind.ENVELOPED;
        return Octets.of(new DERSequence(
                        new ASN1Encodable[] {kind.identifier(), new DERTaggedObject(true, 0, new DERSequence(parts))})
                .getEncoded());
    }
}
