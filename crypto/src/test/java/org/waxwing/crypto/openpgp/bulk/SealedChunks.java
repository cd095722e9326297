package org.waxwing.crypto.openpgp.bulk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import org.waxwing.crypto.mime.Octets;

/// The body of a packet 18 of version 2, or of GnuPG's packet 20, in modes and chunk sizes that the program
/// reads but doesn't write.
public final class SealedChunks {
    private static final int AES_256 = 9;

    private SealedChunks() {}

    /// @param tag 18 or 20
    /// @param mode by number
    /// @param chunkOctet chunks of 2 to this power plus 6 octets
    public static Octets body(int tag, int mode, int chunkOctet, Octets sessionKey, Octets message) {
        byte[] vector = new byte[tag == 20 ? ChunkCipher.nonceLength(mode).orElseThrow() : 32];
        new SecureRandom().nextBytes(vector);
        EncryptedDataHeader header = new EncryptedDataHeader(tag, AES_256, mode, chunkOctet, Octets.of(vector));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag == 20 ? 1 : 2);
        out.write(AES_256);
        out.write(mode);
        out.write(chunkOctet);
        out.writeBytes(vector);
        try (OutputStream chunks =
                new ChunkedOutput(out, header.chunks(sessionKey.toByteArray()).orElseThrow())) {
            message.writeTo(chunks);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Octets.of(out.toByteArray());
    }
}
