package org.waxwing.crypto.page;

import java.net.IDN;
import java.util.Optional;
import org.waxwing.crypto.mime.Octets;

/// A picture on another computer, which nothing loads by itself.
///
/// @param address of `http` or `https`, in ASCII
/// @param host whom asking for it would tell, as it may be shown
public record RemotePicture(String address, String host) {
    private static final int LONGEST = 1_024;

    /// Nothing where no web server is named. What follows a `#` is for the reader and never sent.
    static Optional<RemotePicture> at(String source) {
        String whole = source.startsWith("//") ? "https:" + source : source;
        int fragment = whole.indexOf('#');
        return Link.to(fragment < 0 ? whole : whole.substring(0, fragment))
                .filter(Link::web)
                .map(link -> new RemotePicture(ascii(link), link.place()))
                .filter(picture -> picture.address.length() <= LONGEST);
    }

    private static String ascii(Link link) {
        int host = link.address().indexOf("://") + 3;
        return link.address().substring(0, host)
                + (link.place().startsWith("[") ? link.place() : IDN.toASCII(link.place(), IDN.ALLOW_UNASSIGNED))
                + link.address().substring(host + link.place().length());
    }

    /// Whether this is a picture that a page may show, by its first bytes and whatever it is called: PNG,
    /// JPEG, GIF or BMP of a bearable size.
    public static boolean isPicture(Octets content) {
        return PictureSize.of(content).isPresent();
    }

    /// An address may tell who is asked to look.
    @Override
    public String toString() {
        return "RemotePicture[redacted]";
    }
}
