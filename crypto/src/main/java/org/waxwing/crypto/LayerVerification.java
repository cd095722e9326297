package org.waxwing.crypto;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.waxwing.crypto.cert.CertificateSource;
import org.waxwing.crypto.cert.Objection;
import org.waxwing.crypto.engine.SignatureOutcome;
import org.waxwing.crypto.mime.CanonicalPart;
import org.waxwing.crypto.mime.CryptographicLayer;
import org.waxwing.crypto.mime.MimePart;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.mime.UnobtrusiveSignature;
import org.waxwing.crypto.openpgp.CryptographicEngine;
import org.waxwing.crypto.smime.SmimeLayers;

/// Verifies the signatures that stand beside what they cover.
///
/// A signature covers a part byte for byte; a part that lost its CRs on the way is given them back, because
/// that is what was signed (RFC 3156 §5, RFC 8551 §3.1.1). Nothing else is mended: an octet that ends a line
/// for the signature and none for the reader would make other parts of the same bytes.
///
/// @param taken the layers that count
record LayerVerification(
        CryptographicEngine engine, SmimeLayers smime, TakenLayers taken, CertificateSource certificates, Instant now) {
    /// What came of a layer.
    ///
    /// @param outcomes one at least
    /// @param mended what was verified, where that is not what stands in the message
    record Found(List<SignatureOutcome> outcomes, Optional<Octets> mended) {
        Found {
            outcomes = List.copyOf(outcomes);
        }

        @Override
        public String toString() {
            return "Found[redacted]";
        }
    }

    Found of(CryptographicLayer.PgpSigned layer) {
        return verified(
                layer.signed().raw(), exact -> claimed(engine.verify(exact, layer.signature(), certificates, now)));
    }

    Found of(MimePart part, Octets signature) {
        return verified(part.raw(), exact -> claimed(smime.verify(exact, signature, certificates, now)));
    }

    /// A signature in the header covers what stands below it.
    Found of(CryptographicLayer.Unobtrusive layer) {
        List<UnobtrusiveSignature> signatures =
                layer.signatures().stream().filter(taken::has).toList();
        return verified(
                layer.exact(),
                exact -> signatures.stream()
                        .flatMap(signature -> claimed(
                                signature.cms()
                                        ? smime.verify(exact, signature.signature(), certificates, now)
                                        : engine.verify(exact, signature.signature(), certificates, now))
                                .stream())
                        .toList());
    }

    /// The part says that it is signed, so it is not simply unsigned.
    private static List<SignatureOutcome> claimed(List<SignatureOutcome> outcomes) {
        return outcomes.isEmpty()
                ? List.of(new SignatureOutcome.Invalid(List.of(new Objection.BadSignature())))
                : outcomes;
    }

    /// With its CRs first: a signature over text holds without them too, and what is shown is what was
    /// signed.
    private static Found verified(Octets exact, Function<Octets, List<SignatureOutcome>> verification) {
        Octets canonical = CanonicalPart.lines(exact);
        if (!canonical.equals(exact)) {
            List<SignatureOutcome> outcomes = verification.apply(canonical);
            if (outcomes.stream().anyMatch(LayerVerification::fits)) {
                return new Found(outcomes, Optional.of(canonical));
            }
        }
        return new Found(verification.apply(exact), Optional.empty());
    }

    /// Whether the mathematics hold, whoever signed.
    static boolean fits(SignatureOutcome outcome) {
        return switch (outcome) {
            case SignatureOutcome.Valid _ -> true;
            case SignatureOutcome.Invalid invalid ->
                invalid.objections().stream()
                        .noneMatch(objection -> objection instanceof Objection.BadSignature
                                || objection instanceof Objection.UnknownIssuer
                                || objection instanceof Objection.Unsupported
                                || objection instanceof Objection.WeakAlgorithm);
        };
    }

    @Override
    public String toString() {
        return "LayerVerification";
    }
}
