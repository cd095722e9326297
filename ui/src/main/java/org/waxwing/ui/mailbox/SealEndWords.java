package org.waxwing.ui.mailbox;

import java.util.Optional;
import org.waxwing.app.trust.Card;
import org.waxwing.crypto.cert.KeyChanging.Reason;
import org.waxwing.crypto.cert.UserId;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.ui.shield.Signers;
import org.waxwing.ui.text.Dates;
import org.waxwing.ui.text.Words;

/// The end of a seal, and what came of prolonging it, in words: what is so, and what to do.
final class SealEndWords {
    private final Words words = Words.in(SealEndWords.class);
    private final Dates dates;

    SealEndWords(Dates dates) {
        this.dates = dates;
    }

    /// The whole sentence; empty when there is nothing to say.
    String sentence(SealEndState state) {
        return switch (state) {
            case SealEndState.Nothing _ -> "";
            case SealEndState.EndsSoon soon -> words.of("seal.endsSoon", owner(soon.seal()), dates.day(soon.end()));
            case SealEndState.HasEnded ended -> words.of("seal.hasEnded", owner(ended.seal()), dates.day(ended.end()));
            case SealEndState.IssuersEnd issuers ->
                issuers.past()
                        ? words.of("seal.issuersEnded", owner(issuers.seal()), dates.day(issuers.end()))
                        : words.of("seal.issuersEndsSoon", owner(issuers.seal()), dates.day(issuers.end()));
            case SealEndState.Working working -> words.of("seal.working", owner(working.seal()));
            case SealEndState.Prolonged done ->
                done.until()
                        .map(until -> words.of("seal.prolonged", owner(done.seal()), dates.day(until)))
                        .orElseGet(() -> words.of("seal.endless", owner(done.seal())));
            case SealEndState.PartEnded part -> words.of("seal.partEnded", owner(part.seal()));
            case SealEndState.Locked locked -> words.of("seal.locked", owner(locked.seal()));
            case SealEndState.Refused refused -> refused(refused.reason(), owner(refused.seal()));
            case SealEndState.Gone gone -> words.of("seal.gone", owner(gone.seal()));
            case SealEndState.NotKept not -> words.of("seal.notKept", owner(not.seal()));
        };
    }

    private String refused(Reason reason, String owner) {
        return switch (reason) {
            case PRIMARY_ON_SMARTCARD -> words.of("seal.onSmartcard", owner);
            case PRIMARY_MISSING -> words.of("seal.primaryMissing", owner);
            case REVOKED -> words.of("seal.revoked", owner);
            case CLOCK_BEHIND -> words.of("seal.clockBehind", owner);
            case ENDS_TOO_LATE -> words.of("seal.tooLate", owner);
            case NOT_UNDERSTOOD,
                    NO_SUCH_SUBKEY,
                    SUBKEY_REVOKED,
                    NO_SUCH_USER_ID,
                    USER_ID_THERE,
                    LAST_USER_ID,
                    USER_ID_UNSUITABLE,
                    ENDS_IN_THE_PAST -> words.of("seal.cannot", owner);
        };
    }

    /// The address, since one person may have several seals.
    private static String owner(Card seal) {
        return seal.userIds().stream()
                .map(UserId::address)
                .flatMap(Optional::stream)
                .map(AddrSpec::text)
                .findFirst()
                .map(Signers::plain)
                .orElseGet(() -> Signers.name(seal.userIds()));
    }
}
