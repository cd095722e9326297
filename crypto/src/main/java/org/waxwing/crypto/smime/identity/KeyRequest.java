package org.waxwing.crypto.smime.identity;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.pkcs.CertificationRequest;
import org.bouncycastle.asn1.pkcs.CertificationRequestInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.waxwing.crypto.cert.CertificateWish;
import org.waxwing.crypto.cert.SmimeKeyKind;
import org.waxwing.crypto.cert.WaitingKey;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.SecretBytes;

/// Makes a key and asks an authority, in a PKCS#10 request (RFC 2986), to certify that it belongs to an
/// address. The request is signed with the key itself, which proves that we have it.
public final class KeyRequest {
    private final SecureRandom random;

    public KeyRequest(SecureRandom random) {
        this.random = random;
    }

    /// @param locking the passphrase stays the caller's
    public WaitingKey make(CertificateWish wish, IdentityReader.Locking locking) {
        try {
            KeyPair pair = generate(wish.kind());
            byte[] pkcs8 = pair.getPrivate().getEncoded();
            try (SecretBytes secret = SecretBytes.taking(pkcs8)) {
                Octets locked = new PrivateKeyLock(random).lock(secret, locking.passphrase(), locking.strength());
                return new WaitingKey(wish, locked, request(wish, pair));
            } finally {
                Arrays.fill(pkcs8, (byte) 0);
            }
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException("the Java platform doesn't make such a key", impossible);
        }
    }

    private KeyPair generate(SmimeKeyKind choice) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(
                switch (choice) {
                    case RSA_3072 -> "RSA";
                    case P_256 -> "EC";
                    case ED25519 -> "Ed25519";
                });
        switch (choice) {
            case RSA_3072 -> generator.initialize(3072, random);
            case P_256 -> generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            case ED25519 -> generator.initialize(255, random);
        }
        return generator.generateKeyPair();
    }

    private Octets request(CertificateWish wish, KeyPair pair) throws GeneralSecurityException, IOException {
        CertificationRequestInfo info = new CertificationRequestInfo(
                subject(wish),
                SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()),
                new DERSet(new org.bouncycastle.asn1.pkcs.Attribute(
                        PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, new DERSet(extensions(wish)))));
        SignatureScheme scheme = SignatureScheme.of(wish.kind());
        Signature signature = Signature.getInstance(scheme.platformName());
        signature.initSign(pair.getPrivate(), random);
        signature.update(info.getEncoded("DER"));
        return Octets.of(new CertificationRequest(info, scheme.algorithm(), new DERBitString(signature.sign()))
                .getEncoded("DER"));
    }

    /// A request may have no subject at all; the authority writes what it has verified.
    private static X500Name subject(CertificateWish wish) {
        X500NameBuilder builder = new X500NameBuilder(BCStyle.INSTANCE);
        if (!wish.name().isEmpty()) {
            builder.addRDN(BCStyle.CN, wish.name());
        }
        return builder.build();
    }

    /// What a certificate for mail has (RFC 8550 §4.4).
    private static org.bouncycastle.asn1.x509.Extensions extensions(CertificateWish wish) throws IOException {
        ExtensionsGenerator extensions = new ExtensionsGenerator();
        extensions.addExtension(
                Extension.subjectAlternativeName, wish.name().isEmpty(), new GeneralNames(MailName.of(wish.address())));
        extensions.addExtension(Extension.keyUsage, true, new KeyUsage(usage(wish.kind())));
        ASN1EncodableVector purposes = new ASN1EncodableVector();
        purposes.add(KeyPurposeId.id_kp_emailProtection);
        extensions.addExtension(
                Extension.extendedKeyUsage,
                false,
                ExtendedKeyUsage.getInstance(new org.bouncycastle.asn1.DERSequence(purposes)));
        return extensions.generate();
    }

    private static int usage(SmimeKeyKind key) {
        return switch (key) {
            case RSA_3072 -> KeyUsage.digitalSignature | KeyUsage.keyEncipherment;
            case P_256 -> KeyUsage.digitalSignature | KeyUsage.keyAgreement;
            case ED25519 -> KeyUsage.digitalSignature;
        };
    }
}
