package org.waxwing.crypto;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.waxwing.crypto.cert.CertificateSource;
import org.waxwing.crypto.cert.PassphraseSource;
import org.waxwing.crypto.cert.SecretKeySource;
import org.waxwing.crypto.mime.MimeParser;
import org.waxwing.crypto.mime.MimeParsing;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.openpgp.CryptographicEngine;
import org.waxwing.crypto.smime.SmimeLayers;
import org.waxwing.crypto.work.Work;

/// Opens messages and judges them. The only maker of [CryptographicPayload]s and of
/// [Authenticity.Verified].
public final class Opener {
    private final CryptographicEngine engine;
    private final SmimeLayers smime;
    private final TakenLayers taken;
    private final TimeLimit limit;
    private final BooleanSupplier cancelled;

    Opener(CryptographicEngine engine, SmimeLayers smime) {
        this(engine, smime, TakenLayers.ANY, TimeLimit.none(), () -> false);
    }

    private Opener(
            CryptographicEngine engine,
            SmimeLayers smime,
            TakenLayers taken,
            TimeLimit limit,
            BooleanSupplier cancelled) {
        this.engine = engine;
        this.smime = smime;
        this.taken = taken;
        this.limit = limit;
        this.cancelled = cancelled;
    }

    /// An opener over both technologies, without a limit of time.
    public static Opener with(OpenPgp openPgp, Smime smime) {
        return new Opener(openPgp.engine(), smime.layers());
    }

    /// One that takes layers of OpenPGP alone. A message with a layer of S/MIME in its envelope is
    /// [Opening.Reason#RULED_OUT], and nothing of it is shown: a verdict over half of the layers would be
    /// none.
    public Opener openPgpAlone() {
        return new Opener(engine, smime, TakenLayers.OPENPGP, limit, cancelled);
    }

    /// One that takes layers of S/MIME alone, likewise.
    public Opener smimeAlone() {
        return new Opener(engine, smime, TakenLayers.SMIME, limit, cancelled);
    }

    /// This opener, with so much time for each letter. That a person thinks of a passphrase costs none of
    /// it.
    public Opener within(TimeLimit time) {
        return new Opener(engine, smime, taken, time, cancelled);
    }

    /// This opener, which ends its work when nobody wants it any more.
    ///
    /// @param nobodyWaits asked again and again, in the thread that opens
    public Opener unless(BooleanSupplier nobodyWaits) {
        return new Opener(engine, smime, taken, limit, nobodyWaits);
    }

    /// Opens a whole message, of any origin. Never throws for what is in the message.
    public Opening open(
            Octets message,
            SecretKeySource keys,
            CertificateSource certificates,
            PassphraseSource passphrases,
            Instant now) {
        return open(message, keys, certificates, passphrases, now, opening -> opening);
    }

    /// As above, and goes on with what came of it in the time that is left: work by what stands in the
    /// letter, such as to make its page, belongs to it and is ended like it.
    ///
    /// @param then whatever is thrown here is thrown on while there was time. Where its work was ended, it is
    ///   asked once more, now without a limit, for the [Opening.Unopenable] that says so
    public <T> T open(
            Octets message,
            SecretKeySource keys,
            CertificateSource certificates,
            PassphraseSource passphrases,
            Instant now,
            Function<Opening, T> then) {
        return open(message, keys, certificates, passphrases, now, false, then);
    }

    private <T> T open(
            Octets message,
            SecretKeySource keys,
            CertificateSource certificates,
            PassphraseSource passphrases,
            Instant now,
            boolean sealedAround,
            Function<Opening, T> then) {
        Function<PassphraseSource, Opening> opening = unhurried -> switch (MimeParser.parse(message)) {
            case MimeParsing.BeyondLimits(MimeParsing.Limit tooMuch) -> beyond(tooMuch);
            case MimeParsing.Parsed parsed ->
                new EnvelopeOpening(engine, smime, taken, keys, certificates, unhurried, now, sealedAround)
                        .open(parsed);
        };
        return bounded(message, passphrases, opening, then);
    }

