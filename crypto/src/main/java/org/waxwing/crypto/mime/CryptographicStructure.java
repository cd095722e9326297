package org.waxwing.crypto.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which cryptographic layers a message has, and where (RFC 9787 §4): the envelope is the run of layers from
/// the root, the payload is the first part inside that is none, and every other layer is errant.
///
/// ```
/// signed        ┐ envelope
/// └─ encrypted  ┘              its payload is known after decryption
///
/// mixed           payload: the root is no layer, so there is no envelope
/// ├─ text
/// └─ signed       errant
/// ```
///
/// @param envelope from the outside in, empty for ordinary mail
/// @param payload the part that the envelope covers; for a layer that has to be decrypted or unpacked, that layer
///   itself
/// @param errantLayers how many layers stand inside the payload, forwarded messages not counted
public record CryptographicStructure(List<CryptographicLayer> envelope, MimePart payload, int errantLayers) {
    public CryptographicStructure {
        envelope = List.copyOf(envelope);
    }

    /// Of a whole message.
    public static CryptographicStructure of(MimePart root) {
        return of(root, true);
    }

    /// Of what a layer covers, read on its own: a form that counts at the root of a message only is none there.
    public static CryptographicStructure ofPart(MimePart part) {
        return of(part, false);
    }

    private static CryptographicStructure of(MimePart root, boolean whole) {
        List<CryptographicLayer> envelope = new ArrayList<>();
        MimePart part = root;
        while (true) {
            Optional<CryptographicLayer> found = CryptographicLayer.of(part, whole && envelope.isEmpty());
            if (found.isEmpty()) {
                return new CryptographicStructure(envelope, part, errantBelow(part));
            }
            envelope.add(found.get());
            switch (found.get()) {
                case CryptographicLayer.PgpSigned signed -> part = signed.signed();
                case CryptographicLayer.SmimeSigned signed -> part = signed.signed();
                case CryptographicLayer.Unobtrusive signed -> part = signed.signed();
                case CryptographicLayer.PgpEncrypted _,
                        CryptographicLayer.SmimeOpaque _,
                        CryptographicLayer.SmimeCompressed _ -> {
                    return new CryptographicStructure(envelope, part, 0);
                }
            }
        }
    }

    /// How many layers the subtree holds below its root.
    private static int errantBelow(MimePart part) {
        return switch (part) {
            case MimePart.Leaf _, MimePart.EmbeddedMessage _ -> 0;
            case MimePart.Multipart multipart ->
                multipart.parts().stream()
                        .mapToInt(child -> (protects(CryptographicLayer.of(child, false)) ? 1 : 0) + errantBelow(child))
                        .sum();
        };
    }

    private static boolean protects(Optional<CryptographicLayer> layer) {
        return layer.filter(found -> !(found instanceof CryptographicLayer.SmimeCompressed))
                .isPresent();
    }
}
