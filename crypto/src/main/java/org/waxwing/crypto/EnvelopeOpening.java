package org.waxwing.crypto;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.waxwing.crypto.cert.CertificateSource;
import org.waxwing.crypto.cert.PassphraseSource;
import org.waxwing.crypto.cert.SecretKeySource;
import org.waxwing.crypto.engine.CipherUsed;
import org.waxwing.crypto.engine.Decryption;
import org.waxwing.crypto.engine.Integrity;
import org.waxwing.crypto.engine.SignatureOutcome;
import org.waxwing.crypto.engine.Unwrapping;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.AddressList;
import org.waxwing.crypto.mime.CryptographicLayer;
import org.waxwing.crypto.mime.CryptographicStructure;
import org.waxwing.crypto.mime.HeaderSection;
import org.waxwing.crypto.mime.ListWrapping;
import org.waxwing.crypto.mime.MimeParser;
import org.waxwing.crypto.mime.MimeParsing;
import org.waxwing.crypto.mime.MimePart;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.openpgp.CryptographicEngine;
import org.waxwing.crypto.smime.SmimeLayers;

/// Takes the layers of one message's envelope off, from the outside in (RFC 9787 §4.2). Serves one
/// opening.
///
/// At most one layer is decrypted. A signature around the encryption is forgotten when that is taken off,
/// because whoever signed ciphertext need not know what it says (RFC 9787 §5.2). What was decrypted
/// without a tag is shown as a letter only where a signature inside covers all of it.
final class EnvelopeOpening {
    /// Nobody nests deeper; each layer costs memory for the whole message again.
    private static final int MAX_LAYERS = 8;

    /// Octets in all layers together, beside twice the length of the message.
    private static final long MOST_UNPACKED = 128L << 20;

    private final CryptographicEngine engine;
    private final SmimeLayers smime;
    private final TakenLayers taken;
    private final SecretKeySource keys;
    private final CertificateSource certificates;
    private final PassphraseSource passphrases;
    private final Instant now;
    private final LayerVerification verification;
    private final boolean sealedAround;

    private Optional<CipherUsed> cipher = Optional.empty();
    private Integrity proof = Integrity.PROVEN;
    private int opened;
    private long unpackable = MOST_UNPACKED;
    private final List<SignatureOutcome> signatures = new ArrayList<>();
    private final EnumSet<MimeParsing.Defect> defects = EnumSet.noneOf(MimeParsing.Defect.class);

    /// @param sealedAround the message stands in one that was sealed
    EnvelopeOpening(
            CryptographicEngine engine,
            SmimeLayers smime,
            TakenLayers taken,
            SecretKeySource keys,
            CertificateSource certificates,
            PassphraseSource passphrases,
            Instant now,
            boolean sealedAround) {
        this.engine = engine;
        this.smime = smime;
        this.taken = taken;
        this.keys = keys;
        this.certificates = certificates;
        this.passphrases = passphrases;
        this.now = now;
        this.verification = new LayerVerification(engine, smime, taken, certificates, now);
        this.sealedAround = sealedAround;
    }

    Opening open(MimeParsing.Parsed message) {
        defects.addAll(message.defects());
        unpackable += 2L * message.root().raw().length();
        return open(message.root().header(), message.root(), CryptographicStructure.of(message.root()), false);
    }

    /// Decrypts the armour in a text, which is a text again: no part, no header field, and whatever is
    /// signed there is not validated (RFC 9787 §6.2.3).
    Opening openInline(Octets armour) {
        if (taken == TakenLayers.SMIME) {
            return new Opening.Unopenable(Opening.Reason.RULED_OUT);
        }
        return switch (engine.decrypt(armour, keys, certificates, passphrases, now)) {
            case Decryption.Decrypted decrypted -> {
                cipher = Optional.of(decrypted.cipher());
                proof = decrypted.integrity();
                HeaderSection none = new HeaderSection(List.of(), Octets.empty());
                MimePart text = new MimePart.Leaf(none, decrypted.plaintext(), decrypted.plaintext());
                yield new PayloadReading(none, text, false, cipher, sealedAround, List.of(), keys, now)
                        .opened(0, defects, proof, Optional.empty());
            }
            case Decryption.NeedPassphrase locked -> new Opening.Locked(locked.keys(), locked.token());
            case Decryption.NoKey _ -> new Opening.Unopenable(Opening.Reason.NO_KEY);
            case Decryption.IntegrityFailed _ -> new Opening.Unopenable(Opening.Reason.NOT_INTACT);
            case Decryption.Unsupported _ -> new Opening.Unopenable(Opening.Reason.UNSUPPORTED);
            case Decryption.Malformed _ -> new Opening.Unopenable(Opening.Reason.MALFORMED);
            case Decryption.TooLarge _ -> new Opening.Unopenable(Opening.Reason.UNPACKS_TOO_FAR);
        };
    }

