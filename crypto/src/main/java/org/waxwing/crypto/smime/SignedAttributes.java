package org.waxwing.crypto.smime;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAlgorithmProtection;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.smime.SMIMEAttributes;
import org.bouncycastle.cert.X509CertificateHolder;
import org.waxwing.crypto.mime.Octets;

/// What a signer signed beside the text (RFC 5652 §11, RFC 8551 §2.5). Reading fails with a
/// `RuntimeException` where an attribute isn't well-formed.
record SignedAttributes(List<Attribute> attributes) {
    private static final int MAX_ATTRIBUTES = 200;

    static SignedAttributes of(ASN1Set set) throws BrokenCmsException {
        if (set.size() > MAX_ATTRIBUTES) {
            throw BrokenCmsException.tooLarge();
        }
        List<Attribute> found = new ArrayList<>();
        for (ASN1Encodable element : set) {
            found.add(Attribute.getInstance(element));
        }
        return new SignedAttributes(List.copyOf(found));
    }

    /// The one value of an attribute that may stand there once (RFC 5652 §11); nothing where it is absent.
    private Optional<ASN1Encodable> single(ASN1ObjectIdentifier type) throws BrokenCmsException {
        List<Attribute> of = attributes.stream()
                .filter(attribute -> attribute.getAttrType().equals(type))
                .toList();
        if (of.size() > 1 || (of.size() == 1 && of.getFirst().getAttrValues().size() != 1)) {
            throw BrokenCmsException.malformed();
        }
        return of.stream()
                .map(attribute -> attribute.getAttrValues().getObjectAt(0))
                .findFirst();
    }

    /// Whether there are some that may stand only where the signature covers them (RFC 5652 §11.1 to
    /// §11.3).
    boolean belongInside() {
        return attributes.stream()
                .map(Attribute::getAttrType)
                .anyMatch(type -> type.equals(CMSAttributes.contentType)
                        || type.equals(CMSAttributes.messageDigest)
                        || type.equals(CMSAttributes.signingTime));
    }

    Optional<byte[]> messageDigest() throws BrokenCmsException {
        return single(CMSAttributes.messageDigest)
                .map(value -> ASN1OctetString.getInstance(value).getOctets());
    }

    boolean isOf(ASN1ObjectIdentifier contentType) throws BrokenCmsException {
        return single(CMSAttributes.contentType)
                .filter(value -> contentType.equals(value.toASN1Primitive()))
                .isPresent();
    }

    Optional<Instant> signingTime() throws BrokenCmsException {
        return single(CMSAttributes.signingTime)
                .map(value -> Time.getInstance(value).getDate().toInstant());
    }

    /// Whether the algorithms that the signer protected are the ones that it names (RFC 6211 §2).
    boolean protects(SignerInfo info) throws BrokenCmsException {
        Optional<ASN1Encodable> value = single(CMSAttributes.cmsAlgorithmProtect);
        if (value.isEmpty()) {
            return true;
        }
        CMSAlgorithmProtection stated = CMSAlgorithmProtection.getInstance(value.get());
        return stated.getSignatureAlgorithm() != null
                && stated.getDigestAlgorithm()
                        .getAlgorithm()
                        .equals(info.getDigestAlgorithm().getAlgorithm())
                && KeyUnwrapping.same(stated.getSignatureAlgorithm(), info.getDigestEncryptionAlgorithm());
    }

    /// Whether the certificate is the one that the signer meant (RFC 5035 §3).
    boolean means(X509CertificateHolder certificate, byte[] encoded) throws BrokenCmsException {
        Optional<ASN1Encodable> value = single(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
        if (value.isEmpty()) {
            return true;
        }
        ESSCertIDv2 first = SigningCertificateV2.getInstance(value.get()).getCerts()[0];
        HashAlgorithm hash = HashAlgorithm.of(first.getHashAlgorithm().getAlgorithm())
                .filter(known -> !known.broken())
                .orElseThrow(BrokenCmsException::unsupported);
        boolean serial = first.getIssuerSerial() == null
                || first.getIssuerSerial().getSerial().getValue().equals(certificate.getSerialNumber());
        return serial && Arrays.equals(first.getCertHash(), hash.begin().digest(encoded));
    }

    SmimeCapabilities capabilities() throws BrokenCmsException {
        return single(SMIMEAttributes.smimeCapabilities)
                .map(SmimeCapabilities::of)
                .orElseGet(SmimeCapabilities::unknown);
    }

    /// Which certificate answers are to be encrypted to (RFC 8551 §2.5.3).
    Optional<CertificateReference> forReplies() throws BrokenCmsException {
        return single(SMIMEAttributes.encrypKeyPref).map(SignedAttributes::preference);
    }

    private static CertificateReference preference(ASN1Encodable value) {
        ASN1TaggedObject tagged = ASN1TaggedObject.getInstance(value);
        return switch (tagged.getTagNo()) {
            case 0 ->
                CertificateReference.of(IssuerAndSerialNumber.getInstance(
                        tagged.getBaseUniversal(false, org.bouncycastle.asn1.BERTags.SEQUENCE)));
            case 2 ->
                new CertificateReference.KeyIdentifier(
                        Octets.of(ASN1OctetString.getInstance(tagged, false).getOctets()));
            default -> new CertificateReference.Unknown();
        };
    }
}
