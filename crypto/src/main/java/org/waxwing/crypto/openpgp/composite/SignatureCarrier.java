package org.waxwing.crypto.openpgp.composite;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.bouncycastle.bcpg.BCPGInputStream;
import org.bouncycastle.bcpg.HashUtils;
import org.bouncycastle.bcpg.Packet;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.SignaturePacket;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPSignature;
import org.waxwing.crypto.mime.Octets;

/// Bouncy Castle's signature with the octets of an algorithm that it doesn't know. It reads those of an
/// experimental algorithm as they are, so the packet is read as one of these and then given its own number.
public final class SignatureCarrier {
    private static final int ALGORITHM = 2;

    private SignatureCarrier() {}

    /// @param body of a signature packet; only version 6 carries these algorithms (RFC 9980 §5.3.1, §6.2.1)
    public static PGPSignature read(PostQuantumSignature scheme, Octets body) throws IOException, PGPException {
        byte[] experimental = body.toByteArray();
        if (experimental[0] != SignaturePacket.VERSION_6) {
            throw new PGPException("the algorithm is for signatures of version 6");
        }
        experimental[ALGORITHM] = PublicKeyAlgorithmTags.EXPERIMENTAL_1;
        SignaturePacket packet = SignaturePacket.fromByteArray(experimental);
        boolean fits = packet.getSignatureBytes().length == scheme.signatureLength()
                && packet.getSalt().length == HashUtils.getV6SignatureSaltSizeInBytes(packet.getHashAlgorithm());
        if (!fits) {
            throw new PGPException("a signature or a salt of the wrong length");
        }
        return of(new SignaturePacket(
                packet.getVersion(),
                packet.getSignatureType(),
                packet.getKeyID(),
                scheme.algorithm(),
                packet.getHashAlgorithm(),
                packet.getHashedSubPackets(),
                packet.getUnhashedSubPackets(),
                packet.getFingerPrint(),
                packet.getSignatureBytes(),
                packet.getSalt()));
    }

    /// The packet as a signature, which Bouncy Castle makes of streams only.
    static PGPSignature of(SignaturePacket packet) throws PGPException {
        try (OnePacket stream = new OnePacket(packet)) {
            return new PGPSignature(stream);
        } catch (IOException broken) {
            throw new IllegalStateException("a stream without any input failed", broken);
        }
    }

    /// A stream whose only packet was read already.
    private static final class OnePacket extends BCPGInputStream {
        private final Packet packet;

        OnePacket(Packet packet) {
            super(new ByteArrayInputStream(new byte[0]));
            this.packet = packet;
        }

        @Override
        public Packet readPacket() {
            return packet;
        }
    }
}
