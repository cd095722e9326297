package org.waxwing.crypto.openpgp.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.waxwing.crypto.mime.Octets;

/// Opens the body of an encrypted packet with a session key.
public final class DataDecryption {
    private DataDecryption() {}

    /// The plaintext of a packet of version 1, which begins behind the version octet
    /// (RFC 9580 §5.13.1). Nothing where cipher and key don't fit.
    public static Optional<InputStream> modificationDetected(InputStream body, int cipher, byte[] sessionKey) {
        return BlockEncryption.of(cipher, sessionKey).map(found -> new ModificationDetectedInput(body, found));
    }

    /// The plaintext of a packet in chunks, which begin behind the header. Nothing where cipher, mode and
    /// key don't fit.
    public static Optional<InputStream> chunked(InputStream chunks, EncryptedDataHeader header, byte[] sessionKey) {
        return header.chunks(sessionKey).map(found -> new ChunkedInput(chunks, found));
    }

    /// What a wrong session key most likely does not lead to: the random prefix of version 1 repeats its
    /// last two octets. For choosing between several keys only, never as a verdict
    /// (RFC 9580 §5.13.1).
    ///
    /// @param head the first octets behind the version, at least 18
    /// @return the prefix repeats, and the octet behind it may begin a packet
    public static boolean seemsRight(Octets head, int cipher, byte[] sessionKey) {
        return BlockEncryption.of(cipher, sessionKey)
                .map(found -> {
                    int block = found.blockSize();
                    byte[] start =
                            head.slice(0, Math.min(head.length(), 2 * block)).toByteArray();
                    if (start.length < block + 3) {
                        return false;
                    }
                    new CfbDecryption(found, 2 * block).process(start, 0, start.length);
                    return start[block - 2] == start[block]
                            && start[block - 1] == start[block + 1]
                            && start[block + 2] < 0;
                })
                .orElse(false);
    }

    /// Whether the first chunk opens with the session key.
    ///
    /// @param start of the chunks; all of the first one with what follows, where it is so long
    public static boolean opensFirstChunk(Octets start, EncryptedDataHeader header, byte[] sessionKey) {
        Optional<InputStream> text = chunked(start.stream(), header, sessionKey);
        if (text.isEmpty()) {
            return false;
        }
        byte[] first = new byte[1];
        try (InputStream in = text.get()) {
            return in.read(first) >= -1;
        } catch (IOException _) {
            return false;
        } finally {
            Arrays.fill(first, (byte) 0);
        }
    }

    /// How many octets of the packet decide between several session keys.
    public static int deciding(EncryptedDataHeader header) {
        return header.chunkLength() + 3 * ChunkCipher.TAG;
    }
}
