package org.waxwing.ui.shield;

import java.util.Optional;
import org.waxwing.app.trust.Confirmation;
import org.waxwing.ui.text.Dates;
import org.waxwing.ui.text.Words;

/// The word and the sentence of each verdict.
public final class VerdictWords {
    private final Words words = Words.in(VerdictWords.class);
    private final Dates dates;

    public VerdictWords(Dates dates) {
        this.dates = dates;
    }

    /// One or two words, for the chip.
    public String word(Verdict verdict) {
        return switch (verdict) {
            case Verdict.SealedAndChecked _, Verdict.SealedAndKnown _, Verdict.SealedByYou _ -> words.of("word.sealed");
            case Verdict.Signed _ -> words.of("word.signed");
            case Verdict.Postcard _ -> words.of("word.postcard");
            case Verdict.SenderUnknown _ -> words.of("word.senderUnknown");
            case Verdict.Unproven _ -> words.of("word.unproven");
            case Verdict.StillLocked _ -> words.of("word.locked");
            case Verdict.Withheld withheld ->
                switch (withheld.reason()) {
                    case NO_KEY, UNSUPPORTED, RULED_OUT, CANCELLED -> words.of("word.cannotOpen");
                    case NOT_INTACT,
                            MALFORMED,
                            TOO_DEEP,
                            TOO_MANY_PARTS,
                            LONG_HEADER,
                            UNPACKS_TOO_FAR,
                            TOO_LARGE,
                            TOO_LONG -> words.of("word.notShown");
                };
        };
    }

    /// What is proven of the text above a mailing list's footer.
    ///
    /// @param signer who signed it, where that is proven
    /// @param another the signer's address, where that isn't the one in the From that is shown
    public String listed(Optional<String> signer, Optional<String> another) {
        return signer.map(name -> another.map(address -> words.of("sentence.listedForAnother", name, address))
                        .orElseGet(() -> words.of("sentence.listed", name)))
                .orElseGet(() -> words.of("sentence.listedUnproven"));
    }

    /// As below, of a letter inside one that was sealed: nobody on the way could read it, whatever it is
    /// itself.
    public String sentenceInsideSealed(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Signed signed -> words.of("sentence.signedInsideSealed", signed.signer());
            case Verdict.Postcard _ -> words.of("sentence.postcardInsideSealed");
            case Verdict.SealedAndChecked _,
                    Verdict.SealedAndKnown _,
                    Verdict.SealedByYou _,
                    Verdict.SenderUnknown _,
                    Verdict.Unproven _,
                    Verdict.StillLocked _,
                    Verdict.Withheld _ -> sentence(verdict);
        };
    }

    /// What is true, in one sentence.
    public String sentence(Verdict verdict) {
        return switch (verdict) {
            case Verdict.SealedAndChecked sealed ->
                words.of("sentence.sealedAndChecked", sealed.signer(), dates.day(sealed.checkedAt()));
            case Verdict.SealedAndKnown sealed ->
                switch (sealed.confirmation()) {
                    case Confirmation.ByNobodyElse _ ->
                        words.of("sentence.sealedAndKnown", sealed.signer(), dates.day(sealed.knownSince()));
                    case Confirmation.ByAuthority(String authority, String domain) ->
                        words.of("sentence.sealedAndConfirmed", sealed.signer(), Signers.plain(authority), domain);
                    case Confirmation.ByPerson _ -> words.of("sentence.sealedAndAccepted", sealed.signer());
                };
            case Verdict.SealedByYou _ -> words.of("sentence.sealedByYou");
            case Verdict.Signed(String signer, Confirmation confirmation) ->
                switch (confirmation) {
                    case Confirmation.ByNobodyElse _ -> words.of("sentence.signed", signer);
                    case Confirmation.ByAuthority(String authority, String domain) ->
                        words.of("sentence.signedConfirmed", signer, Signers.plain(authority), domain);
                    case Confirmation.ByPerson _ -> words.of("sentence.signedAccepted", signer);
                };
            case Verdict.Postcard _ -> words.of("sentence.postcard");
            case Verdict.SenderUnknown _ -> words.of("sentence.senderUnknown");
            case Verdict.Unproven _ -> words.of("sentence.unproven");
            case Verdict.StillLocked locked ->
                locked.token()
                        .map(problem -> new TokenWords().sentences(problem))
                        .orElseGet(() -> words.of("sentence.locked"));
            case Verdict.Withheld withheld ->
                switch (withheld.reason()) {
                    case NO_KEY -> words.of("sentence.noKey");
                    case NOT_INTACT -> words.of("sentence.notIntact");
                    case UNSUPPORTED -> words.of("sentence.unsupported");
                    case RULED_OUT -> words.of("sentence.ruledOut");
                    case MALFORMED -> words.of("sentence.malformed");
                    case TOO_DEEP -> words.of("sentence.tooDeep");
                    case TOO_MANY_PARTS -> words.of("sentence.tooManyParts");
                    case LONG_HEADER -> words.of("sentence.longHeader");
                    case UNPACKS_TOO_FAR -> words.of("sentence.unpacksTooFar");
                    case TOO_LARGE -> words.of("sentence.tooLarge");
                    case TOO_LONG -> words.of("sentence.tooLong");
                    case CANCELLED -> words.of("sentence.cancelled");
                };
        };
    }
}
