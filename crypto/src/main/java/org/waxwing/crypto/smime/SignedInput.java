package org.waxwing.crypto.smime;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Set;

/// A SignedData (RFC 5652 §5.1), read up to its content, which then passes by.
final class SignedInput {
    private final BerInput ber;
    private final ASN1Set hashes;
    private final ASN1ObjectIdentifier contentType;
    private final Optional<BerOctets> content;

    private SignedInput(BerInput ber, ASN1Set hashes, ASN1ObjectIdentifier contentType, Optional<BerOctets> content) {
        this.ber = ber;
        this.hashes = hashes;
        this.contentType = contentType;
        this.content = content;
    }

    static SignedInput open(InputStream in) throws IOException {
        BerInput ber = new BerInput(in);
        CmsKind kind = CmsKind.enter(ber);
        if (kind != CmsKind.SIGNED) {
            throw kind == CmsKind.OTHER ? BrokenCmsException.unsupported() : BrokenCmsException.malformed();
        }
        ber.enter(BerHeader.SEQUENCE);
        BerHeader version = ber.required();
        if (version.identifier() != BerHeader.INTEGER) {
            throw BrokenCmsException.malformed();
        }
        Object _ = ber.captured(version);
        ASN1Set hashes = ASN1Set.getInstance(ber.captured(ber.required()));
        ber.enter(BerHeader.SEQUENCE);
        ASN1ObjectIdentifier contentType = CmsKind.identifier(ber);
        return new SignedInput(ber, hashes, contentType, content(ber));
    }

    private static Optional<BerOctets> content(BerInput ber) throws IOException {
        Optional<BerHeader> tagged = ber.next();
        if (tagged.isEmpty()) {
            return Optional.empty();
        }
        if (tagged.get().identifier() != BerHeader.context(0)) {
            throw BrokenCmsException.malformed();
        }
        ber.enter(tagged.get());
        BerHeader string = ber.required();
        if (!string.is(BerHeader.OCTET_STRING)) {
            throw BrokenCmsException.unsupported();
        }
        return Optional.of(new BerOctets(ber, string));
    }

    /// The hashes that the signatures are said to need.
    ASN1Set hashes() {
        return hashes;
    }

    ASN1ObjectIdentifier contentType() {
        return contentType;
    }

    /// The content, where it is inside. To be read to its end before [#rest].
    Optional<BerOctets> content() {
        return content;
    }

    /// What stands behind the content, element by element.
    BerInput rest() throws IOException {
        if (content.isPresent()) {
            ber.leave();
        }
        ber.leave();
        return ber;
    }
}
