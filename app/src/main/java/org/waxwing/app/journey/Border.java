package org.waxwing.app.journey;

import java.util.List;

/// Where the word of the reader's own servers ends. Everything below was in the letter when it came to
/// them, so its sender may have written it.
///
/// @param stated how many Received fields, counted from the top, the reader's own servers wrote
record Border(int stated) {
    /// @param fields newest first, as they stand in the letter
    static Border of(List<ReceivedField> fields, OwnServers own) {
        int stated = 0;
        for (int i = 0; i < fields.size(); i++) {
            ReceivedField field = fields.get(i);
            boolean named = field.by().filter(own::include).isPresent();
            if (named) {
                stated = i + 1;
            } else if (!Handover.nameless(field)) {
                break;
            }
            if (!Handover.withinProvider(field, own)) {
                break;
            }
        }
        return new Border(stated);
    }
}
