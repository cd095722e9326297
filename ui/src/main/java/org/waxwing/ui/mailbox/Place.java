package org.waxwing.ui.mailbox;

import org.waxwing.app.mailbox.Letters.Folder;
import org.waxwing.app.trust.Card;

/// What the rail can lead to.
public sealed interface Place {
    record InFolder(Folder folder) implements Place {}

    record InDrafts() implements Place {}

    record InOutbox() implements Place {}

    record OnePerson(Card card) implements Place {}
}
