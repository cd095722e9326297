package org.waxwing.crypto.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.mime.AttachedFile;
import org.waxwing.crypto.mime.ContentDisposition;
import org.waxwing.crypto.mime.ContentType;
import org.waxwing.crypto.mime.CryptographicLayer;
import org.waxwing.crypto.mime.FileNames;
import org.waxwing.crypto.mime.HeaderField;
import org.waxwing.crypto.mime.LegacyDisplay;
import org.waxwing.crypto.mime.MimePart;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.mime.PlainText;
import org.waxwing.crypto.work.Work;

/// Finds the main body and the attachments of a payload (RFC 9787 §7.1, §7.2): the first child of each
/// multipart, all children of an alternative. Each part stays a document of its own; nothing is glued.
public final class ContentReader {
    /// More than this nobody reads as a page, and drawing it costs a hundred times its size; it becomes a
    /// file.
    private static final int MOST_TEXT = 8 << 20;

    private static final int MOST_HTML = 1 << 20;

    private final boolean insidePayload;
    private final List<AttachedFile> attachments = new ArrayList<>();
    private final List<InlinePart> inlineParts = new ArrayList<>();
    private Optional<String> text = Optional.empty();
    private Optional<String> html = Optional.empty();

    private ContentReader(boolean insidePayload) {
        this.insidePayload = insidePayload;
    }

    /// What there is to read in the part.
    ///
    /// @param insidePayload whether the part was sealed, so that legacy display elements are to be hidden
    public static LetterContent read(MimePart part, boolean insidePayload) {
        ContentReader reader = new ContentReader(insidePayload);
        reader.main(part);
        boolean plain =
                reader.text.filter(text -> !PlainText.showsNothing(text)).isPresent() || reader.html.isEmpty();
        String shown = plain
                ? reader.text.orElse("")
                : HtmlPages.of(reader.html.get(), reader.inlineParts).text();
        return new LetterContent(shown, plain, reader.html, reader.inlineParts, reader.attachments);
    }

    private void main(MimePart part) {
        switch (part) {
            case MimePart.Leaf leaf -> mainLeaf(leaf);
            case MimePart.Multipart multipart -> mainOf(multipart);
            case MimePart.EmbeddedMessage message -> attach(message);
        }
    }

    private void mainLeaf(MimePart.Leaf leaf) {
        boolean attached = leaf.header()
                .contentDisposition()
                .filter(ContentDisposition::isAttachment)
                .isPresent();
        if (!attached && text.isEmpty() && showsAsText(leaf) && leaf.body().length() <= MOST_TEXT) {
            String whole = flowing(leaf);
            text = Optional.of(hides(leaf) ? LegacyDisplay.removedFromText(whole) : whole);
        } else if (!attached
                && html.isEmpty()
                && leaf.type().is("text", "html")
                && leaf.body().length() <= MOST_HTML) {
            String whole = leaf.text();
            html = Optional.of(hides(leaf) ? LegacyDisplay.removedFromHtml(whole) : whole);
        } else {
            attach(leaf);
        }
    }

    /// A multipart that couldn't be cut is read as the text it is.
    private static boolean showsAsText(MimePart.Leaf leaf) {
        return leaf.type().is("text", "plain") || leaf.type().isMultipart();
    }

    /// Without the soft line breaks of RFC 3676 §4.
    private static String flowing(MimePart.Leaf leaf) {
        return leaf.type().has("format", "flowed")
                ? FlowedText.joined(leaf.text(), leaf.type().has("delsp", "yes"))
                : leaf.text();
    }

    private boolean hides(MimePart.Leaf leaf) {
        return insidePayload && LegacyDisplay.marks(leaf);
    }

    private void mainOf(MimePart.Multipart multipart) {
        List<MimePart> parts = multipart.parts();
        if (isLayer(multipart)) {
            main(parts.getFirst());
            return;
        }
        switch (multipart.type().subtype()) {
            case "alternative" -> parts.forEach(this::main);
            case "encrypted" -> attach(multipart);
            default -> {
                int first = insidePayload && isLegacyDisplayPart(multipart) ? 1 : 0;
                main(parts.get(first));
                parts.subList(first + 1, parts.size()).forEach(this::attach);
            }
        }
    }

    /// A signed part with its signature, of which the first alone is for reading. What only calls itself
    /// signed, such as one with a third part (RFC 1847 §2.1), is a mixture like any other: nobody said
    /// anything about its parts.
    private static boolean isLayer(MimePart.Multipart multipart) {
        return multipart.type().is("multipart", "signed")
                && CryptographicLayer.of(multipart, false).isPresent();
    }

    /// The separate part of the older scheme (draft-autocrypt-lamps-protected-headers §5.2): the first of
    /// at least two, marked like the payload that it stands in.
    private static boolean isLegacyDisplayPart(MimePart.Multipart multipart) {
        MimePart first = multipart.parts().getFirst();
        boolean headers =
                first.type().is("text", "rfc822-headers") || first.type().is("text", "plain");
        return multipart.parts().size() > 1
                && headers
                && first.type().has("protected-headers", "v1")
                && multipart.type().has("protected-headers", "v1");
    }

    private void attach(MimePart part) {
        Work.step();
        switch (part) {
            case MimePart.Leaf leaf -> attachLeaf(leaf);
            case MimePart.Multipart multipart -> {
                String subtype = multipart.type().subtype();
                if (subtype.equals("encrypted")) {
                    add(multipart, "sealed-part.eml", "message/rfc822", multipart.raw());
                } else if (isLayer(multipart)) {
                    attach(multipart.parts().getFirst());
                } else {
                    multipart.parts().forEach(this::attach);
                }
            }
            case MimePart.EmbeddedMessage message ->
                add(
                        message,
                        "forwarded-letter.eml",
                        "message/rfc822",
                        message.message().raw());
        }
    }

    private void attachLeaf(MimePart.Leaf leaf) {
        ContentType type = leaf.type();
        String ending = switch (type.media()) {
            case "text/plain" -> ".txt";
            case "text/html" -> ".html";
            case "text/calendar" -> ".ics";
            case "image/jpeg" -> ".jpg";
            case "image/png" -> ".png";
            case "application/pdf" -> ".pdf";
            case "application/pgp-keys", "application/pgp-signature" -> ".asc";
            case "application/pkcs7-mime" -> ".p7m";
            default -> "";
        };
        add(leaf, "part-" + (attachments.size() + 1) + ending, type.media(), leaf.content());
    }

    private void add(MimePart part, String fallback, String mediaType, Octets content) {
        String name = part.header()
                .contentDisposition()
                .flatMap(ContentDisposition::fileName)
                .or(() -> part.type().parameter("name"))
                .orElse("");
        AttachedFile file = new AttachedFile(FileNames.safe(name, fallback), mediaType, content);
        attachments.add(file);
        part.header()
                .first("Content-ID")
                .map(HeaderField::text)
                .map(id -> id.strip().replaceAll("^<|>$", ""))
                .ifPresent(id -> inlineParts.add(new InlinePart(id, file)));
    }
}
