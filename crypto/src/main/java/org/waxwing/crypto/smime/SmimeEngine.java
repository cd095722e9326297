package org.waxwing.crypto.smime;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.bouncycastle.cert.X509CertificateHolder;
import org.waxwing.crypto.mime.Octets;

/// The Cryptographic Message Syntax over bytes that pass by; what fits into memory is a special case. What
/// comes in is DER or BER without base64. Nothing in a message makes it throw: an `IOException` means that
/// a stream or a spool of the caller failed.
public final class SmimeEngine {
    private static final int READ_SIZE = 1 << 16;

    private final SecureRandom random;

    public SmimeEngine(SecureRandom random) {
        this.random = random;
    }

    /// A detached signature.
    ///
    /// @param encoded the SignedData in DER
    /// @param micalg the hash as a multipart/signed names it (RFC 8551 §3.5.3.2)
    public record Detached(Octets encoded, String micalg) {}

    /// Signs exactly these bytes. Nothing where the key can't sign.
    public Optional<Detached> signDetached(InputStream text, UnlockedIdentity signer, Instant now) throws IOException {
        try {
            SignatureWriting writing = new SignatureWriting(signer, now);
            MessageDigest digest = writing.begin();
            byte[] buffer = new byte[READ_SIZE];
            for (int n = text.read(buffer); n >= 0; n = text.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return Optional.of(new Detached(Octets.of(writing.detached(digest.digest())), writing.micalg()));
        } catch (GeneralSecurityException unsuitable) {
            return Optional.empty();
        }
    }

    /// Signs exactly these bytes and writes them with their signature in one structure.
    ///
    /// @return whether the key can sign; else what was written is nothing
    public boolean signOpaque(InputStream text, UnlockedIdentity signer, Instant now, OutputStream out)
            throws IOException {
        try {
            new SignatureWriting(signer, now).opaque(text, out);
            return true;
        } catch (GeneralSecurityException unsuitable) {
            return false;
        }
    }

    /// Encrypts with the best cipher that all recipients are known to read.
    public Sealing encrypt(InputStream text, List<SmimeRecipient> recipients, OutputStream out) throws IOException {
        return encrypt(text, OptionalLong.empty(), recipients, out);
    }

    /// The same for a text in memory. As its length is known, the message is in DER.
    public Sealing encrypt(Octets text, List<SmimeRecipient> recipients, OutputStream out) throws IOException {
        return encrypt(text.stream(), OptionalLong.of(text.length()), recipients, out);
    }

    private Sealing encrypt(InputStream text, OptionalLong length, List<SmimeRecipient> recipients, OutputStream out)
            throws IOException {
        return new EnvelopeWriting(random)
                .encrypt(
                        recipients,
                        EnvelopeWriting.cipherFor(recipients),
                        sealing -> {
                            byte[] buffer = new byte[READ_SIZE];
                            for (int n = text.read(buffer); n >= 0; n = text.read(buffer)) {
                                sealing.write(buffer, 0, n);
                            }
                        },
                        length,
                        out);
    }

    /// Decrypts. The content comes out whole, and only after its tag matched where its cipher has one.
    public Unsealing decrypt(Source message, OwnKeys keys, Holding holding) throws IOException {
        try {
            return new EnvelopeReading(random, holding).read(message, keys);
        } catch (BrokenCmsException broken) {
            return switch (broken.reason()) {
                case MALFORMED -> new Unsealing.Malformed();
                case TOO_LARGE -> new Unsealing.TooLarge();
                case UNSUPPORTED -> new Unsealing.Unsupported();
            };
        } catch (RuntimeException broken) {
            // The edge towards bytes that strangers wrote: what they do to a parser is one outcome.
            return new Unsealing.Malformed();
        }
    }

    /// Checks every signature over exactly these bytes.
    ///
    /// @param atHand certificates to look among besides the ones in the message
    public SignedReading verifyDetached(Source signature, Source text, List<X509CertificateHolder> atHand)
            throws IOException {
        return read(signature, Optional.of(text), atHand, Holding.memory());
    }

    /// Checks every signature over the content inside.
    public SignedReading openSigned(Source message, List<X509CertificateHolder> atHand, Holding holding)
            throws IOException {
        return read(message, Optional.empty(), atHand, holding);
    }

    /// Checks every signature over the content inside a message that is held. The content stays in it, and
    /// can be read as long as the message is held.
    public SignedReading openSigned(HeldContent message, List<X509CertificateHolder> atHand) throws IOException {
        return read(() -> new SignatureReading(atHand).read(message));
    }

    private static SignedReading read(
            Source message, Optional<Source> text, List<X509CertificateHolder> atHand, Holding holding)
            throws IOException {
        return read(() -> {
            try (InputStream in = message.open()) {
                return new SignatureReading(atHand).read(in, text, holding);
            }
        });
    }

    private interface Reading {
        SignedReading run() throws IOException;
    }

    private static SignedReading read(Reading reading) throws IOException {
        try {
            return reading.run();
        } catch (BrokenCmsException broken) {
            return switch (broken.reason()) {
                case MALFORMED -> new SignedReading.Malformed();
                case TOO_LARGE -> new SignedReading.TooLarge();
                case UNSUPPORTED -> new SignedReading.Unsupported();
            };
        } catch (RuntimeException broken) {
            // The edge towards bytes that strangers wrote.
            return new SignedReading.Malformed();
        }
    }

    /// Inflates compressed content, which proves nothing.
    public Decompressed decompress(Source message, Holding holding) throws IOException {
        try (InputStream in = message.open()) {
            return new Decompressed.Content(new Decompressing(holding).read(in));
        } catch (BrokenCmsException broken) {
            return switch (broken.reason()) {
                case MALFORMED -> new Decompressed.Malformed();
                case TOO_LARGE -> new Decompressed.TooLarge();
                case UNSUPPORTED -> new Decompressed.Unsupported();
            };
        } catch (RuntimeException broken) {
            // The edge towards bytes that strangers wrote.
            return new Decompressed.Malformed();
        }
    }
}
