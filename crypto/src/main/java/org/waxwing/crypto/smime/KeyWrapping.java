package org.waxwing.crypto.smime;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.KeyAgreeRecipientIdentifier;
import org.bouncycastle.asn1.cms.KeyAgreeRecipientInfo;
import org.bouncycastle.asn1.cms.KeyTransRecipientInfo;
import org.bouncycastle.asn1.cms.OriginatorIdentifierOrKey;
import org.bouncycastle.asn1.cms.OriginatorPublicKey;
import org.bouncycastle.asn1.cms.RecipientEncryptedKey;
import org.bouncycastle.asn1.cms.RecipientIdentifier;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAESOAEPparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;

/// Gives one message's content key to each of its recipients. The passing keys for agreements are made
/// once for each curve and message.
final class KeyWrapping {
    private static final AlgorithmIdentifier SHA256 =
            new AlgorithmIdentifier(HashAlgorithm.SHA256.identifier(), DERNull.INSTANCE);
    private static final AlgorithmIdentifier OAEP = new AlgorithmIdentifier(
            PKCSObjectIdentifiers.id_RSAES_OAEP,
            new RSAESOAEPparams(
                    SHA256,
                    new AlgorithmIdentifier(PKCSObjectIdentifiers.id_mgf1, SHA256),
                    RSAESOAEPparams.DEFAULT_P_SOURCE_ALGORITHM));
    private static final OAEPParameterSpec OAEP_SPEC =
            new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);

    private final byte[] contentKey;
    private final KeyWrap wrap;
    private final SecureRandom random;
    private final Map<AlgorithmIdentifier, PassingKey> passing = new HashMap<>();

    KeyWrapping(byte[] contentKey, SecureRandom random) {
        this.contentKey = contentKey;
        this.wrap = contentKey.length == KeyWrap.AES_128.keyLength() ? KeyWrap.AES_128 : KeyWrap.AES_256;
        this.random = random;
    }

    /// Fails with a `GeneralSecurityException` where the certificate's key can't receive one.
    RecipientInfo entry(SmimeRecipient recipient) throws IOException, GeneralSecurityException {
        SubjectPublicKeyInfo key = recipient.certificate().getSubjectPublicKeyInfo();
        ASN1ObjectIdentifier kind = key.getAlgorithm().getAlgorithm();
        if (kind.equals(PKCSObjectIdentifiers.rsaEncryption)) {
            return new RecipientInfo(transport(recipient));
        }
        if (kind.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
            return new RecipientInfo(agreement(recipient.certificate(), AgreementScheme.SHA256));
        }
        if (kind.equals(EdECObjectIdentifiers.id_X25519) || kind.equals(EdECObjectIdentifiers.id_X448)) {
            return new RecipientInfo(agreement(recipient.certificate(), AgreementScheme.HKDF_SHA256));
        }
        if (KeyEncapsulation.supports(kind)) {
            return new RecipientInfo(KeyEncapsulation.entry(recipient.certificate(), contentKey, random));
        }
        throw new InvalidKeyException("a key of this kind receives nothing");
    }

    private KeyTransRecipientInfo transport(SmimeRecipient recipient) throws GeneralSecurityException {
        boolean oaep = recipient.capabilities().advertises(PKCSObjectIdentifiers.id_RSAES_OAEP);
        Cipher cipher = Cipher.getInstance(oaep ? "RSA/ECB/OAEPPadding" : "RSA/ECB/PKCS1Padding");
        AlgorithmParameterSpec spec = oaep ? OAEP_SPEC : null;
        cipher.init(
                Cipher.ENCRYPT_MODE,
                Platform.publicKey(recipient.certificate().getSubjectPublicKeyInfo()),
                spec,
                random);
        return new KeyTransRecipientInfo(
                new RecipientIdentifier(serial(recipient.certificate())),
                oaep ? OAEP : new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                new DEROctetString(cipher.doFinal(contentKey)));
    }

    private KeyAgreeRecipientInfo agreement(X509CertificateHolder certificate, AgreementScheme scheme)
            throws IOException, GeneralSecurityException {
        SubjectPublicKeyInfo theirs = certificate.getSubjectPublicKeyInfo();
        PassingKey own = passing(theirs);
        AlgorithmIdentifier wrapping = new AlgorithmIdentifier(wrap.identifier());
        byte[] wrappingKey = scheme.wrappingKey(own.agree(theirs), wrapping, wrap.keyLength(), null);
        byte[] wrapped = wrap.wrap(wrappingKey, contentKey, random);
        OriginatorPublicKey originator = new OriginatorPublicKey(
                new AlgorithmIdentifier(theirs.getAlgorithm().getAlgorithm()), own.encoded());
        return new KeyAgreeRecipientInfo(
                new OriginatorIdentifierOrKey(originator),
                null,
                new AlgorithmIdentifier(scheme.identifier(), wrapping),
                new DERSequence(new RecipientEncryptedKey(
                        new KeyAgreeRecipientIdentifier(serial(certificate)), new DEROctetString(wrapped))));
    }

    private PassingKey passing(SubjectPublicKeyInfo theirs) throws GeneralSecurityException {
        PassingKey known = passing.get(theirs.getAlgorithm());
        if (known != null) {
            return known;
        }
        PassingKey made = PassingKey.like(theirs, random);
        passing.put(theirs.getAlgorithm(), made);
        return made;
    }

    static IssuerAndSerialNumber serial(X509CertificateHolder certificate) {
        return new IssuerAndSerialNumber(certificate.getIssuer(), certificate.getSerialNumber());
    }
}
