package org.waxwing.crypto.openpgp.bulk;

import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.CamelliaEngine;
import org.bouncycastle.crypto.engines.TwofishEngine;
import org.bouncycastle.crypto.modes.AEADBlockCipher;
import org.bouncycastle.crypto.modes.EAXBlockCipher;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/// Authenticated encryption of one chunk under its own nonce (RFC 9580 §5.13.2). The tag of 16 octets
/// stands behind the ciphertext.
interface ChunkCipher {
    int TAG = 16;
    int EAX = 1;
    int OCB = 2;
    int GCM = 3;

    /// Writes ciphertext and tag to `out`, which has room for them.
    void seal(byte[] nonce, byte[] associated, byte[] in, int at, int length, byte[] out, int outAt);

    /// Writes the plaintext to `out` when the tag is right. Otherwise false, and what lies in `out` is
    /// nobody's.
    ///
    /// @param length with the tag
    boolean open(byte[] nonce, byte[] associated, byte[] in, int at, int length, byte[] out, int outAt);

    /// In octets (RFC 9580 §9.6); nothing for a mode that we don't know.
    static Optional<Integer> nonceLength(int mode) {
        return switch (mode) {
            case EAX -> Optional.of(16);
            case OCB -> Optional.of(15);
            case GCM -> Optional.of(12);
            default -> Optional.empty();
        };
    }

    /// Nothing where cipher or mode are unknown or don't go together.
    static Optional<ChunkCipher> of(int cipher, int mode, byte[] key) {
        Optional<BlockEncryption> blocks = BlockEncryption.of(cipher, key).filter(found -> found.blockSize() == 16);
        if (blocks.isEmpty() || nonceLength(mode).isEmpty()) {
            return Optional.empty();
        }
        boolean aes = BlockEncryption.isAes(cipher);
        return Optional.of(
                switch (mode) {
                    case OCB -> new OcbCipher(blocks.get());
                    case GCM ->
                        aes
                                ? new Platform(new SecretKeySpec(key, "AES"))
                                : new Engine(gcm(engine(cipher)), new KeyParameter(key));
                    default -> new Engine(new EAXBlockCipher(engine(cipher)), new KeyParameter(key));
                });
    }

    private static AEADBlockCipher gcm(BlockCipher engine) {
        return GCMBlockCipher.newInstance(engine);
    }

    private static BlockCipher engine(int cipher) {
        return switch (cipher) {
            case 7, 8, 9 -> AESEngine.newInstance();
            case 10 -> new TwofishEngine();
            default -> new CamelliaEngine();
        };
    }

    /// AES in GCM by the platform.
    record Platform(SecretKeySpec key) implements ChunkCipher {
        @Override
        public String toString() {
            return "Platform[redacted]";
        }

        @Override
        public void seal(byte[] nonce, byte[] associated, byte[] in, int at, int length, byte[] out, int outAt) {
            try {
                cipher(Cipher.ENCRYPT_MODE, nonce, associated).doFinal(in, at, length, out, outAt);
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException("sealing a chunk failed", impossible);
            }
        }

        @Override
        public boolean open(byte[] nonce, byte[] associated, byte[] in, int at, int length, byte[] out, int outAt) {
            try {
                cipher(Cipher.DECRYPT_MODE, nonce, associated).doFinal(in, at, length, out, outAt);
                return true;
            } catch (GeneralSecurityException _) {
                return false;
            }
        }

        private Cipher cipher(int mode, byte[] nonce, byte[] associated) throws GeneralSecurityException {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(8 * TAG, nonce));
            cipher.updateAAD(associated);
            return cipher;
        }
    }

    /// What the platform doesn't have.
    record Engine(AEADBlockCipher cipher, KeyParameter key) implements ChunkCipher {
        @Override
        public String toString() {
            return "Engine[redacted]";
        }

        @Override
        public void seal(byte[] nonce, byte[] associated, byte[] in, int at, int length, byte[] out, int outAt) {
            if (!run(true, nonce, associated, in, at, length, out, outAt)) {
                throw new IllegalStateException("sealing a chunk failed");
            }
        }

        @Override
        public boolean open(byte[] nonce, byte[] associated, byte[] in, int at, int length, byte[] out, int outAt) {
            return run(false, nonce, associated, in, at, length, out, outAt);
        }

        private boolean run(
                boolean sealing,
                byte[] nonce,
                byte[] associated,
                byte[] in,
                int at,
                int length,
                byte[] out,
                int outAt) {
            try {
                cipher.init(sealing, new AEADParameters(key, 8 * TAG, nonce, associated));
                int done = cipher.processBytes(in, at, length, out, outAt);
                cipher.doFinal(out, outAt + done);
                return true;
            } catch (InvalidCipherTextException _) {
                return false;
            }
        }
    }
}
