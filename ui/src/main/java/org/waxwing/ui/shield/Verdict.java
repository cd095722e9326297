package org.waxwing.ui.shield;

import java.time.Instant;
import java.util.Optional;
import org.waxwing.app.trust.Card;
import org.waxwing.app.trust.Confirmation;
import org.waxwing.app.trust.Standing;
import org.waxwing.crypto.Authenticity;
import org.waxwing.crypto.Confidentiality;
import org.waxwing.crypto.CryptographicPayload;
import org.waxwing.crypto.CryptographicSummary;
import org.waxwing.crypto.Opening;
import org.waxwing.crypto.cert.TokenProblem;

/// What the reader is told about a letter: one of these, never two (RFC 9787 §3.1).
///
/// The name of a signer is the one on their address card, not the one in From, which proves nothing.
public sealed interface Verdict {
    /// Sealed for the reader, by a signer whose card was compared with them.
    record SealedAndChecked(String signer, Instant checkedAt) implements Verdict {}

    /// Sealed for the reader, by a signer whose card is known.
    ///
    /// @param confirmation on whose word, from S/MIME
    record SealedAndKnown(String signer, Instant knownSince, Confirmation confirmation) implements Verdict {
        public SealedAndKnown(String signer, Instant knownSince) {
            this(signer, knownSince, new Confirmation.ByNobodyElse());
        }
    }

    /// Sealed by the reader: a copy of an own letter.
    record SealedByYou() implements Verdict {}

    /// Signed, and open on the way.
    ///
    /// @param confirmation on whose word, from S/MIME
    record Signed(String signer, Confirmation confirmation) implements Verdict {
        public Signed(String signer) {
            this(signer, new Confirmation.ByNobodyElse());
        }
    }

    /// Neither.
    record Postcard() implements Verdict {}

    /// Sealed for the reader, and nothing proves by whom.
    record SenderUnknown() implements Verdict {}

    /// Sealed for the reader, and nothing proves by whom nor that it came unchanged: only words are shown.
    record Unproven() implements Verdict {}

    /// Sealed for a key of this computer that nobody unlocked.
    ///
    /// @param token what is wrong with the token that it lies on
    record StillLocked(Optional<TokenProblem> token) implements Verdict {}

    /// Nothing of it is shown.
    record Withheld(Opening.Reason reason) implements Verdict {}

    /// Whether someone on the way could have read it.
    default boolean wasSealed() {
        return switch (this) {
            case SealedAndChecked _,
                    SealedAndKnown _,
                    SealedByYou _,
                    SenderUnknown _,
                    Unproven _,
                    StillLocked _,
                    Withheld _ -> true;
            case Signed _, Postcard _ -> false;
        };
    }

    /// The verdict on an opened message.
    ///
    /// @param signer the card of the one who signed, where that is proven
    static Verdict of(Opening opening, Optional<Card> signer) {
        return switch (opening) {
            case Opening.Opened(CryptographicPayload payload, CryptographicSummary summary) ->
                of(
                        summary,
                        signer,
                        Confirmation.of(summary.authenticity(), payload.fields().author()));
            case Opening.Unproven unproven ->
                switch (unproven.confidentiality()) {
                    case Confidentiality.Encrypted _ -> new Unproven();
                    case Confidentiality.Cleartext _ -> new Postcard();
                };
            case Opening.Locked locked -> new StillLocked(locked.token());
            case Opening.Unopenable unopenable -> new Withheld(unopenable.reason());
        };
    }

    private static Verdict of(CryptographicSummary summary, Optional<Card> signer, Confirmation confirmation) {
        return switch (summary.authenticity()) {
            case Authenticity.Verified verified ->
                switch (summary.confidentiality()) {
                    case Confidentiality.Encrypted _ -> sealed(verified, signer, confirmation);
                    case Confidentiality.Cleartext _ -> new Signed(Signers.name(verified.signer()), confirmation);
                };
            case Authenticity.Unsigned _, Authenticity.Unverified _ ->
                switch (summary.confidentiality()) {
                    case Confidentiality.Encrypted _ -> new SenderUnknown();
                    case Confidentiality.Cleartext _ -> new Postcard();
                };
        };
    }

    private static Verdict sealed(Authenticity.Verified verified, Optional<Card> signer, Confirmation confirmation) {
        if (signer.filter(card -> card.standing() == Standing.OWN).isPresent()) {
            return new SealedByYou();
        }
        String name = Signers.name(verified.signer());
        Optional<Instant> checked =
                signer.filter(card -> card.standing() == Standing.CHECKED).flatMap(Card::checkedAt);
        if (checked.isPresent()) {
            return new SealedAndChecked(name, checked.get());
        }
        Instant since = signer.map(Card::knownSince).orElse(verified.signedAt());
        return new SealedAndKnown(name, since, confirmation);
    }
}
