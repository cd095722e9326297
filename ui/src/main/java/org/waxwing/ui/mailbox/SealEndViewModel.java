package org.waxwing.ui.mailbox;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.waxwing.app.trust.Card;
import org.waxwing.app.trust.SealChanging;
import org.waxwing.app.trust.SealEnd;
import org.waxwing.app.trust.Seals;
import org.waxwing.crypto.cert.Fingerprint;
import org.waxwing.ui.task.Tasks;

/// Warns of seals that end, one at a time, and prolongs them when the person asks for it.
public final class SealEndViewModel {
    private final Seals seals;
    private final Tasks tasks;
    private final InstantSource clock;
    private final Set<Fingerprint> putAside = new HashSet<>();
    private final ReadOnlyObjectWrapper<SealEndState> state = new ReadOnlyObjectWrapper<>(new SealEndState.Nothing());

    public SealEndViewModel(Seals seals, Tasks tasks, InstantSource clock) {
        this.seals = seals;
        this.tasks = tasks;
        this.clock = clock;
    }

    public ReadOnlyObjectProperty<SealEndState> state() {
        return state.getReadOnlyProperty();
    }

    /// Looks which seal ends first.
    public void refresh() {
        tasks.run(seals::ending, this::warn);
    }

    private void warn(List<Card> ending) {
        state.set(ending.stream()
                .filter(seal -> !putAside.contains(seal.fingerprint()))
                .findFirst()
                .map(this::warning)
                .orElseGet(SealEndState.Nothing::new));
    }

    private SealEndState warning(Card seal) {
        Instant end = SealEnd.of(seal).orElse(Instant.MAX);
        if (SealEnd.isIssuers(seal)) {
            return new SealEndState.IssuersEnd(seal, end, !end.isAfter(clock.instant()));
        }
        return end.isAfter(clock.instant())
                ? new SealEndState.EndsSoon(seal, end)
                : new SealEndState.HasEnded(seal, end);
    }

    /// Prolongs the seal that the warning is about.
    public void prolong(Card seal) {
        if (state.get() instanceof SealEndState.Working) {
            return;
        }
        state.set(new SealEndState.Working(seal));
        tasks.run(
                () -> seals.prolong(seal.fingerprint()),
                outcome -> state.set(after(seal, outcome)),
                () -> state.set(new SealEndState.NotKept(seal)));
    }

    private SealEndState after(Card seal, SealChanging outcome) {
        return switch (outcome) {
            case SealChanging.Changed(Card now) -> prolonged(now);
            case SealChanging.Locked _ -> new SealEndState.Locked(seal);
            case SealChanging.Refused refused -> new SealEndState.Refused(seal, refused.reason());
            case SealChanging.NoSuchSeal _ -> new SealEndState.Gone(seal);
        };
    }

    /// A part that had ended long before is left as it was, and then the seal as a whole is no better off.
    private SealEndState prolonged(Card now) {
        Optional<Instant> until = SealEnd.of(now);
        Instant horizon = clock.instant().plus(SealEnd.WARNING);
        return until.filter(horizon::isAfter).isPresent()
                ? new SealEndState.PartEnded(now)
                : new SealEndState.Prolonged(now, until);
    }

    /// Says no more about this seal until the profile is opened again, and goes on to the next.
    public void putAside(Card seal) {
        putAside.add(seal.fingerprint());
        refresh();
    }
}
