package org.waxwing.crypto;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.cert.CertificateSource;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.cert.PassphraseSource;
import org.waxwing.crypto.cert.SecretKeySource;
import org.waxwing.crypto.engine.Decryption;
import org.waxwing.crypto.engine.SignatureOutcome;
import org.waxwing.crypto.mime.CanonicalPart;
import org.waxwing.crypto.mime.CryptographicLayer;
import org.waxwing.crypto.mime.CryptographicStructure;
import org.waxwing.crypto.mime.HeaderSection;
import org.waxwing.crypto.mime.MimeParser;
import org.waxwing.crypto.mime.MimeParsing;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.openpgp.CryptographicEngine;

/// Takes the layers of one message's envelope off, from the outside in (RFC 9787 §4.2). Serves one opening.
///
/// At most one layer is decrypted. A signature around the encryption is forgotten when that is taken off,
/// because whoever signed ciphertext need not know what it says (RFC 9787 §5.2).
final class EnvelopeOpening {
    private final CryptographicEngine engine;
    private final SecretKeySource keys;
    private final CertificateSource certificates;
    private final PassphraseSource passphrases;
    private final Instant now;

    private Optional<String> cipher = Optional.empty();
    private final List<SignatureOutcome> signatures = new ArrayList<>();
    private final EnumSet<MimeParsing.Defect> defects = EnumSet.noneOf(MimeParsing.Defect.class);

    EnvelopeOpening(
            CryptographicEngine engine,
            SecretKeySource keys,
            CertificateSource certificates,
            PassphraseSource passphrases,
            Instant now) {
        this.engine = engine;
        this.keys = keys;
        this.certificates = certificates;
        this.passphrases = passphrases;
        this.now = now;
    }

    Opening open(MimeParsing.Parsed message) {
        defects.addAll(message.defects());
        return open(message.root().header(), CryptographicStructure.of(message.root()), false);
    }

    private Opening open(HeaderSection outer, CryptographicStructure structure, boolean enveloped) {
        for (CryptographicLayer layer : structure.envelope()) {
            switch (layer) {
                case CryptographicLayer.PgpSigned signed -> signatures.addAll(verified(signed));
                case CryptographicLayer.SmimeSigned _ ->
                    signatures.add(
                            new SignatureOutcome.Invalid(List.of(new Objection.Unsupported("S/MIME signature"))));
                case CryptographicLayer.PgpEncrypted encrypted -> {
                    if (cipher.isEmpty()) {
                        return decrypted(outer, encrypted);
                    }
                }
                case CryptographicLayer.SmimeOpaque _ -> {
                    if (cipher.isEmpty()) {
                        return new Opening.Unopenable(Opening.Reason.UNSUPPORTED);
                    }
                }
            }
        }
        boolean covered = enveloped || !structure.envelope().isEmpty();
        int unopened = covered ? unopenedLayers(structure) : 0;
        return new PayloadReading(outer, structure.payload(), covered, cipher, signatures, keys, now)
                .opened(structure.errantLayers() + unopened, defects);
    }

    /// A second encryption inside the first stays closed.
    private static int unopenedLayers(CryptographicStructure structure) {
        return (int) structure.envelope().stream()
                .filter(layer -> layer instanceof CryptographicLayer.PgpEncrypted
                        || layer instanceof CryptographicLayer.SmimeOpaque)
                .count();
    }

    private Opening decrypted(HeaderSection outer, CryptographicLayer.PgpEncrypted layer) {
        return switch (engine.decrypt(layer.ciphertext(), keys, certificates, passphrases, now)) {
            case Decryption.Decrypted decrypted -> {
                cipher = Optional.of(decrypted.cipher());
                signatures.clear();
                signatures.addAll(decrypted.signatures());
                yield inside(outer, decrypted.plaintext());
            }
            case Decryption.NeedPassphrase locked -> new Opening.Locked(locked.keys());
            case Decryption.NoKey _ -> new Opening.Unopenable(Opening.Reason.NO_KEY);
            case Decryption.IntegrityFailed _ -> new Opening.Unopenable(Opening.Reason.NOT_INTACT);
            case Decryption.Unsupported _ -> new Opening.Unopenable(Opening.Reason.UNSUPPORTED);
            case Decryption.Malformed _ -> new Opening.Unopenable(Opening.Reason.MALFORMED);
            case Decryption.TooLarge _ -> new Opening.Unopenable(Opening.Reason.TOO_LARGE);
        };
    }

    private Opening inside(HeaderSection outer, Octets plaintext) {
        return switch (MimeParser.parse(plaintext)) {
            case MimeParsing.BeyondLimits _ -> new Opening.Unopenable(Opening.Reason.TOO_LARGE);
            case MimeParsing.Parsed parsed -> {
                defects.addAll(parsed.defects());
                yield open(outer, CryptographicStructure.of(parsed.root()), true);
            }
        };
    }

    /// The signature covers the part byte for byte; a file that lost its CRs on the way is given them back,
    /// because that is what was signed (RFC 3156 §5).
    private List<SignatureOutcome> verified(CryptographicLayer.PgpSigned layer) {
        Octets exact = layer.signed().raw();
        List<SignatureOutcome> outcomes = engine.verify(exact, layer.signature(), certificates, now);
        if (outcomes.isEmpty()) {
            // The part says that it is signed, so it is not simply unsigned.
            return List.of(new SignatureOutcome.Invalid(List.of(new Objection.BadSignature())));
        }
        Octets canonical = CanonicalPart.lines(exact);
        boolean proven = outcomes.stream().anyMatch(SignatureOutcome.Valid.class::isInstance);
        return proven || canonical.equals(exact)
                ? outcomes
                : engine.verify(canonical, layer.signature(), certificates, now);
    }
}
