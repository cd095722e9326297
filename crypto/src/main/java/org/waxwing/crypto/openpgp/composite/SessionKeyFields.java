package org.waxwing.crypto.openpgp.composite;

import java.io.ByteArrayOutputStream;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.OptionalInt;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.RFC3394WrapEngine;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.openpgp.PGPSessionKey;
import org.waxwing.crypto.mime.Octets;

/// What a session key packet of a composite algorithm holds behind the algorithm's number: the
/// encapsulation, a length, in version 3 the cipher in the clear, and the session key wrapped with AES-256
/// (RFC 9980 §4.3.1).
public final class SessionKeyFields {
    /// RFC 3394 adds one block of 64 bits.
    private static final int WRAPPING = 8;

    private SessionKeyFields() {}

    /// @param cipher the message's cipher in version 3, nothing in version 6
    static Octets seal(CompositeKem kem, Octets publicKey, OptionalInt cipher, byte[] sessionKey, SecureRandom random) {
        CompositeKem.Encapsulated encapsulated = kem.encapsulate(publicKey, random);
        RFC3394WrapEngine engine = new RFC3394WrapEngine(AESEngine.newInstance());
        engine.init(true, new KeyParameter(encapsulated.key().toByteArray()));
        byte[] wrapped = engine.wrap(sessionKey, 0, sessionKey.length);
        ByteArrayOutputStream fields = new ByteArrayOutputStream();
        fields.writeBytes(encapsulated.ciphertext().toByteArray());
        fields.write(wrapped.length + (cipher.isPresent() ? 1 : 0));
        cipher.ifPresent(fields::write);
        fields.writeBytes(wrapped);
        return Octets.of(fields.toByteArray());
    }

    /// The session key, or nothing, whatever is wrong with the fields.
    ///
    /// @param cipher the message's cipher in version 6, which its fields don't name; nothing in version 3
    public static Optional<PGPSessionKey> open(CompositeKem kem, Octets secretKey, Octets fields, OptionalInt cipher) {
        int start = kem.ciphertextLength();
        if (fields.length() <= start || fields.length() != start + 1 + fields.at(start)) {
            return Optional.empty();
        }
        Octets rest = fields.slice(start + 1, fields.length());
        if (cipher.isEmpty() && rest.isEmpty()) {
            return Optional.empty();
        }
        int named = cipher.isPresent() ? cipher.getAsInt() : rest.at(0);
        Octets wrapped = cipher.isPresent() ? rest : rest.slice(1, rest.length());
        if (wrapped.length() != keyLength(named) + WRAPPING) {
            return Optional.empty();
        }
        return kem.decapsulate(secretKey, fields.slice(0, start))
                .flatMap(key -> unwrap(key, wrapped))
                .map(sessionKey -> new PGPSessionKey(named, sessionKey));
    }

    /// Of AES, which alone is allowed here; for others a length that nothing has.
    private static int keyLength(int cipher) {
        return switch (cipher) {
            case SymmetricKeyAlgorithmTags.AES_128 -> 16;
            case SymmetricKeyAlgorithmTags.AES_192 -> 24;
            case SymmetricKeyAlgorithmTags.AES_256 -> 32;
            default -> Integer.MIN_VALUE;
        };
    }

    private static Optional<byte[]> unwrap(Octets key, Octets wrapped) {
        RFC3394WrapEngine engine = new RFC3394WrapEngine(AESEngine.newInstance());
        engine.init(false, new KeyParameter(key.toByteArray()));
        try {
            return Optional.of(engine.unwrap(wrapped.toByteArray(), 0, wrapped.length()));
        } catch (InvalidCipherTextException _) {
            return Optional.empty();
        }
    }
}
