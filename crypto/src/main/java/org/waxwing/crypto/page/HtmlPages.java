package org.waxwing.crypto.page;

import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.waxwing.crypto.mime.Octets;

/// Makes a page of HTML by a list of what is allowed. Loads nothing, runs nothing, and never throws: what
/// can't be read is left out, and the page says so.
public final class HtmlPages {
    private HtmlPages() {}

    /// @param html as sent
    /// @param parts what came with the same document and may be shown in it
    public static Page of(String html, List<InlinePart> parts) {
        return of(html, parts, Map.of());
    }

    /// The same with pictures that were fetched because the person asked for them.
    ///
    /// @param loaded by the addresses of the pictures
    public static Page of(String html, List<InlinePart> parts, Map<String, Octets> loaded) {
        Tally tally = new Tally();
        return read(html, tally, new PictureReader(parts, loaded, tally));
    }

    /// The pictures on other computers that the page has places for, each once.
    public static List<RemotePicture> remotePictures(String html, List<InlinePart> parts) {
        Tally tally = new Tally();
        PictureReader pictures = new PictureReader(parts, Map.of(), tally);
        Page _ = read(html, tally, pictures);
        return pictures.remote();
    }

    private static Page read(String html, Tally tally, PictureReader pictures) {
        String read = html;
        if (html.length() > PageLimits.HTML) {
            tally.noteOnce(Notice.Kind.CUT_SHORT);
            read = html.substring(0, PageLimits.HTML);
        }
        BlockSink sink = new BlockSink(tally);
        try {
            Document document = Jsoup.parse(read);
            if (!document.select("meta[http-equiv=refresh], base[href]").isEmpty()) {
                tally.note(Notice.Kind.ACTIVE_CONTENT);
            }
            new HtmlWalk(tally, pictures).read(document.body(), sink);
        } catch (RuntimeException | StackOverflowError beyond) {
            // A parser that fails on a stranger's bytes ends the page where it is.
            tally.noteOnce(Notice.Kind.CUT_SHORT);
        }
        return new Page(sink.finish(), tally.notices());
    }
}
