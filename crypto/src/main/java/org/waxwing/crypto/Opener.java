package org.waxwing.crypto;

import java.time.Instant;
import org.waxwing.crypto.cert.CertificateSource;
import org.waxwing.crypto.cert.PassphraseSource;
import org.waxwing.crypto.cert.SecretKeySource;
import org.waxwing.crypto.mime.MimeParser;
import org.waxwing.crypto.mime.MimeParsing;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.openpgp.CryptographicEngine;
import org.waxwing.crypto.smime.SmimeLayers;

/// Opens messages and judges them. The only maker of [CryptographicPayload]s and of
/// [Authenticity.Verified].
public final class Opener {
    private final CryptographicEngine engine;
    private final SmimeLayers smime;
    private final TakenLayers taken;

    Opener(CryptographicEngine engine, SmimeLayers smime) {
        this(engine, smime, TakenLayers.ANY);
    }

    private Opener(CryptographicEngine engine, SmimeLayers smime, TakenLayers taken) {
        this.engine = engine;
        this.smime = smime;
        this.taken = taken;
    }

    /// An opener over both technologies.
    public static Opener with(OpenPgp openPgp, Smime smime) {
        return new Opener(openPgp.engine(), smime.layers());
    }

    /// One that takes layers of OpenPGP alone. A message with a layer of S/MIME in its envelope is
    /// [Opening.Reason#RULED_OUT], and nothing of it is shown: a verdict over half of the layers would be
    /// none.
    public Opener openPgpAlone() {
        return new Opener(engine, smime, TakenLayers.OPENPGP);
    }

    /// One that takes layers of S/MIME alone, likewise.
    public Opener smimeAlone() {
        return new Opener(engine, smime, TakenLayers.SMIME);
    }

    /// Opens a whole message, of any origin. Never throws for what is in the message.
    public Opening open(
            Octets message,
            SecretKeySource keys,
            CertificateSource certificates,
            PassphraseSource passphrases,
            Instant now) {
        return bounded(() -> switch (MimeParser.parse(message)) {
            case MimeParsing.BeyondLimits(MimeParsing.Limit limit) -> beyond(limit);
            case MimeParsing.Parsed parsed ->
                new EnvelopeOpening(engine, smime, taken, keys, certificates, passphrases, now).open(parsed);
        });
    }

    /// Opens a letter that was found inside another, in its own right: nothing of the one around it counts.
    public Opening open(
            EnclosedLetter letter,
            SecretKeySource keys,
            CertificateSource certificates,
            PassphraseSource passphrases,
            Instant now) {
        return switch (letter.kind()) {
            case SIGNED_PART, SEALED_PART, FORWARDED -> open(letter.octets(), keys, certificates, passphrases, now);
            case INLINE_PGP ->
                bounded(() -> new EnvelopeOpening(engine, smime, taken, keys, certificates, passphrases, now)
                        .openInline(letter.octets()));
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

    private interface Work {
        Opening open();
    }

    /// The one edge behind which a broken message can do no harm: whatever a hostile message makes a parser
    /// throw, errors of the machine included, is an outcome, and nothing of the message gets out.
    private static Opening bounded(Work work) {
        try {
            return work.open();
        } catch (OutOfMemoryError tooLarge) {
            return new Opening.Unopenable(Opening.Reason.TOO_LARGE);
        } catch (RuntimeException | StackOverflowError | AssertionError broken) {
            return new Opening.Unopenable(Opening.Reason.MALFORMED);
        }
    }
}