    private Opening open(HeaderSection outer, MimePart root, CryptographicStructure structure, boolean enveloped) {
        if (!structure.envelope().stream().allMatch(taken::has)) {
            return new Opening.Unopenable(Opening.Reason.RULED_OUT);
        }
        boolean covered = enveloped;
        for (CryptographicLayer layer : structure.envelope()) {
            Optional<Octets> mended = Optional.empty();
            switch (layer) {
                case CryptographicLayer.PgpSigned signed -> mended = added(verification.of(signed));
                case CryptographicLayer.SmimeSigned(MimePart part, Octets signature) -> {
                    LayerVerification.Found found = verification.of(part, signature);
                    List<SignatureOutcome> _ = proving(found.outcomes());
                    mended = added(found);
                }
                case CryptographicLayer.Unobtrusive signed -> mended = added(verification.of(signed));
                case CryptographicLayer.PgpEncrypted(Octets ciphertext) -> {
                    if (cipher.isEmpty()) {
                        return decrypted(outer, engine.decrypt(ciphertext, keys, certificates, passphrases, now));
                    }
                }
                case CryptographicLayer.SmimeOpaque(Octets cms) -> {
                    Optional<Opening> opening = opaque(outer, cms, covered);
                    if (opening.isPresent()) {
                        return opening.get();
                    }
                }
                case CryptographicLayer.SmimeCompressed(Octets cms) -> {
                    return unwrapped(outer, smime.decompress(cms), covered);
                }
            }
            covered = true;
            if (mended.isPresent()) {
                return inside(outer, mended.get(), CryptographicStructure::ofPart, true);
            }
        }
        int unopened = covered ? unopenedLayers(structure) : 0;
        return new PayloadReading(outer, structure.payload(), covered, cipher, sealedAround, signatures, keys, now)
                .opened(structure.errantLayers() + unopened, defects, proof, covered ? Optional.empty() : listed(root));
    }

    /// Nothing for a second encryption inside the first, which stays closed.
    private Optional<Opening> opaque(HeaderSection outer, Octets cms, boolean covered) {
        return switch (smime.kind(cms)) {
            case SIGNED -> Optional.of(unwrapped(outer, smime.open(cms, certificates, now), true));
            case COMPRESSED -> Optional.of(unwrapped(outer, smime.decompress(cms), covered));
            case ENVELOPED, AUTH_ENVELOPED ->
                cipher.isEmpty()
                        ? Optional.of(decrypted(outer, smime.decrypt(cms, keys, passphrases)))
                        : Optional.empty();
            case OTHER -> Optional.of(new Opening.Unopenable(Opening.Reason.MALFORMED));
        };
    }

    /// A second encryption inside the first stays closed.
    private static int unopenedLayers(CryptographicStructure structure) {
        return (int) structure.envelope().stream()
                .filter(layer -> layer instanceof CryptographicLayer.PgpEncrypted
                        || layer instanceof CryptographicLayer.SmimeOpaque)
                .count();
    }

    private Opening unwrapped(HeaderSection outer, Unwrapping unwrapping, boolean covered) {
        return switch (unwrapping) {
            case Unwrapping.Content(Octets content, List<SignatureOutcome> found) -> {
                signatures.addAll(proving(found));
                yield inside(outer, content, CryptographicStructure::of, covered);
            }
            case Unwrapping.Unsupported _ -> new Opening.Unopenable(Opening.Reason.UNSUPPORTED);
            case Unwrapping.Malformed _ -> new Opening.Unopenable(Opening.Reason.MALFORMED);
            case Unwrapping.TooLarge _ -> new Opening.Unopenable(Opening.Reason.UNPACKS_TOO_FAR);
        };
    }

