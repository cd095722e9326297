package org.waxwing.app.cli.command;

import java.util.Optional;
import org.waxwing.app.Waxwing;
import org.waxwing.app.cli.terminal.CommandProblem;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.trust.Card;
import org.waxwing.app.trust.Readiness;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.mime.AddrSpec;

/// Finds the person's own seal, or an address card, that a typed fingerprint or address names.
public final class OwnSeal {
    private OwnSeal() {}

    public static Fingerprint named(Waxwing waxwing, String typed) {
        return own(waxwing, typed)
                .map(Card::fingerprint)
                .orElseThrow(() -> new CommandProblem(
                        ExitCode.NOT_FOUND,
                        "You have no seal “" + typed + "”.",
                        "Give its address or its whole fingerprint; a key ID is not enough. See: waxwing keys"));
    }

    /// The same, or somebody else's address card.
    public static Card orCard(Waxwing waxwing, String typed) {
        return own(waxwing, typed)
                .or(() -> other(waxwing, typed))
                .orElseThrow(() -> new CommandProblem(
                        ExitCode.NOT_FOUND,
                        "There is no seal and no address card “" + typed + "”.",
                        "Give its address or its whole fingerprint; a key ID is not enough. See: waxwing keys"));
    }

    static Optional<Card> own(Waxwing waxwing, String typed) {
        Optional<Fingerprint> fingerprint = Typed.fingerprint(typed);
        return fingerprint.isPresent()
                ? waxwing.seals().own().stream()
                        .filter(card -> card.fingerprint().equals(fingerprint.get()))
                        .findFirst()
                : AddrSpec.parse(typed).flatMap(waxwing.seals()::sealFor);
    }

    private static Optional<Card> other(Waxwing waxwing, String typed) {
        return Typed.fingerprint(typed)
                .or(() -> AddrSpec.parse(typed)
                        .flatMap(address -> switch (waxwing.people().readiness(address)) {
                            case Readiness.Ready ready -> Optional.of(ready.certificate());
                            case Readiness.CardUnusable unusable -> Optional.of(unusable.certificate());
                            case Readiness.OtherTechnology other -> Optional.of(other.certificate());
                            case Readiness.NoCard() -> Optional.empty();
                        }))
                .flatMap(waxwing.people()::card)
                .or(() -> Typed.smimeFingerprint(typed).flatMap(waxwing.people()::card));
    }
}
