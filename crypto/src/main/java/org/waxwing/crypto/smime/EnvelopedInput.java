package org.waxwing.crypto.smime;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.cms.KEMRecipientInfo;
import org.bouncycastle.asn1.cms.KeyAgreeRecipientInfo;
import org.bouncycastle.asn1.cms.KeyTransRecipientInfo;
import org.bouncycastle.asn1.cms.OtherRecipientInfo;
import org.bouncycastle.asn1.cms.RecipientEncryptedKey;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.waxwing.crypto.mime.Octets;

/// An EnvelopedData (RFC 5652 §6.1) or AuthEnvelopedData (RFC 5083 §2.1), read up to its content, which
/// then passes by.
final class EnvelopedInput {
    private static final int MAX_RECIPIENTS = 20_000;

    private final BerInput ber;
    private final boolean authenticated;
    private final List<KeyUnwrapping> recipients;
    private final ContentAlgorithm algorithm;
    private final InputStream content;

    private EnvelopedInput(
            BerInput ber,
            boolean authenticated,
            List<KeyUnwrapping> recipients,
            ContentAlgorithm algorithm,
            InputStream content) {
        this.ber = ber;
        this.authenticated = authenticated;
        this.recipients = recipients;
        this.algorithm = algorithm;
        this.content = content;
    }

    /// What stands behind the content.
    ///
    /// @param associated the authenticated attributes as the cipher sees them, or nothing
    record Trailer(Octets associated, Octets mac) {}

    static EnvelopedInput open(InputStream in) throws IOException {
        BerInput ber = new BerInput(in);
        CmsKind kind = CmsKind.enter(ber);
        if (kind != CmsKind.ENVELOPED && kind != CmsKind.AUTH_ENVELOPED) {
            throw kind == CmsKind.OTHER ? BrokenCmsException.unsupported() : BrokenCmsException.malformed();
        }
        boolean authenticated = kind == CmsKind.AUTH_ENVELOPED;
        ber.enter(BerHeader.SEQUENCE);
        requireVersion(ber);
        BerHeader header = ber.required();
        if (header.is(BerHeader.context(0))) {
            // What the sender says about itself decides nothing.
            Object _ = ber.captured(header);
            header = ber.required();
        }
        if (header.identifier() != BerHeader.SET) {
            throw BrokenCmsException.malformed();
        }
        List<KeyUnwrapping> recipients = recipients(ASN1Set.getInstance(ber.captured(header)));
        ber.enter(BerHeader.SEQUENCE);
        CmsKind.passContentType(ber);
        ContentAlgorithm algorithm = ContentAlgorithm.of(AlgorithmIdentifier.getInstance(ber.captured(ber.required())));
        if (algorithm.cipher().mode().authenticated() != authenticated) {
            // RFC 5083 §2.1, RFC 5084 §3: never a cipher of the one kind in the other's structure.
            throw BrokenCmsException.malformed();
        }
        Optional<BerHeader> encrypted = ber.next();
        if (encrypted.isPresent() && !encrypted.get().is(BerHeader.context(0))) {
            throw BrokenCmsException.malformed();
        }
        InputStream content = encrypted.isPresent() ? new BerOctets(ber, encrypted.get()) : BerOctets.absent(ber);
        return new EnvelopedInput(ber, authenticated, recipients, algorithm, content);
    }

    private static void requireVersion(BerInput ber) throws IOException {
        BerHeader version = ber.required();
        if (version.identifier() != BerHeader.INTEGER || version.length() != 1) {
            throw BrokenCmsException.malformed();
        }
        Object _ = ber.captured(version);
    }

    private static List<KeyUnwrapping> recipients(ASN1Set infos) throws BrokenCmsException {
        List<KeyUnwrapping> found = new ArrayList<>();
        for (ASN1Encodable element : infos) {
            if (found.size() > MAX_RECIPIENTS) {
                throw BrokenCmsException.tooLarge();
            }
            add(RecipientInfo.getInstance(element).getInfo(), found);
        }
        return List.copyOf(found);
    }

    private static void add(ASN1Encodable info, List<KeyUnwrapping> found) {
        switch (info) {
            case KeyTransRecipientInfo transport -> found.add(new KeyUnwrapping.Transport(transport));
            case KeyAgreeRecipientInfo agreement -> {
                for (ASN1Encodable entry : agreement.getRecipientEncryptedKeys()) {
                    found.add(new KeyUnwrapping.Agreement(agreement, RecipientEncryptedKey.getInstance(entry)));
                }
            }
            case OtherRecipientInfo other
            when other.getType().equals(KeyEncapsulation.ORI_KEM) ->
                found.add(new KeyUnwrapping.Encapsulation(KEMRecipientInfo.getInstance(other.getValue())));
            default -> {
                // Passwords and shared keys are no mail; whoever reads this has a certificate.
            }
        }
    }

    List<KeyUnwrapping> recipients() {
        return recipients;
    }

    ContentAlgorithm algorithm() {
        return algorithm;
    }

    /// The ciphertext. To be read to its end before the trailer.
    InputStream content() {
        return content;
    }

    Trailer trailer() throws IOException {
        ber.leave();
        byte[] associated = new byte[0];
        byte[] mac = new byte[0];
        for (Optional<BerHeader> next = ber.next(); next.isPresent(); next = ber.next()) {
            BerHeader header = next.get();
            if (header.is(BerHeader.OCTET_STRING)) {
                mac = ASN1OctetString.getInstance(ber.captured(header)).getOctets();
            } else if (authenticated && header.is(BerHeader.context(1))) {
                ASN1TaggedObject tagged = ASN1TaggedObject.getInstance(ber.captured(header));
                // RFC 5083 §2.1: encoded in DER and as a SET.
                associated = ASN1Set.getInstance(tagged, false).getEncoded(ASN1Encoding.DER);
            } else {
                Object _ = ber.captured(header);
            }
        }
        return new Trailer(Octets.of(associated), Octets.of(mac));
    }
}
