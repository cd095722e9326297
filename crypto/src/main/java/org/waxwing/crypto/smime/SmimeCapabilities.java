package org.waxwing.crypto.smime;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;

/// What a person's program says that it reads (RFC 8551 §2.5.2).
///
/// @param identifiers the object identifiers of the algorithms, in dotted decimal
public record SmimeCapabilities(Set<String> identifiers) {
    private static final int MAX_STATED = 100;
    private static final List<ASN1ObjectIdentifier> OURS = List.of(
            NISTObjectIdentifiers.id_aes256_GCM,
            NISTObjectIdentifiers.id_aes128_GCM,
            PKCSObjectIdentifiers.id_alg_AEADChaCha20Poly1305,
            NISTObjectIdentifiers.id_aes256_CBC,
            NISTObjectIdentifiers.id_aes192_CBC,
            NISTObjectIdentifiers.id_aes128_CBC,
            PKCSObjectIdentifiers.id_RSAES_OAEP);

    public SmimeCapabilities {
        identifiers = Set.copyOf(identifiers);
    }

    /// Nothing is known.
    public static SmimeCapabilities unknown() {
        return new SmimeCapabilities(Set.of());
    }

    /// What this program reads.
    public static SmimeCapabilities ours() {
        Set<String> own = new HashSet<>();
        OURS.forEach(identifier -> own.add(identifier.getId()));
        return new SmimeCapabilities(own);
    }

    /// What an attribute states; entries that aren't well-formed are passed over.
    static SmimeCapabilities of(ASN1Encodable stated) {
        Set<String> found = new HashSet<>();
        for (ASN1Encodable element : ASN1Sequence.getInstance(stated)) {
            ASN1Sequence capability = ASN1Sequence.getInstance(element);
            if (found.size() < MAX_STATED
                    && capability.size() > 0
                    && capability.getObjectAt(0) instanceof ASN1ObjectIdentifier identifier) {
                found.add(identifier.getId());
            }
        }
        return new SmimeCapabilities(found);
    }

    /// What we state of ourselves, the preferred first.
    static ASN1Encodable statement() {
        return new DERSequence(OURS.stream().map(DERSequence::new).toArray(ASN1Encodable[]::new));
    }

    boolean advertises(ASN1ObjectIdentifier identifier) {
        return identifiers.contains(identifier.getId());
    }
}
