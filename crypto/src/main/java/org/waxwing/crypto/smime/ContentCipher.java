package org.waxwing.crypto.smime;

import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;

/// A cipher for the content of a message (RFC 8551 §2.7; RFC 3565, 5084, 8103).
enum ContentCipher {
    AES_128_CBC(NISTObjectIdentifiers.id_aes128_CBC, "AES-128-CBC", 16, Mode.CBC),
    AES_192_CBC(NISTObjectIdentifiers.id_aes192_CBC, "AES-192-CBC", 24, Mode.CBC),
    AES_256_CBC(NISTObjectIdentifiers.id_aes256_CBC, "AES-256-CBC", 32, Mode.CBC),
    AES_128_GCM(NISTObjectIdentifiers.id_aes128_GCM, "AES-128-GCM", 16, Mode.GCM),
    AES_192_GCM(NISTObjectIdentifiers.id_aes192_GCM, "AES-192-GCM", 24, Mode.GCM),
    AES_256_GCM(NISTObjectIdentifiers.id_aes256_GCM, "AES-256-GCM", 32, Mode.GCM),
    AES_128_CCM(NISTObjectIdentifiers.id_aes128_CCM, "AES-128-CCM", 16, Mode.CCM),
    AES_192_CCM(NISTObjectIdentifiers.id_aes192_CCM, "AES-192-CCM", 24, Mode.CCM),
    AES_256_CCM(NISTObjectIdentifiers.id_aes256_CCM, "AES-256-CCM", 32, Mode.CCM),
    CHACHA20_POLY1305(PKCSObjectIdentifiers.id_alg_AEADChaCha20Poly1305, "ChaCha20-Poly1305", 32, Mode.CHACHA),
    TRIPLE_DES(PKCSObjectIdentifiers.des_EDE3_CBC, "3DES", 24, Mode.CBC),
    RC2(PKCSObjectIdentifiers.RC2_CBC, "RC2", 16, Mode.CBC);

    /// How blocks are chained.
    enum Mode {
        CBC,
        GCM,
        CCM,
        CHACHA;

        /// Whether a tag proves the content intact.
        boolean authenticated() {
            return this != CBC;
        }
    }

    private final String identifier;
    private final String title;
    private final int keyLength;
    private final Mode mode;

    ContentCipher(ASN1ObjectIdentifier identifier, String title, int keyLength, Mode mode) {
        this.identifier = identifier.getId();
        this.title = title;
        this.keyLength = keyLength;
        this.mode = mode;
    }

    static Optional<ContentCipher> of(ASN1ObjectIdentifier identifier) {
        return Arrays.stream(values())
                .filter(cipher -> cipher.identifier.equals(identifier.getId()))
                .findFirst();
    }

    ASN1ObjectIdentifier identifier() {
        return new ASN1ObjectIdentifier(identifier);
    }

    /// Its name in words for Details.
    String title() {
        return title;
    }

    /// In octets; of RC2 the usual one, which its parameters may change.
    int keyLength() {
        return keyLength;
    }

    Mode mode() {
        return mode;
    }
}
