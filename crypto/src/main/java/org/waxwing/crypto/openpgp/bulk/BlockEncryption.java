package org.waxwing.crypto.openpgp.bulk;

import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.engines.BlowfishEngine;
import org.bouncycastle.crypto.engines.CAST5Engine;
import org.bouncycastle.crypto.engines.CamelliaEngine;
import org.bouncycastle.crypto.engines.DESedeEngine;
import org.bouncycastle.crypto.engines.IDEAEngine;
import org.bouncycastle.crypto.engines.TwofishEngine;
import org.bouncycastle.crypto.params.KeyParameter;

/// Encrypts many blocks at once, each for itself. The ciphers of RFC 9580 §9.3: AES by the processor's
/// instructions, the others by Bouncy Castle.
interface BlockEncryption {
    /// In octets.
    int blockSize();

    /// Encrypts `length` octets, whole blocks; `in` and `out` are different arrays.
    void encrypt(byte[] in, int inAt, int length, byte[] out, int outAt);

    /// Back again, one direction being all that most modes need.
    void decrypt(byte[] in, int inAt, int length, byte[] out, int outAt);

    static boolean isAes(int cipher) {
        return cipher >= 7 && cipher <= 9;
    }

    /// In octets; nothing where the number means no cipher that we know.
    static Optional<Integer> keyLength(int cipher) {
        return switch (cipher) {
            case 1, 3, 4, 7, 11 -> Optional.of(16);
            case 2, 8, 12 -> Optional.of(24);
            case 9, 10, 13 -> Optional.of(32);
            default -> Optional.empty();
        };
    }

    /// Nothing where the cipher is unknown or the key has not its length.
    static Optional<BlockEncryption> of(int cipher, byte[] key) {
        if (keyLength(cipher).filter(length -> length == key.length).isEmpty()) {
            return Optional.empty();
        }
        return switch (cipher) {
            case 1 -> engine(IDEAEngine::new, key);
            case 2 -> engine(DESedeEngine::new, key);
            case 3 -> engine(CAST5Engine::new, key);
            case 4 -> engine(BlowfishEngine::new, key);
            case 7, 8, 9 -> Optional.of(new Aes(key));
            case 10 -> engine(TwofishEngine::new, key);
            default -> engine(CamelliaEngine::new, key);
        };
    }

    /// @param key 16, 24 or 32 octets
    static BlockEncryption aes(byte[] key) {
        return new Aes(key);
    }

    private static Optional<BlockEncryption> engine(Supplier<BlockCipher> make, byte[] key) {
        return Optional.of(new Engine(keyed(make, true, key), keyed(make, false, key)));
    }

    private static BlockCipher keyed(Supplier<BlockCipher> make, boolean encrypting, byte[] key) {
        BlockCipher cipher = make.get();
        cipher.init(encrypting, new KeyParameter(key));
        return cipher;
    }

    /// AES in ECB, which the platform does many blocks at a time.
    final class Aes implements BlockEncryption {
        private final Cipher forward;
        private final Cipher backward;

        private Aes(byte[] key) {
            forward = ecb(Cipher.ENCRYPT_MODE, key);
            backward = ecb(Cipher.DECRYPT_MODE, key);
        }

        private static Cipher ecb(int mode, byte[] key) {
            try {
                Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
                cipher.init(mode, new SecretKeySpec(key, "AES"));
                return cipher;
            } catch (GeneralSecurityException missing) {
                throw new IllegalStateException("the platform has no AES", missing);
            }
        }

        @Override
        public int blockSize() {
            return 16;
        }

        @Override
        public void encrypt(byte[] in, int inAt, int length, byte[] out, int outAt) {
            run(forward, in, inAt, length, out, outAt);
        }

        @Override
        public void decrypt(byte[] in, int inAt, int length, byte[] out, int outAt) {
            run(backward, in, inAt, length, out, outAt);
        }

        private static void run(Cipher cipher, byte[] in, int inAt, int length, byte[] out, int outAt) {
            try {
                cipher.update(in, inAt, length, out, outAt);
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException("whole blocks into enough room failed", impossible);
            }
        }
    }

    /// One block at a time.
    record Engine(BlockCipher forward, BlockCipher backward) implements BlockEncryption {
        @Override
        public int blockSize() {
            return forward.getBlockSize();
        }

        @Override
        public void encrypt(byte[] in, int inAt, int length, byte[] out, int outAt) {
            for (int at = 0; at < length; at += forward.getBlockSize()) {
                forward.processBlock(in, inAt + at, out, outAt + at);
            }
        }

        @Override
        public void decrypt(byte[] in, int inAt, int length, byte[] out, int outAt) {
            for (int at = 0; at < length; at += backward.getBlockSize()) {
                backward.processBlock(in, inAt + at, out, outAt + at);
            }
        }
    }
}
