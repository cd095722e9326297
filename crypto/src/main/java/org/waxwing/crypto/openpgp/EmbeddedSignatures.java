package org.waxwing.crypto.openpgp;

import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.bcpg.SignatureSubpacket;
import org.bouncycastle.bcpg.SignatureSubpacketTags;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureSubpacketVector;
import org.waxwing.crypto.mime.Octets;

/// The signatures inside a signature, unread (RFC 9580 §5.2.3.34).
final class EmbeddedSignatures {
    private EmbeddedSignatures() {}

    static List<RawPacket> of(PGPSignature signature) {
        List<RawPacket> found = new ArrayList<>();
        for (PGPSignatureSubpacketVector area :
                List.of(signature.getHashedSubPackets(), signature.getUnhashedSubPackets())) {
            for (SignatureSubpacket subpacket : area.getSubpackets(SignatureSubpacketTags.EMBEDDED_SIGNATURE)) {
                found.add(new RawPacket(RawPacket.SIGNATURE, Octets.of(subpacket.getData())));
            }
        }
        return found;
    }
}
