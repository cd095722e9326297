package org.waxwing.crypto.smime;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAlgorithmProtection;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.smime.SMIMEAttributes;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;

/// What one signer says of a text and signs.
final class SignerStatement {
    private final UnlockedIdentity signer;
    private final SigningScheme scheme;
    private final Instant now;

    SignerStatement(UnlockedIdentity signer, SigningScheme scheme, Instant now) {
        this.signer = signer;
        this.scheme = scheme;
        this.now = now;
    }

    /// @param digest the hash of the text
    SignerInfo sign(byte[] digest) throws IOException, GeneralSecurityException {
        AlgorithmIdentifier hash = new AlgorithmIdentifier(scheme.hash().identifier());
        ASN1Set attributes = attributes(digest, hash);
        byte[] signature = scheme.sign(signer, attributes.getEncoded(ASN1Encoding.DER));
        return new SignerInfo(
                new SignerIdentifier(KeyWrapping.serial(signer.certificate())),
                hash,
                attributes,
                scheme.algorithm(),
                new DEROctetString(signature),
                (ASN1Set) null);
    }

    private ASN1Set attributes(byte[] digest, AlgorithmIdentifier hash) throws IOException {
        X509CertificateHolder own = signer.certificate();
        X509CertificateHolder replies = signer.forReplies().orElse(own);
        ASN1EncodableVector all = new ASN1EncodableVector();
        add(all, CMSAttributes.contentType, CMSObjectIdentifiers.data);
        add(all, CMSAttributes.signingTime, new Time(Date.from(now)));
        add(all, CMSAttributes.messageDigest, new DEROctetString(digest));
        add(
                all,
                CMSAttributes.cmsAlgorithmProtect,
                new CMSAlgorithmProtection(hash, CMSAlgorithmProtection.SIGNATURE, scheme.algorithm()));
        add(all, SMIMEAttributes.smimeCapabilities, SmimeCapabilities.statement());
        add(all, SMIMEAttributes.encrypKeyPref, new DERTaggedObject(false, 0, KeyWrapping.serial(replies)));
        byte[] fingerprint = HashAlgorithm.SHA256.begin().digest(own.getEncoded());
        add(
                all,
                PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                new SigningCertificateV2(new ESSCertIDv2(fingerprint)));
        return new DERSet(all);
    }

    private static void add(ASN1EncodableVector all, ASN1ObjectIdentifier type, ASN1Encodable value) {
        all.add(new Attribute(type, new DERSet(value)));
    }
}
