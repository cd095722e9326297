package org.waxwing.ui.onboarding;

import java.util.List;
import java.util.Optional;
import org.waxwing.app.Waxwing;
import org.waxwing.app.account.Account;
import org.waxwing.app.compose.Draft;
import org.waxwing.app.send.Outbox;
import org.waxwing.app.send.Sending;
import org.waxwing.crypto.Protection;

/// A sealed letter to the person's own address: the first one.
record TestLetter(Account from, String subject, String text) {
    /// Seals it and hands it over. Nothing, when it could not be sealed.
    Optional<List<Outbox.Entry>> send(Waxwing waxwing) {
        Draft letter = Draft.letter(from.id(), List.of(from.identity()), subject, text);
        return switch (waxwing.send().send(letter, Protection.SIGNED_AND_ENCRYPTED)) {
            case Sending.Queued _ -> Optional.of(waxwing.outbox().submitWaiting());
            case Sending.NotReady _,
                    Sending.Locked _,
                    Sending.NoSeal _,
                    Sending.SealUnusable _,
                    Sending.NoRecipients _,
                    Sending.NoAccount _,
                    Sending.HoldsSealedText _,
                    Sending.LetterUnusable _ -> Optional.empty();
        };
    }

    @Override
    public String toString() {
        return "TestLetter[redacted]";
    }
}
