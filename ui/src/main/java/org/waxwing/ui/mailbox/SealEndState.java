package org.waxwing.ui.mailbox;

import java.time.Instant;
import java.util.Optional;
import org.waxwing.app.trust.Card;
import org.waxwing.crypto.cert.KeyChanging;

/// What there is to say about the most urgent of the person's own seals.
public sealed interface SealEndState {
    /// No seal ends soon.
    record Nothing() implements SealEndState {}

    record EndsSoon(Card seal, Instant end) implements SealEndState {}

    record HasEnded(Card seal, Instant end) implements SealEndState {}

    /// Soon or already; a new certificate by its issuer is all that helps.
    record IssuersEnd(Card seal, Instant end, boolean past) implements SealEndState {}

    /// Being prolonged.
    record Working(Card seal) implements SealEndState {}

    /// @param until nothing means for ever
    record Prolonged(Card seal, Optional<Instant> until) implements SealEndState {}

    /// The whole was prolonged, but a part that the seal needs had ended before and stays so.
    record PartEnded(Card seal) implements SealEndState {}

    /// Its passphrase was not to be had; nothing was changed.
    record Locked(Card seal) implements SealEndState {}

    /// It can't be prolonged here; nothing was changed.
    record Refused(Card seal, KeyChanging.Reason reason) implements SealEndState {}

    /// It is not in the profile any more.
    record Gone(Card seal) implements SealEndState {}

    /// The change could not be kept: another program was quicker, or the disk failed. Nothing was changed.
    record NotKept(Card seal) implements SealEndState {}
}
