package org.waxwing.crypto.smime.identity;

import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.pkcs.Attribute;
import org.bouncycastle.asn1.pkcs.CertBag;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.SafeBag;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.waxwing.crypto.cert.IdentityProblem;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;

/// The bags of a PKCS#12 file (RFC 7292 §4.2).
final class SafeContents {
    private static final int DEEPEST = 4;

    private final PasswordEncryption encryption;
    private final Passphrase passphrase;
    private final IdentityProblem unfit;
    private final Findings findings;

    /// @param unfit what it means that the passphrase opens nothing
    SafeContents(PasswordEncryption encryption, Passphrase passphrase, IdentityProblem unfit, Findings findings) {
        this.encryption = encryption;
        this.passphrase = passphrase;
        this.unfit = unfit;
        this.findings = findings;
    }

    void read(ASN1Sequence bags) throws Refusal {
        read(bags, 0);
    }

    /// What the reader makes of something encrypted.
    <T> T opened(AlgorithmIdentifier algorithm, byte[] encrypted, PasswordEncryption.Reader<T> reader) throws Refusal {
        try {
            return encryption.open(algorithm, encrypted, passphrase, reader);
        } catch (Refusal refusal) {
            throw refusal.problem() == IdentityProblem.WRONG_PASSPHRASE ? new Refusal(unfit) : refusal;
        }
    }

    private void read(ASN1Sequence bags, int depth) throws Refusal {
        if (depth > DEEPEST) {
            throw new Refusal(IdentityProblem.TOO_LARGE);
        }
        for (ASN1Encodable one : bags) {
            findings.item("item", () -> bag(SafeBag.getInstance(one), depth));
        }
    }

    private void bag(SafeBag bag, int depth) throws Refusal {
        ASN1ObjectIdentifier kind = bag.getBagId();
        if (kind.equals(PKCSObjectIdentifiers.keyBag)) {
            findings.key(PrivateKeyInfo.getInstance(bag.getBagValue()), localId(bag));
        } else if (kind.equals(PKCSObjectIdentifiers.pkcs8ShroudedKeyBag)) {
            EncryptedPrivateKeyInfo locked = EncryptedPrivateKeyInfo.getInstance(bag.getBagValue());
            findings.key(
                    opened(
                            locked.getEncryptionAlgorithm(),
                            locked.getEncryptedData(),
                            clear -> PrivateKeyInfo.getInstance(Der.sequence(clear))),
                    localId(bag));
        } else if (kind.equals(PKCSObjectIdentifiers.certBag)) {
            CertBag certificate = CertBag.getInstance(bag.getBagValue());
            if (!certificate.getCertId().equals(PKCSObjectIdentifiers.x509Certificate)) {
                throw new Refusal(IdentityProblem.UNSUPPORTED);
            }
            findings.certificate(
                    ASN1OctetString.getInstance(certificate.getCertValue()).getOctets(), localId(bag));
        } else if (kind.equals(PKCSObjectIdentifiers.safeContentsBag)) {
            read(ASN1Sequence.getInstance(bag.getBagValue()), depth + 1);
        } else {
            throw new Refusal(IdentityProblem.UNSUPPORTED);
        }
    }

    private static Optional<Octets> localId(SafeBag bag) {
        ASN1Set attributes = bag.getBagAttributes();
        if (attributes == null) {
            return Optional.empty();
        }
        for (ASN1Encodable one : attributes) {
            Attribute attribute = Attribute.getInstance(one);
            if (attribute.getAttrType().equals(PKCSObjectIdentifiers.pkcs_9_at_localKeyId)
                    && attribute.getAttrValues().size() == 1
                    && attribute.getAttrValues().getObjectAt(0) instanceof ASN1OctetString id) {
                return Optional.of(Octets.of(id.getOctets()));
            }
        }
        return Optional.empty();
    }
}
