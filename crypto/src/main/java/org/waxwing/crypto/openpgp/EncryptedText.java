package org.waxwing.crypto.openpgp;

import java.io.InputStream;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPSessionKey;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.openpgp.bulk.DataDecryption;
import org.waxwing.crypto.openpgp.bulk.EncryptedDataHeader;

/// The text of an encrypted packet under a session key: whichever of the three kinds of packet it is.
final class EncryptedText {
    private EncryptedText() {}

    /// A stream that fails at the latest at its end where the text is not intact. Nothing where the key
    /// doesn't fit the packet.
    static Optional<InputStream> open(RawPacket data, PGPSessionKey key) {
        Octets body = data.body();
        if (data.tag() == RawPacket.ENCRYPTED_WITH_INTEGRITY && data.version() == 1) {
            return DataDecryption.modificationDetected(
                    body.slice(1, body.length()).stream(), key.getAlgorithm(), key.getKey());
        }
        return EncryptedDataHeader.of(data.tag(), body)
                .flatMap(header -> DataDecryption.chunked(
                        body.slice(header.length(), body.length()).stream(), header, key.getKey()));
    }
}