    /// Opens a letter that was found inside another, in its own right: nothing of the one around it counts.
    public Opening open(
            EnclosedLetter letter,
            SecretKeySource keys,
            CertificateSource certificates,
            PassphraseSource passphrases,
            Instant now) {
        return open(letter, keys, certificates, passphrases, now, opening -> opening);
    }

    /// As above, and goes on with what came of it in the time that is left.
    ///
    /// @param then as for a whole message
    public <T> T open(
            EnclosedLetter letter,
            SecretKeySource keys,
            CertificateSource certificates,
            PassphraseSource passphrases,
            Instant now,
            Function<Opening, T> then) {
        return switch (letter.kind()) {
            case SIGNED_PART, SEALED_PART, FORWARDED ->
                open(letter.octets(), keys, certificates, passphrases, now, letter.sealedAround(), then);
            case INLINE_PGP ->
                bounded(
                        letter.octets(),
                        passphrases,
                        unhurried -> new EnvelopeOpening(
                                        engine, smime, taken, keys, certificates, unhurried, now, letter.sealedAround())
                                .openInline(letter.octets()),
                        then);
        };
    }

    /// The header fields as they stand outside, proven by nothing: what may be shown of a message that
    /// can't be opened. A subject of `[...]` is a hidden one (RFC 9788 §4.7).
    public static ProtectedFields outerFields(Octets message) {
        return MimeParser.header(message).map(FieldsBuilder::unprotected).orElseGet(FieldsBuilder::none);
    }

    static Opening beyond(MimeParsing.Limit limit) {
        return new Opening.Unopenable(
                switch (limit) {
                    case DEPTH -> Opening.Reason.TOO_DEEP;
                    case PARTS -> Opening.Reason.TOO_MANY_PARTS;
                    case HEADER -> Opening.Reason.LONG_HEADER;
                    case SIZE -> Opening.Reason.UNPACKS_TOO_FAR;
                });
    }

    /// Whatever came of work that was ended on the way is dropped.
    private <T> T bounded(
            Octets message,
            PassphraseSource passphrases,
            Function<PassphraseSource, Opening> opening,
            Function<Opening, T> then) {
        Work work = limit.begin(message.length(), cancelled);
        Optional<T> outcome = unlessEnded(work, () -> {
            Opening came = unbroken(() -> opening.apply(new Unhurried(passphrases, work)));
            return work.ending().isPresent() ? Optional.empty() : Optional.of(then.apply(came));
        });
        return work.ending()
                .map(ending -> then.apply(new Opening.Unopenable(
                        switch (ending) {
                            case TOO_LONG -> Opening.Reason.TOO_LONG;
                            case CANCELLED -> Opening.Reason.CANCELLED;
                        })))
                .orElseGet(outcome::orElseThrow);
    }

    /// What is thrown by work that was ended tells nothing.
    private static <T> Optional<T> unlessEnded(Work work, Supplier<Optional<T>> steps) {
        try {
            return work.run(steps);
        } catch (RuntimeException | StackOverflowError | AssertionError failure) {
            if (work.ending().isEmpty()) {
                throw failure;
            }
            return Optional.empty();
        }
    }

    /// The one edge behind which a broken message can do no harm: whatever a hostile message makes a parser
    /// throw, errors of the machine included, is an outcome, and nothing of the message gets out.
    private static Opening unbroken(Supplier<Opening> work) {
        try {
            return work.get();
        } catch (OutOfMemoryError tooLarge) {
            return new Opening.Unopenable(Opening.Reason.TOO_LARGE);
        } catch (RuntimeException | StackOverflowError | AssertionError broken) {
            return new Opening.Unopenable(Opening.Reason.MALFORMED);
        }
    }
}
