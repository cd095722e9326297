package org.waxwing.crypto.smime;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.DESedeWrapEngine;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithRandom;

/// Wraps a content key under another key (RFC 3394; RFC 3217 for what is old).
enum KeyWrap {
    AES_128(NISTObjectIdentifiers.id_aes128_wrap, 16),
    AES_192(NISTObjectIdentifiers.id_aes192_wrap, 24),
    AES_256(NISTObjectIdentifiers.id_aes256_wrap, 32),
    TRIPLE_DES(PKCSObjectIdentifiers.id_alg_CMS3DESwrap, 24);

    private final String identifier;
    private final int keyLength;

    KeyWrap(ASN1ObjectIdentifier identifier, int keyLength) {
        this.identifier = identifier.getId();
        this.keyLength = keyLength;
    }

    static Optional<KeyWrap> of(ASN1ObjectIdentifier identifier) {
        return Arrays.stream(values())
                .filter(wrap -> wrap.identifier.equals(identifier.getId()))
                .findFirst();
    }

    ASN1ObjectIdentifier identifier() {
        return new ASN1ObjectIdentifier(identifier);
    }

    /// Of the wrapping key, in octets.
    int keyLength() {
        return keyLength;
    }

    /// @param key the wrapping key
    byte[] wrap(byte[] key, byte[] content, SecureRandom random) throws GeneralSecurityException {
        if (this == TRIPLE_DES) {
            DESedeWrapEngine engine = new DESedeWrapEngine();
            engine.init(true, new ParametersWithRandom(new KeyParameter(key), random));
            return engine.wrap(content, 0, content.length);
        }
        Cipher cipher = Cipher.getInstance("AES/KW/NoPadding");
        cipher.init(Cipher.WRAP_MODE, new SecretKeySpec(key, "AES"));
        return cipher.wrap(new SecretKeySpec(content, "AES"));
    }

    /// The content key, or nothing where it is not intact.
    Optional<byte[]> unwrap(byte[] key, byte[] wrapped) {
        try {
            if (this == TRIPLE_DES) {
                DESedeWrapEngine engine = new DESedeWrapEngine();
                engine.init(false, new KeyParameter(key));
                return Optional.of(engine.unwrap(wrapped, 0, wrapped.length));
            }
            Cipher cipher = Cipher.getInstance("AES/KW/NoPadding");
            cipher.init(Cipher.UNWRAP_MODE, new SecretKeySpec(key, "AES"));
            SecretKey opened = (SecretKey) cipher.unwrap(wrapped, "AES", Cipher.SECRET_KEY);
            return Optional.of(opened.getEncoded());
        } catch (GeneralSecurityException | InvalidCipherTextException altered) {
            return Optional.empty();
        }
    }
}
