package org.waxwing.crypto.smime;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;

/// What a CMS structure is (RFC 5652 §3).
public enum CmsKind {
    SIGNED(CMSObjectIdentifiers.signedData),
    ENVELOPED(CMSObjectIdentifiers.envelopedData),
    AUTH_ENVELOPED(CMSObjectIdentifiers.authEnvelopedData),
    COMPRESSED(CMSObjectIdentifiers.compressedData),
    /// Something that mail does not use.
    OTHER(CMSObjectIdentifiers.data);

    private final String identifier;

    CmsKind(ASN1ObjectIdentifier identifier) {
        this.identifier = identifier.getId();
    }

    ASN1ObjectIdentifier identifier() {
        return new ASN1ObjectIdentifier(identifier);
    }

    /// Enters a ContentInfo up to the structure inside, which is the next element.
    static CmsKind enter(BerInput ber) throws IOException {
        ber.enter(BerHeader.SEQUENCE);
        ASN1ObjectIdentifier identifier = identifier(ber);
        ber.enter(BerHeader.context(0));
        return Arrays.stream(values())
                .filter(kind -> kind.identifier.equals(identifier.getId()))
                .findFirst()
                .orElse(OTHER);
    }

    /// Passes over the type of what is sealed, which must be one that mail knows: no tag covers it.
    static void passContentType(BerInput ber) throws IOException {
        String identifier = identifier(ber).getId();
        if (Arrays.stream(values()).noneMatch(kind -> kind.identifier.equals(identifier))) {
            throw BrokenCmsException.unsupported();
        }
    }

    static ASN1ObjectIdentifier identifier(BerInput ber) throws IOException {
        BerHeader header = ber.required();
        if (header.identifier() != BerHeader.OBJECT_IDENTIFIER) {
            throw BrokenCmsException.malformed();
        }
        return ASN1ObjectIdentifier.getInstance(ber.captured(header));
    }

    /// What the structure says it is; [#OTHER] where it is none at all.
    public static CmsKind of(InputStream in) {
        try {
            return enter(new BerInput(in));
        } catch (IOException | RuntimeException broken) {
            return OTHER;
        }
    }
}
