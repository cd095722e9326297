package org.waxwing.crypto.openpgp;

import java.time.Instant;
import java.util.List;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.mime.Octets;

/// The primary key or a subkey, with the statements of its owner that hold.
///
/// @param others signatures that aren't the owner's, unchecked
record KeyComponent(
        PGPPublicKey key,
        RawPacket packet,
        Fingerprint fingerprint,
        List<SelfSignature> signatures,
        List<RawPacket> others) {
    KeyComponent {
        signatures = List.copyOf(signatures);
        others = List.copyOf(others);
    }

    static KeyComponent of(PGPPublicKey key, RawPacket packet, SelfSignatures.Sorted sorted) {
        return new KeyComponent(key, packet, fingerprintOf(key), sorted.own(), sorted.others());
    }

    static Fingerprint fingerprintOf(PGPPublicKey key) {
        return Fingerprint.openPgp(SignaturePeek.hex(Octets.of(key.getFingerprint())));
    }

    boolean isPrimary() {
        return packet.tag() == RawPacket.PUBLIC_KEY;
    }

    Instant created() {
        return key.getCreationTime().toInstant();
    }
}
