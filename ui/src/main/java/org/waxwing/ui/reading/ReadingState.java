package org.waxwing.ui.reading;

import java.util.Optional;
import org.waxwing.app.mailbox.Letters.LetterId;
import org.waxwing.crypto.CryptographicPayload.Note;
import org.waxwing.crypto.ProtectedFields;
import org.waxwing.crypto.mime.Mailbox;
import org.waxwing.crypto.page.LetterContent;
import org.waxwing.ui.shield.Verdict;

/// What the reading pane shows.
public sealed interface ReadingState {
    /// No letter is chosen.
    record Nothing() implements ReadingState {}

    /// It is being opened. Nothing of it is known yet.
    record Working(LetterId id) implements ReadingState {}

    /// The person didn't want to wait for it. Nothing of it is known.
    record Stopped(LetterId id) implements ReadingState {}

    /// Opening it broke, by no fault of the letter: a full disk for one. Nothing of it is known.
    record Broken(LetterId id) implements ReadingState {}

    /// It is not there any more.
    record Gone(LetterId id) implements ReadingState {}

    /// Opened and judged.
    ///
    /// @param pages what the content can be shown as
    /// @param outsideFrom who the outside of the letter names, where that is somebody else
    /// @param inside what was found beside its text
    record Shown(
            LetterId id,
            ProtectedFields fields,
            LetterContent content,
            BodyPages pages,
            Verdict verdict,
            Optional<Mailbox> outsideFrom,
            Details details,
            Inside inside)
            implements ReadingState {
        /// One with nothing beside its text.
        public Shown(
                LetterId id,
                ProtectedFields fields,
                LetterContent content,
                BodyPages pages,
                Verdict verdict,
                Optional<Mailbox> outsideFrom,
                Details details) {
            this(id, fields, content, pages, verdict, outsideFrom, details, Inside.NOTHING);
        }

        /// Whether nobody on the way could read it: it was sealed itself, or what is around it was.
        public boolean wasSealed() {
            return verdict.wasSealed() || inside.sealedAround();
        }

        /// Whether an answer may tell nothing of it in the clear, nor to anybody whom only the outside names:
        /// it was sealed, or it was encrypted however badly. Not everybody breaks a bad cipher, and whoever
        /// can't may send it on under a name of their own and wait for the answer.
        public boolean answersSealed() {
            return wasSealed() || inside.encryptedAround() || details.notes().contains(Note.BROKEN_CIPHER);
        }

        /// Whether what is shown is made of its HTML.
        boolean showsHtml(boolean asFormatted) {
            return !content.plain() || (asFormatted && pages.formatted().isPresent());
        }

        @Override
        public String toString() {
            return "Shown[" + id.value() + "]";
        }
    }

    /// Only its outside is shown; there is no content to show by mistake.
    record Withheld(LetterId id, ProtectedFields outer, Verdict verdict, Details details) implements ReadingState {
        @Override
        public String toString() {
            return "Withheld[" + id.value() + "]";
        }
    }
}
