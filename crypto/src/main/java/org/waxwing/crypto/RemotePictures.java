package org.waxwing.crypto;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.page.HtmlPages;
import org.waxwing.crypto.page.InlinePart;
import org.waxwing.crypto.page.LetterContent;
import org.waxwing.crypto.page.Page;
import org.waxwing.crypto.page.RemotePicture;

/// The pictures on other computers that the HTML of a letter wants, so that a person may ask for them.
///
/// Made by the [Opener] only, and only for a letter that anyone on the way could read: whoever fetches
/// asks for one of these, so nothing that was sealed can ever make a request.
public final class RemotePictures {
    private final String html;
    private final List<InlinePart> parts;

    private RemotePictures(String html, List<InlinePart> parts) {
        this.html = html;
        this.parts = parts;
    }

    /// Nothing where the letter has no HTML.
    static Optional<RemotePictures> of(LetterContent content) {
        return content.html().map(html -> new RemotePictures(html, content.inlineParts()));
    }

    /// Each address once, in the order of the letter, read at each call; no tracking pixel is among them.
    public List<RemotePicture> wanted() {
        return HtmlPages.remotePictures(html, parts);
    }

    /// The page of the HTML with these pictures in their places, made at each call. What is no picture, or
    /// too large a one, is left out.
    ///
    /// @param loaded what was fetched
    public Page page(Map<RemotePicture, Octets> loaded) {
        Map<String, Octets> byAddress = new HashMap<>();
        loaded.forEach((picture, content) -> byAddress.put(picture.address(), content));
        return HtmlPages.of(html, parts, byAddress);
    }

    @Override
    public String toString() {
        return "RemotePictures[redacted]";
    }
}
