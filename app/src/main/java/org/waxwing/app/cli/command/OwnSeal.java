package org.waxwing.app.cli.command;

import java.util.Optional;
import org.waxwing.app.Waxwing;
import org.waxwing.app.cli.terminal.CommandProblem;
import org.waxwing.app.cli.terminal.ExitCode;
import org.waxwing.app.trust.Card;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.crypto.mime.AddrSpec;

/// Finds the person's own seal that a typed fingerprint or address names.
final class OwnSeal {
    private OwnSeal() {}

    static Fingerprint named(Waxwing waxwing, String typed) {
        Optional<Fingerprint> fingerprint = Typed.fingerprint(typed);
        Optional<Card> card = fingerprint.isPresent()
                ? waxwing.seals().own().stream()
                        .filter(own -> own.fingerprint().equals(fingerprint.get()))
                        .findFirst()
                : AddrSpec.parse(typed).flatMap(waxwing.seals()::sealFor);
        return card.map(Card::fingerprint)
                .orElseThrow(() -> new CommandProblem(
                        ExitCode.NOT_FOUND,
                        "You have no seal “" + typed + "”.",
                        "Give its address or its whole fingerprint; a key ID is not enough. See: waxwing keys"));
    }
}
