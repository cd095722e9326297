package org.waxwing.ui.mailbox;

import org.waxwing.app.compose.Drafts;
import org.waxwing.app.trust.Card;

/// What the three panes ask of their surroundings.
public interface MailboxActions {
    void write();

    void goOn(Drafts.Kept draft);

    void writeTo(Card card);

    /// The other look: light for dark, dark for light.
    void switchLook();
}
