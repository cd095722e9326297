package org.waxwing.crypto.gnupg;

import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.BlowfishEngine;
import org.bouncycastle.crypto.engines.CAST5Engine;
import org.bouncycastle.crypto.engines.CamelliaEngine;
import org.bouncycastle.crypto.engines.DESedeEngine;
import org.bouncycastle.crypto.engines.TwofishEngine;

/// The ciphers that may lock an OpenPGP secret key (RFC 9580 §9.3), by libgcrypt's names.
enum NativeCipher {
    TRIPLE_DES("3DES", 2, 24, 8),
    CAST5("CAST5", 3, 16, 8),
    BLOWFISH("BLOWFISH", 4, 16, 8),
    AES128("AES", 7, 16, 16),
    AES192("AES192", 8, 24, 16),
    AES256("AES256", 9, 32, 16),
    TWOFISH("TWOFISH", 10, 32, 16),
    CAMELLIA128("CAMELLIA128", 11, 16, 16),
    CAMELLIA192("CAMELLIA192", 12, 24, 16),
    CAMELLIA256("CAMELLIA256", 13, 32, 16);

    private final String name;
    private final int id;
    private final int keyLength;
    private final int blockLength;

    NativeCipher(String name, int id, int keyLength, int blockLength) {
        this.name = name;
        this.id = id;
        this.keyLength = keyLength;
        this.blockLength = blockLength;
    }

    static Optional<NativeCipher> called(String name) {
        return Arrays.stream(values())
                .filter(cipher -> cipher.name.equalsIgnoreCase(name))
                .findFirst();
    }

    int id() {
        return id;
    }

    int keyLength() {
        return keyLength;
    }

    int blockLength() {
        return blockLength;
    }

    BlockCipher engine() {
        return switch (this) {
            case TRIPLE_DES -> new DESedeEngine();
            case CAST5 -> new CAST5Engine();
            case BLOWFISH -> new BlowfishEngine();
            case AES128, AES192, AES256 -> AESEngine.newInstance();
            case TWOFISH -> new TwofishEngine();
            case CAMELLIA128, CAMELLIA192, CAMELLIA256 -> new CamelliaEngine();
        };
    }
}
