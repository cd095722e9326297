package org.waxwing.crypto.smime;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.openpgp.bulk.SealedSpool;
import org.waxwing.crypto.work.Work;

/// Decrypts. Whatever goes wrong once a key was found is one outcome.
final class EnvelopeReading {
    private static final int MAX_ATTEMPTS = 6;
    private static final byte[] NOTHING = new byte[0];

    private final SecureRandom random;
    private final Holding holding;

    EnvelopeReading(SecureRandom random, Holding holding) {
        this.random = random;
        this.holding = holding;
    }

    /// One pass over a message: either its content, or what to do next.
    private sealed interface Attempt {
        record Opened(HeldContent content) implements Attempt {}

        /// The attributes that the tag covers stood behind the content.
        record Associated(Octets attributes) implements Attempt {}

        record Failed() implements Attempt {}

        record Overflowed() implements Attempt {}
    }

    Unsealing read(Source message, OwnKeys keys) throws IOException {
        List<KeyUnwrapping> recipients;
        ContentAlgorithm algorithm;
        try (InputStream in = message.open()) {
            EnvelopedInput head = EnvelopedInput.open(in);
            recipients = head.recipients();
            algorithm = head.algorithm();
        }
        List<UnlockedIdentity> own =
                keys.unlocked(recipients.stream().map(KeyUnwrapping::recipient).toList());
        boolean any = false;
        int attempts = 0;
        for (int i = 0; i < recipients.size() && attempts < MAX_ATTEMPTS; i++) {
            for (UnlockedIdentity identity : own) {
                if (attempts < MAX_ATTEMPTS && recipients.get(i).recipient().names(identity.certificate())) {
                    any = true;
                    Work.step();
                    attempts++;
                    switch (attempt(message, algorithm, recipients.get(i), identity)) {
                        case Attempt.Opened(HeldContent content) -> {
                            return new Unsealing.Unsealed(
                                    content,
                                    algorithm.used(),
                                    algorithm.cipher().mode().authenticated());
                        }
                        case Attempt.Overflowed _ -> {
                            return new Unsealing.TooLarge();
                        }
                        case Attempt.Associated _, Attempt.Failed _ -> {
                            // Another of our keys may do.
                        }
                    }
                }
            }
        }
        return any ? new Unsealing.NotIntact() : new Unsealing.NotForUs();
    }

    private Attempt attempt(
            Source message, ContentAlgorithm algorithm, KeyUnwrapping entry, UnlockedIdentity identity) {
        byte[] key = NOTHING;
        try {
            int length = algorithm.keyLength();
            Optional<byte[]> opened = entry.contentKey(identity, length, random);
            if (opened.isEmpty() || opened.get().length != length) {
                return new Attempt.Failed();
            }
            key = opened.get();
            return switch (pass(message, key, Octets.empty())) {
                case Attempt.Associated(Octets attributes) -> pass(message, key, attributes);
                case Attempt.Opened made -> made;
                case Attempt.Failed failed -> failed;
                case Attempt.Overflowed overflowed -> overflowed;
            };
        } catch (Passage.Overflow _) {
            return new Attempt.Overflowed();
        } catch (IOException | GeneralSecurityException | RuntimeException altered) {
            return new Attempt.Failed();
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /// @param associated what the tag covers besides, as an earlier pass found it
    private Attempt pass(Source message, byte[] key, Octets associated) throws IOException {
        SealedSpool kept = holding.beginInPieces();
        boolean released = false;
        try (InputStream in = message.open()) {
            EnvelopedInput input = EnvelopedInput.open(in);
            ContentOpening opening = input.algorithm().opening(key.clone(), associated.toByteArray(), kept);
            input.content().transferTo(new Passage(holding.limit(), opening::update));
            EnvelopedInput.Trailer trailer = input.trailer();
            if (!trailer.associated().equals(associated)) {
                return associated.isEmpty() ? new Attempt.Associated(trailer.associated()) : new Attempt.Failed();
            }
            if (!opening.finish(trailer.mac().toByteArray())) {
                return new Attempt.Failed();
            }
            kept.complete();
            released = true;
            return new Attempt.Opened(new SpooledContent(kept));
        } finally {
            if (!released) {
                kept.discard();
            }
        }
    }
}
