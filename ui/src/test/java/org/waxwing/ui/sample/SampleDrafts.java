package org.waxwing.ui.sample;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.waxwing.app.compose.Draft;
import org.waxwing.app.compose.Drafts;

/// Drafts in memory.
public final class SampleDrafts implements Drafts {
    private final Map<Long, Draft> kept = new TreeMap<>();
    private long next = 1;

    @Override
    public void keep(DraftId id, Draft draft) {
        kept.put(id.value(), draft);
    }

    @Override
    public DraftId fresh() {
        return new DraftId(next++);
    }

    @Override
    public Optional<Draft> load(DraftId id) {
        return Optional.ofNullable(kept.get(id.value()));
    }

    @Override
    public List<Kept> all() {
        return kept.entrySet().stream()
                .map(entry -> new Kept(new DraftId(entry.getKey()), entry.getValue(), Sample.NOW))
                .toList();
    }

    @Override
    public void discard(DraftId id) {
        kept.remove(id.value());
    }
}
