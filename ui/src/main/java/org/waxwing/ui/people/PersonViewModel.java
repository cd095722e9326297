package org.waxwing.ui.people;

import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.waxwing.app.trust.Card;
import org.waxwing.app.trust.People;
import org.waxwing.app.trust.Readiness;
import org.waxwing.app.trust.Standing;
import org.waxwing.ui.task.Tasks;

/// One address card, and the person's decisions about it.
public final class PersonViewModel {
    private final People people;
    private final Tasks tasks;
    private final Runnable changed;
    private final ReadOnlyObjectWrapper<Card> card = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Optional<String>> confirmedBy = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param changed called after a decision was noted
    public PersonViewModel(People people, Tasks tasks, Runnable changed) {
        this.people = people;
        this.tasks = tasks;
        this.changed = changed;
    }

    /// The card; to be read after [#show].
    public ReadOnlyObjectProperty<Card> card() {
        return card.getReadOnlyProperty();
    }

    /// The authority that confirms an S/MIME card, in its own words; nothing where nobody does, and before
    /// that is known.
    public ReadOnlyObjectProperty<Optional<String>> confirmedBy() {
        return confirmedBy.getReadOnlyProperty();
    }

    public void show(Card wanted) {
        confirmedBy.set(Optional.empty());
        card.set(wanted);
        tasks.run(() -> authority(wanted), found -> {
            if (wanted.equals(card.get())) {
                confirmedBy.set(found);
            }
        });
    }

    private Optional<String> authority(Card wanted) {
        return wanted.userIds().stream()
                .flatMap(id -> id.address().stream())
                .map(people::readiness)
                .flatMap(readiness -> readiness instanceof Readiness.Ready ready
                                && ready.certificate().equals(wanted.fingerprint())
                        ? ready.confirmedBy().stream()
                        : Stream.empty())
                .findFirst();
    }

    /// Notes a decision.
    ///
    /// @param evidence why, for the journal
    public void decide(Standing standing, String evidence) {
        Card current = card.get();
        tasks.run(
                () -> {
                    people.decide(current.fingerprint(), standing, evidence);
                    return people.card(current.fingerprint());
                },
                now -> {
                    now.ifPresent(card::set);
                    changed.run();
                });
    }
}
