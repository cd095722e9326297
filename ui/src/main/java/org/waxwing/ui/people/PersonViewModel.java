package org.waxwing.ui.people;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.waxwing.app.trust.Card;
import org.waxwing.app.trust.People;
import org.waxwing.app.trust.Standing;
import org.waxwing.ui.task.Tasks;

/// One address card, and the person's decisions about it.
public final class PersonViewModel {
    private final People people;
    private final Tasks tasks;
    private final Runnable changed;
    private final ReadOnlyObjectWrapper<Card> card = new ReadOnlyObjectWrapper<>();

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

    public void show(Card wanted) {
        card.set(wanted);
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
