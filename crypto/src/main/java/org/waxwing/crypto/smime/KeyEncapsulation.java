package org.waxwing.crypto.smime;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.cms.CMSORIforKEMOtherInfo;
import org.bouncycastle.asn1.cms.KEMRecipientInfo;
import org.bouncycastle.asn1.cms.OtherRecipientInfo;
import org.bouncycastle.asn1.cms.RecipientIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.crypto.SecretWithEncapsulation;
import org.bouncycastle.crypto.kems.MLKEMExtractor;
import org.bouncycastle.crypto.kems.MLKEMGenerator;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.MLKEMPrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/// Content keys under a secret that was encapsulated for the recipient's key (RFC 9629 §2, RFC 9936).
final class KeyEncapsulation {
    static final ASN1ObjectIdentifier HKDF_SHA256 = PKCSObjectIdentifiers.id_alg_hkdf_with_sha256;

    static final ASN1ObjectIdentifier ORI_KEM = new ASN1ObjectIdentifier("1.2.840.113549.1.9.16.13.3");

    private static final Map<ASN1ObjectIdentifier, String> DERIVATIONS = Map.of(
            HKDF_SHA256,
            "SHA-256",
            PKCSObjectIdentifiers.id_alg_hkdf_with_sha384,
            "SHA-384",
            PKCSObjectIdentifiers.id_alg_hkdf_with_sha512,
            "SHA-512");

    private KeyEncapsulation() {}

    static Optional<byte[]> open(KEMRecipientInfo info, UnlockedKey own) throws IOException, GeneralSecurityException {
        AlgorithmIdentifier wrapping = info.getWrap();
        KeyWrap wrap =
                KeyWrap.of(wrapping.getAlgorithm()).orElseThrow(() -> new NoSuchAlgorithmException("no such wrapping"));
        int length = info.getKekLength();
        if (length != wrap.keyLength()) {
            return Optional.empty();
        }
        byte[] secret = decapsulated(own, info.getKemct().getOctets());
        byte[] key =
                wrappingKey(secret, info.getKdf().getAlgorithm(), wrapping, length, Optional.ofNullable(info.getUkm()));
        return wrap.unwrap(key, info.getEncryptedKey().getOctets());
    }

    /// RFC 9629 §5: the information is the wrapping, the length of its key and what the sender added.
    static byte[] wrappingKey(
            byte[] secret,
            ASN1ObjectIdentifier derivation,
            AlgorithmIdentifier wrapping,
            int length,
            Optional<byte[]> keyMaterial)
            throws IOException, GeneralSecurityException {
        String hash = DERIVATIONS.get(derivation);
        if (hash == null) {
            throw new NoSuchAlgorithmException("no such derivation");
        }
        byte[] info =
                new CMSORIforKEMOtherInfo(wrapping, length, keyMaterial.orElse(null)).getEncoded(ASN1Encoding.DER);
        return KeyDerivation.hkdf(hash, secret, KeyDerivation.NO_SALT, info, length);
    }

    private static byte[] decapsulated(UnlockedKey own, byte[] ciphertext)
            throws IOException, GeneralSecurityException {
        AsymmetricKeyParameter key = PrivateKeyFactory.createKey(own.key().getEncoded());
        if (!(key instanceof MLKEMPrivateKeyParameters lattice)) {
            throw new InvalidKeyException("not a key of ML-KEM");
        }
        MLKEMExtractor extractor = new MLKEMExtractor(lattice);
        if (ciphertext.length != extractor.getEncapsulationLength()) {
            throw new InvalidKeyException("of another parameter set");
        }
        return extractor.extractSecret(ciphertext);
    }

    /// Whether keys of this kind receive encapsulated secrets.
    static boolean supports(ASN1ObjectIdentifier kind) {
        return kind.equals(NISTObjectIdentifiers.id_alg_ml_kem_512)
                || kind.equals(NISTObjectIdentifiers.id_alg_ml_kem_768)
                || kind.equals(NISTObjectIdentifiers.id_alg_ml_kem_1024);
    }

    /// The content key, encapsulated for the certificate's key.
    static OtherRecipientInfo entry(X509CertificateHolder certificate, byte[] contentKey, SecureRandom random)
            throws IOException, GeneralSecurityException {
        AsymmetricKeyParameter key = PublicKeyFactory.createKey(certificate.getSubjectPublicKeyInfo());
        SecretWithEncapsulation made = new MLKEMGenerator(random).generateEncapsulated(key);
        KeyWrap wrap = KeyWrap.AES_256;
        AlgorithmIdentifier wrapping = new AlgorithmIdentifier(wrap.identifier());
        byte[] wrappingKey = wrappingKey(made.getSecret(), HKDF_SHA256, wrapping, wrap.keyLength(), Optional.empty());
        KEMRecipientInfo info = new KEMRecipientInfo(
                new RecipientIdentifier(KeyWrapping.serial(certificate)),
                certificate.getSubjectPublicKeyInfo().getAlgorithm(),
                new DEROctetString(made.getEncapsulation()),
                new AlgorithmIdentifier(HKDF_SHA256),
                new ASN1Integer(wrap.keyLength()),
                null,
                wrapping,
                new DEROctetString(wrap.wrap(wrappingKey, contentKey, random)));
        return new OtherRecipientInfo(ORI_KEM, info);
    }
}
