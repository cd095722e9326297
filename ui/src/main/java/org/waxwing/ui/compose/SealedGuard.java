package org.waxwing.ui.compose;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.StringProperty;
import org.waxwing.app.compose.Draft;
import org.waxwing.app.compose.SealedRuns;
import org.waxwing.app.compose.SealedText;

/// What of the letter being written came from sealed letters. None of it goes out in clear before its
/// writer took it out or released it, run by run.
public final class SealedGuard {
    private final StringProperty subject;
    private final StringProperty text;
    private final OpenedSealed opened;
    private final Draft start;
    private SealedText sealed;

    SealedGuard(StringProperty subject, StringProperty text, Draft start, OpenedSealed opened) {
        this.subject = subject;
        this.text = text;
        this.start = start;
        this.opened = opened;
        this.sealed = start.sealedText();
    }

    /// What is known now, with what was pasted out of letters read lately.
    SealedText known() {
        for (String source : opened.texts()) {
            if (!sealed.sources().contains(source)
                    && SealedText.none().and(source).tints(text.get())) {
                sealed = sealed.and(source);
            }
        }
        return sealed;
    }

    /// The runs that stand in the way of a postcard.
    public List<SealedRuns.Run> runs() {
        return SealedRuns.in(draft());
    }

    /// Whether the subject is one that was hidden.
    public boolean subjectIsSealed() {
        return draft().subjectIsSealed();
    }

    /// Whether nothing stands in the way.
    public boolean clean() {
        return runs().isEmpty() && !subjectIsSealed();
    }

    /// Takes the lines out of the text.
    public void remove(SealedRuns.Run run) {
        List<String> lines = List.of(text.get().split("\r\n|\r|\n", -1));
        text.set(IntStream.range(0, lines.size())
                .filter(line -> line < run.first() || line > run.last())
                .mapToObj(lines::get)
                .collect(Collectors.joining("\n")));
    }

    /// The writer may publish these lines.
    public void release(SealedRuns.Run run) {
        sealed = known().releasing(run.text());
    }

    public void removeSubject() {
        subject.set("");
    }

    private Draft draft() {
        return new Draft(
                start.account(),
                List.of(),
                List.of(),
                List.of(),
                subject.get(),
                text.get(),
                List.of(),
                start.answered(),
                known());
    }
}
