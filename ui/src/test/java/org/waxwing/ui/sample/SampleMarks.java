package org.waxwing.ui.sample;

import org.waxwing.app.account.OwnMark;
import org.waxwing.app.account.OwnMarks;

/// A plum heron, until another is chosen.
public final class SampleMarks implements OwnMarks {
    private OwnMark mark = new OwnMark("heron", OwnMark.Colour.PLUM);

    @Override
    public OwnMark mark() {
        return mark;
    }

    @Override
    public void choose(OwnMark chosen) {
        mark = chosen;
    }
}
