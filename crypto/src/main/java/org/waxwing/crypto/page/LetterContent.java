package org.waxwing.crypto.page;

import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.mime.AttachedFile;

/// What a person reads in a letter.
///
/// @param text the main body as plain text; made from the HTML where the letter has no plain text
/// @param plain the letter has plain text
/// @param html the main body as HTML, exactly as sent; never shown as it is
/// @param inlineParts the attachments that the HTML may show
public record LetterContent(
        String text,
        boolean plain,
        Optional<String> html,
        List<InlinePart> inlineParts,
        List<AttachedFile> attachments) {
    public LetterContent {
        inlineParts = List.copyOf(inlineParts);
        attachments = List.copyOf(attachments);
    }

    /// A letter of plain text.
    public static LetterContent plain(String text, List<AttachedFile> attachments) {
        return new LetterContent(text, true, Optional.empty(), List.of(), attachments);
    }

    /// The page of what [#text] holds, made at each call.
    public Page page() {
        return plain ? TextPages.of(text) : formatted().orElseGet(() -> TextPages.of(text));
    }

    /// The page of the HTML, made at each call.
    public Optional<Page> formatted() {
        return html.map(document -> HtmlPages.of(document, inlineParts));
    }

    @Override
    public String toString() {
        return "LetterContent[redacted]";
    }
}
