package org.waxwing.crypto.smime;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.cert.X509CertificateHolder;

/// Encrypts for a few people, with the best cipher that all of them are known to read.
final class EnvelopeWriting {
    private final SecureRandom random;

    EnvelopeWriting(SecureRandom random) {
        this.random = random;
    }

    /// Writes the text of the message.
    @FunctionalInterface
    interface Text {
        void writeTo(OutputStream out) throws IOException;
    }

    /// AES-256-GCM if everybody advertises it, else AES-256-CBC (RFC 8551 §2.7.1.2).
    static ContentCipher cipherFor(List<SmimeRecipient> recipients) {
        boolean authenticated = recipients.stream()
                .allMatch(recipient -> recipient.capabilities().advertises(ContentCipher.AES_256_GCM.identifier()));
        return authenticated ? ContentCipher.AES_256_GCM : ContentCipher.AES_256_CBC;
    }

    /// @param length of the text in octets, where it is known: then the message is in DER
    Sealing encrypt(
            List<SmimeRecipient> recipients, ContentCipher cipher, Text text, OptionalLong length, OutputStream out)
            throws IOException {
        if (recipients.isEmpty()) {
            throw new IllegalArgumentException("to encrypt for nobody is a mistake");
        }
        byte[] key = new byte[cipher.keyLength()];
        random.nextBytes(key);
        try {
            KeyWrapping wrapping = new KeyWrapping(key, random);
            List<RecipientInfo> entries = new ArrayList<>();
            List<X509CertificateHolder> unsuitable = new ArrayList<>();
            for (SmimeRecipient recipient : recipients) {
                entry(wrapping, recipient).ifPresentOrElse(entries::add, () -> unsuitable.add(recipient.certificate()));
            }
            if (!unsuitable.isEmpty()) {
                return new Sealing.Unsuitable(unsuitable);
            }
            try (OutputStream sealing = new EnvelopedOutput(out, cipher, key, entries, length, random)) {
                text.writeTo(sealing);
            }
            return new Sealing.Sealed(cipher.title());
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("the platform lacks " + cipher.title(), broken);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private static Optional<RecipientInfo> entry(KeyWrapping wrapping, SmimeRecipient recipient) throws IOException {
        try {
            return Optional.of(wrapping.entry(recipient));
        } catch (GeneralSecurityException | IllegalArgumentException unsuitable) {
            return Optional.empty();
        }
    }
}
