package org.waxwing.app.cli;

import java.util.List;
import java.util.Optional;
import org.waxwing.app.compose.Draft;
import org.waxwing.app.compose.Drafts;

/// No command keeps drafts.
final class FakeDrafts implements Drafts {
    @Override
    public void keep(DraftId id, Draft draft) {
        throw new AssertionError("no command keeps drafts");
    }

    @Override
    public DraftId fresh() {
        return new DraftId(1);
    }

    @Override
    public Optional<Draft> load(DraftId id) {
        return Optional.empty();
    }

    @Override
    public List<Kept> all() {
        return List.of();
    }

    @Override
    public void discard(DraftId id) {
        throw new AssertionError("no command keeps drafts");
    }
}