    private Opening decrypted(HeaderSection outer, Decryption decryption) {
        return switch (decryption) {
            case Decryption.Decrypted decrypted -> {
                cipher = Optional.of(decrypted.cipher());
                proof = decrypted.integrity();
                signatures.clear();
                signatures.addAll(decrypted.signatures());
                yield inside(outer, decrypted.plaintext(), CryptographicStructure::of, true);
            }
            case Decryption.NeedPassphrase locked -> new Opening.Locked(locked.keys(), locked.token());
            case Decryption.NoKey _ -> new Opening.Unopenable(Opening.Reason.NO_KEY);
            case Decryption.IntegrityFailed _ -> new Opening.Unopenable(Opening.Reason.NOT_INTACT);
            case Decryption.Unsupported _ -> new Opening.Unopenable(Opening.Reason.UNSUPPORTED);
            case Decryption.Malformed _ -> new Opening.Unopenable(Opening.Reason.MALFORMED);
            case Decryption.TooLarge _ -> new Opening.Unopenable(Opening.Reason.UNPACKS_TOO_FAR);
        };
    }

    private Opening inside(
            HeaderSection outer,
            Octets content,
            Function<MimePart, CryptographicStructure> structure,
            boolean covered) {
        opened++;
        unpackable -= content.length();
        if (opened > MAX_LAYERS || unpackable < 0) {
            return new Opening.Unopenable(Opening.Reason.UNPACKS_TOO_FAR);
        }
        return switch (MimeParser.parse(content)) {
            case MimeParsing.BeyondLimits(MimeParsing.Limit limit) -> Opener.beyond(limit);
            case MimeParsing.Parsed parsed -> {
                defects.addAll(parsed.defects());
                yield open(outer, parsed.root(), structure.apply(parsed.root()), covered);
            }
        };
    }

    /// @return what was verified, where that is not what stands in the message
    private Optional<Octets> added(LayerVerification.Found found) {
        signatures.addAll(found.outcomes());
        return found.mended();
    }

    /// Whoever signed the whole of a decrypted text knew all of it, so nobody else put anything into it
    /// on the way. That needs the mathematics alone, not that the signer is believed.
    private List<SignatureOutcome> proving(List<SignatureOutcome> found) {
        if (found.stream().anyMatch(LayerVerification::fits)) {
            proof = Integrity.PROVEN;
        }
        return found;
    }

    /// The letter above a list's footer, judged by the From outside where it has none of its own.
    private Optional<CoveredPart> listed(MimePart root) {
        return ListWrapping.of(root)
                .filter(wrapping -> taken.has(wrapping.layer()))
                .flatMap(wrapping -> switch (wrapping.layer()) {
                    case CryptographicLayer.PgpSigned signed ->
                        Optional.of(covered(root, signed.signed(), verification.of(signed), wrapping));
                    case CryptographicLayer.SmimeSigned(MimePart part, Octets signature) ->
                        Optional.of(covered(root, part, verification.of(part, signature), wrapping));
                    case CryptographicLayer.Unobtrusive _,
                            CryptographicLayer.PgpEncrypted _,
                            CryptographicLayer.SmimeOpaque _,
                            CryptographicLayer.SmimeCompressed _ -> Optional.empty();
                });
    }

    private CoveredPart covered(MimePart root, MimePart part, LayerVerification.Found found, ListWrapping wrapping) {
        AddressList outside = root.header().addresses("From");
        AddressList from = HeaderProtection.of(part, root.header()).from().orElse(outside);
        Authenticity authenticity = new AuthorshipJudgement(from, keys, now).judge(found.outcomes());
        Optional<AddrSpec> author = authenticity instanceof Authenticity.Verified
                ? Optional.of(from.mailboxes().getFirst().address())
                : Optional.empty();
        return new CoveredPart(
                authenticity,
                author.filter(address -> outside.mailboxes().size() != 1
                        || !outside.mailboxes().getFirst().address().equals(address)),
                wrapping.footer());
    }
}
