package org.waxwing.crypto.openpgp;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPSessionKey;
import org.waxwing.crypto.openpgp.bulk.DataDecryption;
import org.waxwing.crypto.openpgp.bulk.EncryptedDataHeader;

/// The text of an encrypted packet under a session key: whichever of the three kinds of packet it is.
final class EncryptedText {
    private EncryptedText() {}

    /// A stream that fails at the latest at its end where the text is not intact. Nothing where the key
    /// doesn't fit the packet.
    static Optional<InputStream> open(RawPacket data, PGPSessionKey key) throws IOException {
        return open(data, data.body().stream(), key);
    }

    /// As above, for a packet of which only the head is at hand.
    ///
    /// @param body the whole body, from its beginning
    static Optional<InputStream> open(RawPacket head, InputStream body, PGPSessionKey key) throws IOException {
        if (SessionKeyChoice.isVersion1(head)) {
            body.skipNBytes(1);
            return DataDecryption.modificationDetected(body, key.getAlgorithm(), key.getKey());
        }
        Optional<EncryptedDataHeader> header = EncryptedDataHeader.of(head.tag(), head.body());
        if (header.isEmpty()) {
            return Optional.empty();
        }
        body.skipNBytes(header.get().length());
        return DataDecryption.chunked(body, header.get(), key.getKey());
    }
}
