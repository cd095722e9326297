package org.waxwing.crypto.smime.identity;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.BEROctetString;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Attribute;
import org.bouncycastle.asn1.pkcs.CertBag;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.EncryptedData;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.asn1.pkcs.SafeBag;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DigestInfo;
import org.waxwing.crypto.cert.IdentityProblem;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;
import org.waxwing.crypto.secret.SecretBytes;

/// Writes an identity as a PKCS#12 file for other programs (RFC 7292): key and certificates under AES-128-CBC
/// in the form that all of them read (decision 0020), integrity by HMAC-SHA256.
public final class Pkcs12Writer {
    /// What came of writing.
    public sealed interface Export {
        /// @param file a PFX in DER
        record Written(Octets file) implements Export {
            @Override
            public String toString() {
                return "Written[redacted]";
            }
        }

        /// The lock didn't open.
        record Refused(IdentityProblem problem) implements Export {}
    }

    private static final int SALT = 16;
    private static final int MAC_LENGTH = 32;

    private final SecureRandom random;

    public Pkcs12Writer(SecureRandom random) {
        this.random = random;
    }

    /// @param name what other programs show for it, such as the address
    /// @param lock opens the identity as it is kept here
    /// @param passphrase for the file; must not be empty
    public Export write(IdentityItem.Identity identity, String name, Passphrase lock, Passphrase passphrase) {
        if (passphrase.isEmpty()) {
            return new Export.Refused(IdentityProblem.PASSPHRASE_NEEDED);
        }
        try (SecretBytes pkcs8 = PrivateKeyLock.open(identity.locked(), lock)) {
            byte[] contents = authenticatedSafe(identity, name, pkcs8, passphrase);
            ContentInfo data = new ContentInfo(PKCSObjectIdentifiers.data, new DEROctetString(contents));
            return new Export.Written(Octets.of(new Pfx(data, integrity(contents, passphrase)).getEncoded("DER")));
        } catch (Refusal refusal) {
            return new Export.Refused(refusal.problem());
        } catch (IOException | GeneralSecurityException impossible) {
            throw new IllegalStateException("the Java platform has no HMAC", impossible);
        }
    }

    private byte[] authenticatedSafe(
            IdentityItem.Identity identity, String name, SecretBytes pkcs8, Passphrase passphrase)
            throws IOException, GeneralSecurityException {
        PrivateKeyLock locks = new PrivateKeyLock(random);
        DERSet attributes = attributes(identity, name);
        List<ASN1Encodable> certificates = new ArrayList<>();
        certificates.add(certificate(identity.certificate(), attributes));
        for (Octets above : identity.chain()) {
            certificates.add(certificate(above, new DERSet()));
        }
        byte[] bags = new DERSequence(certificates.toArray(ASN1Encodable[]::new)).getEncoded("DER");
        EncryptedPrivateKeyInfo sealed;
        try (SecretBytes open = SecretBytes.taking(bags)) {
            sealed = EncryptedPrivateKeyInfo.getInstance(
                    locks.lockForOthers(open, passphrase).toByteArray());
        }
        SafeBag key = new SafeBag(
                PKCSObjectIdentifiers.pkcs8ShroudedKeyBag,
                EncryptedPrivateKeyInfo.getInstance(
                        locks.lockForOthers(pkcs8, passphrase).toByteArray()),
                attributes);
        return new DERSequence(new ASN1Encodable[] {
                    new ContentInfo(
                            PKCSObjectIdentifiers.encryptedData,
                            new EncryptedData(
                                    PKCSObjectIdentifiers.data,
                                    sealed.getEncryptionAlgorithm(),
                                    new BEROctetString(sealed.getEncryptedData()))),
                    new ContentInfo(
                            PKCSObjectIdentifiers.data, new DEROctetString(new DERSequence(key).getEncoded("DER")))
                })
                .getEncoded("DER");
    }

    private static SafeBag certificate(Octets der, DERSet attributes) {
        CertBag bag = new CertBag(PKCSObjectIdentifiers.x509Certificate, new DEROctetString(der.toByteArray()));
        return attributes.size() == 0
                ? new SafeBag(PKCSObjectIdentifiers.certBag, bag)
                : new SafeBag(PKCSObjectIdentifiers.certBag, bag, attributes);
    }

    /// What ties the key to its certificate, and its name (RFC 7292 §4.2).
    private static DERSet attributes(IdentityItem.Identity identity, String name) throws GeneralSecurityException {
        byte[] id =
                MessageDigest.getInstance("SHA-1").digest(identity.certificate().toByteArray());
        return new DERSet(new ASN1Encodable[] {
            new Attribute(PKCSObjectIdentifiers.pkcs_9_at_localKeyId, new DERSet(new DEROctetString(id))),
            new Attribute(PKCSObjectIdentifiers.pkcs_9_at_friendlyName, new DERSet(new DERBMPString(name)))
        });
    }

    private MacData integrity(byte[] contents, Passphrase passphrase) throws Refusal, GeneralSecurityException {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        KeyDerivation derivation = new KeyDerivation(new WorkBudget(() -> false));
        try (SecretBytes form = PassphraseForm.BMP_TERMINATED.of(passphrase);
                SecretBytes key = derivation.pkcs12(
                        "SHA-256",
                        form,
                        salt,
                        PrivateKeyLock.ROUNDS,
                        KeyDerivation.Purpose.INTEGRITY_KEY,
                        MAC_LENGTH)) {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key.lend(bytes -> new SecretKeySpec(bytes, "MAC")));
            DigestInfo code = new DigestInfo(
                    new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256, DERNull.INSTANCE), mac.doFinal(contents));
            return new MacData(code, salt, PrivateKeyLock.ROUNDS);
        }
    }
}
