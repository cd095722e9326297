package org.waxwing.crypto.openpgp;

import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.S2K;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSessionKey;
import org.bouncycastle.openpgp.operator.PGPKeyEncryptionMethodGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPBEKeyEncryptionMethodGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyKeyEncryptionMethodGenerator;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.openpgp.bulk.BulkEncryption;
import org.waxwing.crypto.openpgp.composite.PostQuantumRecipient;
import org.waxwing.crypto.openpgp.composite.PostQuantumSchemes;
import org.waxwing.crypto.secret.Passphrase;

/// Writes messages: signed, then encrypted, never compressed (RFC 9580 §10.3). What is compressed before
/// it is encrypted leaks through its length.
final class MessageWriter {
    private static final int PARTIAL = 1 << 16;
    private static final int ARGON2_PASSES = 3;
    private static final int ARGON2_LANES = 4;

    /// 64 MiB.
    private static final int ARGON2_MEMORY_EXPONENT = 16;

    private final SecureRandom random;

    MessageWriter(SecureRandom random) {
        this.random = random;
    }

    /// For whom a message is encrypted.
    ///
    /// @param version2 whether all of them read version 2 of the packet
    record Audience(List<PGPPublicKey> keys, List<Passphrase> passwords, boolean version2) {
        Audience {
            keys = List.copyOf(keys);
            passwords = List.copyOf(passwords);
        }
    }

    /// A message with the key that opens it.
    record Encrypted(Octets message, PGPSessionKey sessionKey) {
        @Override
        public String toString() {
            return "Encrypted[redacted]";
        }
    }

    /// Whatever the packets in it are.
    Octets encrypt(Octets packets, Audience audience) {
        return encrypted(packets::writeTo, packets.length(), audience).message();
    }

    Encrypted encrypted(SignedText text, Audience audience) {
        return encrypted(text::writeTo, text.expectedLength(), audience);
    }

    /// Writes what is to be encrypted.
    private interface Clear {
        void writeTo(OutputStream out) throws IOException;
    }

    private Encrypted encrypted(Clear message, int length, Audience audience) {
        return Bcpg.require(() -> {
            AtomicReference<PGPSessionKey> sessionKey = new AtomicReference<>();
            Octets.Collector out = new Octets.Collector(
                    length + length / 512 + 512 * audience.keys().size() + 8192);
            try (OutputStream in = encrypting(out, audience, sessionKey::set)) {
                message.writeTo(in);
            }
            return new Encrypted(out.take(), Objects.requireNonNull(sessionKey.get()));
        });
    }

    /// Whether a message can be encrypted to this key at all.
    boolean reaches(PGPPublicKey key) {
        return Bcpg.attempt(() -> encrypt(Octets.empty(), new Audience(List.of(key), List.of(), false)))
                .isPresent();
    }

    /// What is written there arrives encrypted. Closing it ends the message and leaves the stream below
    /// open.
    OutputStream encrypting(OutputStream out, Audience audience, Consumer<PGPSessionKey> sessionKey)
            throws IOException, PGPException {
        PGPEncryptedDataGenerator generator = new PGPEncryptedDataGenerator(new BulkEncryption(
                random, audience.version2() ? BulkEncryption.Mode.OCB : BulkEncryption.Mode.MODIFICATION_DETECTION));
        for (PGPPublicKey key : audience.keys()) {
            generator.addMethod(byKey(key));
        }
        generator.setForceSessionKey(true);
        for (Passphrase password : audience.passwords()) {
            generator.addMethod(byPassword(password, audience.version2()));
        }
        generator.setSessionKeyExtractionCallback(sessionKey::accept);
        return generator.open(out, new byte[PARTIAL]);
    }

    private PGPKeyEncryptionMethodGenerator byKey(PGPPublicKey key) {
        return PostQuantumSchemes.kem(key.getAlgorithm())
                .<PGPKeyEncryptionMethodGenerator>map(kem -> new PostQuantumRecipient(kem, key, random))
                .orElseGet(() -> new BcPublicKeyKeyEncryptionMethodGenerator(key).setSecureRandom(random));
    }

    /// Whoever reads version 2 knows Argon2 (RFC 9580 §3.7.1.4).
    private PGPKeyEncryptionMethodGenerator byPassword(Passphrase password, boolean argon2) {
        return password.lend(characters -> Bcpg.require(() -> (argon2
                        ? new BcPBEKeyEncryptionMethodGenerator(
                                characters.clone(),
                                new S2K.Argon2Params(ARGON2_PASSES, ARGON2_LANES, ARGON2_MEMORY_EXPONENT, random))
                        : new BcPBEKeyEncryptionMethodGenerator(
                                characters.clone(),
                                new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA256),
                                0xFF))
                .setSecureRandom(random)));
    }
}
