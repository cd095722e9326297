package org.waxwing.crypto.page;

import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.waxwing.crypto.mime.Octets;

/// Finds the pictures of a document in the letter itself: parts that came with it, and `data:` addresses.
/// All others are on other computers and stay there until the person asks for them.
final class PictureReader {
    private static final int SPACER = 3;
    private final Map<String, Octets> parts = new HashMap<>();
    private final Map<String, Octets> loaded;
    private final Set<RemotePicture> remote = new LinkedHashSet<>();
    private final Tally tally;

    /// @param loaded what was fetched, by its address
    PictureReader(List<InlinePart> parts, Map<String, Octets> loaded, Tally tally) {
        this.loaded = loaded;
        parts.forEach(part -> this.parts.putIfAbsent(part.id(), part.file().content()));
        this.tally = tally;
    }

    Optional<Run> read(Element image) {
        String source = image.attr("src").strip();
        String lower = source.substring(0, Math.min(source.length(), 5)).toLowerCase(Locale.ROOT);
        Optional<Octets> content;
        if (source.isEmpty() && !image.hasAttr("srcset")) {
            return missing(image);
        }
        if (lower.startsWith("cid:")) {
            content = Optional.ofNullable(parts.get(decoded(source.substring(4))));
        } else if (lower.startsWith("data:")) {
            content = data(source);
        } else {
            content = elsewhere(image, source);
            if (content.isEmpty()) {
                return missing(image);
            }
        }
        Optional<PictureSize> size = content.flatMap(PictureSize::of);
        if (size.isEmpty() || !tally.mayShowPicture(size.get().pixels())) {
            tally.note(Notice.Kind.REFUSED_PICTURES);
            return missing(image);
        }
        int width = size.get().width();
        int height = size.get().height();
        if (width <= SPACER || height <= SPACER) {
            return Optional.empty();
        }
        return Optional.of(new Run.Picture(words(image), width, height, wanted(image, width), content.orElseThrow()));
    }

    /// What was fetched from there; nothing before anybody asked for it.
    private Optional<Octets> elsewhere(Element image, String source) {
        if (isPoint(image)) {
            tally.note(Notice.Kind.TRACKING_PIXELS);
            return Optional.empty();
        }
        Optional<RemotePicture> picture = RemotePicture.at(source);
        picture.filter(_ -> remote.size() < PageLimits.PICTURES).ifPresent(remote::add);
        Optional<Octets> content = picture.map(RemotePicture::address).map(loaded::get);
        if (content.isEmpty()) {
            tally.note(Notice.Kind.REMOTE_PICTURES);
        }
        return content;
    }

    /// Nobody sees it: asking for it only reports that the letter is being read.
    private static boolean isPoint(Element image) {
        Declarations style = Declarations.of(image.attr("style"));
        return Stream.of("width", "height")
                .flatMap(side -> Stream.of(image.attr(side).strip(), style.get(side)))
                .anyMatch(PictureReader::isTiny);
    }

    /// Pixels; a part of the room that there is may be large.
    private static boolean isTiny(String length) {
        return length.matches("0*[0-" + SPACER + "](\\.\\d+)?(px)?");
    }

    /// The pictures on other computers, each once.
    List<RemotePicture> remote() {
        return List.copyOf(remote);
    }

    private Optional<Run> missing(Element image) {
        String words = words(image);
        return words.isEmpty() ? Optional.empty() : Optional.of(new Run.MissingPicture(words));
    }

    private String words(Element image) {
        String words = VisibleText.of(image.attr("alt").strip().replaceAll("\\s+", " "), tally);
        return tally.room(words.length() > 300 ? words.substring(0, 300) : words);
    }

    private static int wanted(Element image, int width) {
        String wish = image.attr("width").strip();
        int wanted = wish.matches("[0-9]{1,4}") ? Integer.parseInt(wish) : width;
        return Math.max(SPACER + 1, Math.min(wanted, width));
    }

    private static Optional<Octets> data(String source) {
        int comma = source.indexOf(',');
        if (comma < 0
                || source.length() > PageLimits.PICTURE_BYTES * 4 / 3
                || !source.substring(0, comma).toLowerCase(Locale.ROOT).endsWith(";base64")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Octets.of(Base64.getMimeDecoder().decode(decoded(source.substring(comma + 1)))));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static String decoded(String address) {
        return address.replace("%40", "@")
                .replace("%2B", "+")
                .replace("%2F", "/")
                .replace("%3D", "=");
    }
}
