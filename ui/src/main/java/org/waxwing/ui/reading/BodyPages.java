package org.waxwing.ui.reading;

import java.util.Optional;
import org.waxwing.crypto.page.LetterContent;
import org.waxwing.crypto.page.Page;

/// What a letter can be shown as.
///
/// @param first its plain text; its HTML where it has no plain text
/// @param formatted its HTML, where it has both
public record BodyPages(Page first, Optional<Page> formatted) {
    /// Makes the pages. Takes a while for a long letter.
    public static BodyPages of(LetterContent content) {
        return new BodyPages(content.page(), content.plain() ? content.formatted() : Optional.empty());
    }

    Page shown(boolean asFormatted) {
        return asFormatted ? formatted.orElse(first) : first;
    }
}
