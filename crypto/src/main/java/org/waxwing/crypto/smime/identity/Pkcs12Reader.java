package org.waxwing.crypto.smime.identity;

import com.google.errorprone.annotations.MustBeClosed;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.EncryptedData;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.asn1.pkcs.SafeBag;
import org.waxwing.crypto.cert.IdentityProblem;
import org.waxwing.crypto.secret.Passphrase;

/// Reads a PKCS#12 file (RFC 7292). First every count that lies open in it is looked at, then the integrity
/// code is checked, then content after content is opened.
final class Pkcs12Reader {
    private final PasswordEncryption encryption;
    private final Pkcs12Integrity integrity;
    private final Optional<Passphrase> given;

    /// @param given without one the empty passphrase is tried, which some programs write
    Pkcs12Reader(KeyDerivation derivation, Optional<Passphrase> given) {
        this.encryption = new PasswordEncryption(derivation);
        this.integrity = new Pkcs12Integrity(derivation);
        this.given = given;
    }

    static boolean looksLikeOne(ASN1Sequence sequence) {
        return sequence.size() >= 2
                && sequence.getObjectAt(0) instanceof org.bouncycastle.asn1.ASN1Integer
                && sequence.getObjectAt(1) instanceof ASN1Sequence content
                && content.size() == 2
                && content.getObjectAt(0) instanceof ASN1ObjectIdentifier type
                && type.on(PKCSObjectIdentifiers.pkcs_7);
    }

    void read(ASN1Sequence sequence, Findings findings) throws Refusal {
        Pfx pfx = Pfx.getInstance(sequence);
        if (!pfx.getAuthSafe().getContentType().equals(PKCSObjectIdentifiers.data)) {
            // Signed instead of authenticated by passphrase: nobody writes these.
            throw new Refusal(IdentityProblem.UNSUPPORTED);
        }
        byte[] content =
                ASN1OctetString.getInstance(pfx.getAuthSafe().getContent()).getOctets();
        Optional<MacData> mac = Optional.ofNullable(pfx.getMacData());
        if (mac.isPresent()) {
            Pkcs12Integrity.checkCost(mac.get());
        }
        ASN1Sequence contents = Der.sequence(content);
        for (ASN1Encodable one : contents) {
            checkCost(ContentInfo.getInstance(one));
        }
        try (Passphrase passphrase = tried()) {
            if (mac.isPresent() && !integrity.fits(mac.get(), content, passphrase)) {
                throw new Refusal(unfit());
            }
            for (ASN1Encodable one : contents) {
                findings.item("content", () -> open(ContentInfo.getInstance(one), passphrase, findings));
            }
        }
        if (mac.isEmpty() && findings.nothingOpened()) {
            for (IdentityItem.PassedOver passed : findings.passedOver()) {
                if (passed.problem() == unfit()) {
                    throw new Refusal(unfit());
                }
            }
        }
    }

    @MustBeClosed
    private Passphrase tried() {
        return given.isPresent() ? given.get().copy() : Passphrase.taking(new char[0]);
    }

    private IdentityProblem unfit() {
        return given.isPresent() ? IdentityProblem.WRONG_PASSPHRASE : IdentityProblem.PASSPHRASE_NEEDED;
    }

    /// All that can be seen without the passphrase; what lies deeper is looked at when it comes to light.
    private static void checkCost(ContentInfo content) throws Refusal {
        if (content.getContentType().equals(PKCSObjectIdentifiers.encryptedData)) {
            PasswordEncryption.checkCost(
                    EncryptedData.getInstance(content.getContent()).getEncryptionAlgorithm());
        } else if (content.getContentType().equals(PKCSObjectIdentifiers.data)) {
            for (ASN1Encodable one : Der.sequence(octets(content.getContent()))) {
                SafeBag bag = SafeBag.getInstance(one);
                if (bag.getBagId().equals(PKCSObjectIdentifiers.pkcs8ShroudedKeyBag)) {
                    PasswordEncryption.checkCost(EncryptedPrivateKeyInfo.getInstance(bag.getBagValue())
                            .getEncryptionAlgorithm());
                }
            }
        }
    }

    private void open(ContentInfo content, Passphrase passphrase, Findings findings) throws Refusal {
        SafeContents safe = new SafeContents(encryption, passphrase, unfit(), findings);
        if (content.getContentType().equals(PKCSObjectIdentifiers.data)) {
            safe.read(Der.sequence(octets(content.getContent())));
        } else if (content.getContentType().equals(PKCSObjectIdentifiers.encryptedData)) {
            EncryptedData data = EncryptedData.getInstance(content.getContent());
            safe.read(
                    safe.opened(data.getEncryptionAlgorithm(), data.getContent().getOctets(), Der::sequence));
        } else {
            throw new Refusal(IdentityProblem.UNSUPPORTED);
        }
    }

    private static byte[] octets(ASN1Encodable content) {
        return ASN1OctetString.getInstance(content).getOctets();
    }
}
