package org.waxwing.app.compose;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Drafts on this computer, sealed under the vault. A crash loses none that was kept.
public interface Drafts {
    /// Keeps the draft under the id, in place of what was there.
    void keep(DraftId id, Draft draft);

    DraftId fresh();

    Optional<Draft> load(DraftId id);

    /// Newest first.
    List<Kept> all();

    void discard(DraftId id);

    record DraftId(long value) {}

    record Kept(DraftId id, Draft draft, Instant changed) {}
}
