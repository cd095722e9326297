package org.waxwing.crypto.openpgp.bulk;

import java.io.OutputStream;
import java.security.SecureRandom;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.operator.PGPAEADDataEncryptor;
import org.bouncycastle.openpgp.operator.PGPDataEncryptor;
import org.bouncycastle.openpgp.operator.PGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.PGPDigestCalculator;
import org.jspecify.annotations.Nullable;
import org.waxwing.crypto.mime.Octets;

/// Encrypts with AES-256 under Bouncy Castle's generator of encrypted data: with a modification detection
/// code, or in chunks of 64 KiB.
public final class BulkEncryption implements PGPDataEncryptorBuilder {
    /// Chunks of 2 to this power plus 6 octets, 64 KiB (RFC 9580 §5.13.2).
    private static final int CHUNK_OCTET = 10;

    private static final int RFC_9580 = 18;
    private static final int CIPHER = SymmetricKeyAlgorithmTags.AES_256;

    private final SecureRandom random;
    private final Mode mode;

    public BulkEncryption(SecureRandom random, Mode mode) {
        this.random = random;
        this.mode = mode;
    }

    /// How the text is protected from being changed.
    public enum Mode {
        /// Version 1 of the packet, which everybody reads.
        MODIFICATION_DETECTION(-1),
        OCB(ChunkCipher.OCB),
        GCM(ChunkCipher.GCM);

        private final int number;

        Mode(int number) {
            this.number = number;
        }
    }

    @Override
    public int getAlgorithm() {
        return CIPHER;
    }

    @Override
    public int getAeadAlgorithm() {
        return mode.number;
    }

    @Override
    public int getChunkSize() {
        return CHUNK_OCTET;
    }

    @Override
    public boolean isV5StyleAEAD() {
        return false;
    }

    @Override
    public SecureRandom getSecureRandom() {
        return random;
    }

    // The mode was chosen once, when this was made.
    @Override
    public PGPDataEncryptorBuilder setWithIntegrityPacket(boolean with) {
        return this;
    }

    @Override
    public PGPDataEncryptorBuilder setWithAEAD(int aead, int chunkSize) {
        return this;
    }

    @Override
    public PGPDataEncryptorBuilder setUseV5AEAD() {
        return this;
    }

    @Override
    public PGPDataEncryptorBuilder setUseV6AEAD() {
        return this;
    }

    @Override
    public PGPDataEncryptor build(byte[] sessionKey) {
        return new Detecting(sessionKey);
    }

    @Override
    public PGPDataEncryptor build(byte[] sessionKey, byte[] salt) {
        EncryptedDataHeader header =
                new EncryptedDataHeader(RFC_9580, CIPHER, mode.number, CHUNK_OCTET, Octets.of(salt));
        return new InChunks(mode.number, header.chunks(sessionKey).orElseThrow());
    }

    private record Detecting(CfbEncryption cipher) implements PGPDataEncryptor {
        Detecting(byte[] key) {
            this(new CfbEncryption(key, CfbOutput.UNIT));
        }

        @Override
        public OutputStream getOutputStream(OutputStream out) {
            return new CfbOutput(out, cipher);
        }

        @Override
        public PGPDigestCalculator getIntegrityCalculator() {
            return new DigestCalculator(2, Hashes.sha1());
        }

        @Override
        public int getBlockSize() {
            return 16;
        }
    }

    private record InChunks(int mode, Chunks chunks) implements PGPAEADDataEncryptor {
        @Override
        public OutputStream getOutputStream(OutputStream out) {
            return new ChunkedOutput(out, chunks);
        }

        @Override
        public @Nullable PGPDigestCalculator getIntegrityCalculator() {
            return null;
        }

        @Override
        public int getBlockSize() {
            return 16;
        }

        @Override
        public int getAEADAlgorithm() {
            return mode;
        }

        @Override
        public int getChunkSize() {
            return CHUNK_OCTET;
        }

        /// Packet 20 alone asks for it, which is not written here.
        @Override
        public byte[] getIV() {
            return new byte[0];
        }
    }
}
