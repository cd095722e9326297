package org.waxwing.ui;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.waxwing.app.mailbox.Letters.LetterId;
import org.waxwing.app.practice.PracticeSession;
import org.waxwing.crypto.EnclosedLetter;
import org.waxwing.crypto.ProtectedFields;
import org.waxwing.crypto.dkim.DkimVerdict;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.ui.reading.LetterPages;
import org.waxwing.ui.reading.OpenedLetters;
import org.waxwing.ui.reading.ReadingState;

/// Letters of a practice session: what was seen on the way is what the practice relay was given, sent
/// letters included.
final class PracticePages implements LetterPages {
    private final PracticeSession session;
    private final OpenedLetters letters;

    PracticePages(PracticeSession session) {
        this.session = session;
        this.letters =
                new OpenedLetters(session.waxwing().read(), session.waxwing().vouching());
    }

    @Override
    public ReadingState open(LetterId id, BooleanSupplier nobodyWaits) {
        return letters.open(id, nobodyWaits);
    }

    @Override
    public ReadingState open(EnclosedLetter letter, ReadingState.Shown around, BooleanSupplier nobodyWaits) {
        return letters.open(letter, around, nobodyWaits);
    }

    @Override
    public List<DkimVerdict> askVouchers(LetterId id) {
        return letters.askVouchers(id);
    }

    @Override
    public Optional<Octets> asSeenOnTheWay(LetterId id) {
        Optional<ProtectedFields> fields = switch (open(id, () -> false)) {
            case ReadingState.Shown shown -> Optional.of(shown.fields());
            case ReadingState.Withheld withheld -> Optional.of(withheld.outer());
            case ReadingState.Nothing _,
                    ReadingState.Working _,
                    ReadingState.Stopped _,
                    ReadingState.Broken _,
                    ReadingState.Gone _ -> Optional.empty();
        };
        return fields.flatMap(ProtectedFields::messageId)
                .flatMap(session::relaySaw)
                .or(() -> letters.asSeenOnTheWay(id));
    }
}
