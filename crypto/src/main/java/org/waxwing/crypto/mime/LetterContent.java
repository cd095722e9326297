package org.waxwing.crypto.mime;

import java.util.List;
import java.util.Optional;

/// What a person reads in a letter.
///
/// @param text the main body as plain text; made from the HTML where the letter has no plain text
/// @param html the main body as HTML, exactly as sent, for a renderer that allows little; never shown as
///   it is
public record LetterContent(String text, Optional<String> html, List<AttachedFile> attachments) {
    public LetterContent {
        attachments = List.copyOf(attachments);
    }

    @Override
    public String toString() {
        return "LetterContent[redacted]";
    }
}
