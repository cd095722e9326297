package org.waxwing.crypto.smime.identity;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1UTCTime;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.waxwing.crypto.cert.IdentityProblem;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.secret.Passphrase;

/// Tells the formats apart by what is in them, and hands each to its reader. A name or an ending says
/// nothing: programs give `.pem`, `.crt` and `.p12` to any of them.
final class IdentityFormats {
    private final KeyDerivation derivation;
    private final Optional<Passphrase> passphrase;

    IdentityFormats(KeyDerivation derivation, Optional<Passphrase> passphrase) {
        this.derivation = derivation;
        this.passphrase = passphrase;
    }

    void read(byte[] file, Findings findings) throws Refusal {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        if (!PemBlocks.looksLikeOne(text)) {
            value(Der.sequence(file), findings);
            return;
        }
        for (PemBlocks.PemBlock block : PemBlocks.in(text).blocks()) {
            // What stands before a key to name its curve; the key names it too.
            if (!block.label().endsWith("PARAMETERS")) {
                findings.item(block.label(), () -> block(block, findings));
            }
        }
    }

    private void block(PemBlocks.PemBlock block, Findings findings) throws Refusal {
        byte[] content =
                block.content().map(Octets::toByteArray).orElseThrow(() -> new Refusal(IdentityProblem.MALFORMED));
        if (block.label().equals("OPENSSH PRIVATE KEY")) {
            // A form of its own, which only SSH has.
            throw new Refusal(IdentityProblem.NO_CERTIFICATE);
        }
        if (block.fields().containsKey("DEK-Info")) {
            findings.key(TraditionalKey.read(content, block.fields().get("DEK-Info"), needed()), Optional.empty());
            return;
        }
        ASN1Sequence value = Der.sequence(trimmed(block.label(), content));
        value(value, findings);
    }

    /// OpenSSL's own "trusted" form has its settings behind the certificate.
    private static byte[] trimmed(String label, byte[] content) throws Refusal {
        if (!label.equals("TRUSTED CERTIFICATE")) {
            return content;
        }
        try (org.bouncycastle.asn1.ASN1InputStream values = new org.bouncycastle.asn1.ASN1InputStream(content)) {
            return Optional.ofNullable(values.readObject())
                    .orElseThrow(() -> new Refusal(IdentityProblem.MALFORMED))
                    .getEncoded();
        } catch (java.io.IOException broken) {
            throw new Refusal(IdentityProblem.MALFORMED);
        }
    }

    private void value(ASN1Sequence value, Findings findings) throws Refusal {
        int size = value.size();
        ASN1Encodable first = size > 0 ? value.getObjectAt(0) : value;
        ASN1Encodable second = size > 1 ? value.getObjectAt(1) : value;
        if (Pkcs12Reader.looksLikeOne(value)) {
            new Pkcs12Reader(derivation, passphrase).read(value, findings);
        } else if (first instanceof ASN1ObjectIdentifier) {
            certificates(ContentInfo.getInstance(value), findings);
        } else if (size == 3 && first instanceof ASN1Sequence signed && value.getObjectAt(2) instanceof DERBitString) {
            Optional<IdentityProblem> other = noCertificate(signed);
            if (other.isPresent()) {
                throw new Refusal(other.get());
            }
            findings.certificate(encoded(value), Optional.empty());
        } else if (size == 2 && first instanceof ASN1Sequence && second instanceof ASN1OctetString) {
            locked(EncryptedPrivateKeyInfo.getInstance(value), findings);
        } else if (size >= 3 && first instanceof ASN1Integer && second instanceof ASN1Sequence) {
            findings.key(PrivateKeyInfo.getInstance(value), Optional.empty());
        } else if (first instanceof ASN1Integer) {
            findings.key(TraditionalKey.read(value), Optional.empty());
        } else {
            throw new Refusal(IdentityProblem.NOT_RECOGNIZED);
        }
    }

    /// What else is signed as a certificate is: a list of revoked ones has a time among its fields (RFC 5280
    /// §5.1), a request has four fields at most (RFC 2986 §4.1).
    private static Optional<IdentityProblem> noCertificate(ASN1Sequence signed) {
        for (ASN1Encodable field : signed) {
            if (field instanceof ASN1UTCTime || field instanceof ASN1GeneralizedTime) {
                return Optional.of(IdentityProblem.REVOCATION_LIST);
            }
        }
        boolean request = (signed.size() == 3 || signed.size() == 4)
                && signed.getObjectAt(0) instanceof ASN1Integer
                && signed.getObjectAt(2) instanceof ASN1Sequence;
        return request ? Optional.of(IdentityProblem.REQUEST) : Optional.empty();
    }

    private void locked(EncryptedPrivateKeyInfo info, Findings findings) throws Refusal {
        PasswordEncryption.checkCost(info.getEncryptionAlgorithm());
        findings.key(
                new PasswordEncryption(derivation)
                        .open(
                                info.getEncryptionAlgorithm(),
                                info.getEncryptedData(),
                                needed(),
                                clear -> PrivateKeyInfo.getInstance(Der.sequence(clear))),
                Optional.empty());
    }

    /// The certificates of a SignedData, its content and signers left aside (RFC 8551 §3.8).
    private static void certificates(ContentInfo info, Findings findings) throws Refusal {
        if (!info.getContentType().equals(PKCSObjectIdentifiers.signedData)) {
            throw new Refusal(IdentityProblem.NOT_RECOGNIZED);
        }
        ASN1Set certificates = SignedData.getInstance(info.getContent()).getCertificates();
        if (certificates == null) {
            return;
        }
        for (ASN1Encodable one : certificates) {
            findings.item("certificate", () -> {
                if (!(one instanceof ASN1Sequence sequence)) {
                    throw new Refusal(IdentityProblem.UNSUPPORTED);
                }
                findings.certificate(encoded(sequence), Optional.empty());
            });
        }
    }

    private Passphrase needed() throws Refusal {
        return passphrase.orElseThrow(() -> new Refusal(IdentityProblem.PASSPHRASE_NEEDED));
    }

    private static byte[] encoded(ASN1Sequence value) throws Refusal {
        try {
            return value.getEncoded();
        } catch (java.io.IOException broken) {
            throw new Refusal(IdentityProblem.MALFORMED);
        }
    }
}
