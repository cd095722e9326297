package org.waxwing.crypto.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// Walks the elements of a document and keeps those that a letter may have.
final class HtmlWalk {
    private static final double FAINT = 1.35;
    private static final Set<String> SILENT =
            Set.of("head", "style", "template", "noscript", "title", "param", "source", "link", "meta");
    private static final Set<String> ACTIVE = Set.of(
            "script",
            "iframe",
            "frame",
            "frameset",
            "object",
            "embed",
            "applet",
            "input",
            "select",
            "textarea",
            "video",
            "audio",
            "canvas",
            "svg",
            "math",
            "dialog",
            "portal");

    private final Tally tally;
    private final PictureReader pictures;

    HtmlWalk(Tally tally, PictureReader pictures) {
        this.tally = tally;
        this.pictures = pictures;
    }

    void read(Element body, BlockSink sink) {
        element(body, Surroundings.PAGE, sink);
    }

    /// What is inside an element, in one place of the page.
    void inside(Element element, Surroundings around, BlockSink sink) {
        for (Node child : element.childNodes()) {
            if (!tally.mayLookAt(around.depth())) {
                return;
            }
            switch (child) {
                case TextNode text -> words(text.getWholeText(), around, sink);
                case Element inner -> element(inner, around.deeper(), sink);
                default -> {}
            }
        }
    }

    /// The blocks of an element that is a place of its own.
    List<Block> apart(Element element, Surroundings around) {
        BlockSink sink = new BlockSink(tally);
        inside(element, around, sink);
        return sink.finish();
    }

    private void element(Element element, Surroundings around, BlockSink sink) {
        String name = element.normalName();
        Declarations style = Declarations.of(element.attr("style"));
        if (SILENT.contains(name)) {
            return;
        }
        if (ACTIVE.contains(name)) {
            tally.note(Notice.Kind.ACTIVE_CONTENT);
            return;
        }
        if (Concealment.hides(element, style)) {
            if (element.hasText() || !element.select("img").isEmpty()) {
                tally.note(Notice.Kind.HIDDEN_TEXT);
            }
            return;
        }
        Surroundings inner = Styling.inside(element, style, around);
        switch (name) {
            case "br" -> sink.lineBreak();
            case "hr" -> sink.put(new Block.Rule());
            case "img" -> pictures.read(element).ifPresent(sink::picture);
            case "a" -> inside(element, linked(element, inner), sink);
            case "q" -> {
                words("“", inner, sink);
                inside(element, inner, sink);
                words("”", inner, sink);
            }
            case "h1", "h2", "h3", "h4", "h5", "h6" -> heading(name.charAt(1) - '0', element, inner, sink);
            case "ul", "ol", "dir", "menu" -> listing(element, inner, sink);
            case "blockquote" -> quote(element, inner, sink);
            case "pre", "listing", "xmp", "plaintext" -> code(element, inner, sink);
            case "table" -> TableReader.read(element, inner, sink, this);
            case "form", "button" -> {
                tally.note(Notice.Kind.ACTIVE_CONTENT);
                block(element, inner, sink);
            }
            default -> other(element, style, inner, sink);
        }
    }

    private void other(Element element, Declarations style, Surroundings inner, BlockSink sink) {
        switch (element.normalName()) {
            case "p", "td", "th", "caption", "fieldset", "dl", "figure", "center", "details" -> {
                sink.endParagraph();
                block(element, inner, sink);
                sink.endParagraph();
            }
            default -> {
                if (element.isBlock() || style.is("display", "block")) {
                    block(element, inner, sink);
                } else {
                    inside(element, inner, sink);
                }
            }
        }
    }

    private void block(Element element, Surroundings inner, BlockSink sink) {
        sink.endLine();
        inside(element, inner, sink);
        sink.endLine();
    }

    private void words(String text, Surroundings around, BlockSink sink) {
        if (text.isEmpty()) {
            return;
        }
        TextStyle style = around.style();
        Optional<Colour> ink = style.ink();
        if (ink.isPresent()
                && around.ground().isPresent()
                && !text.isBlank()
                && ink.get().contrast(around.ground().get()) < FAINT) {
            tally.note(Notice.Kind.FAINT_TEXT);
            style = style.in(Optional.empty());
        }
        sink.words(text, style, around.link(), around.kept());
    }

    private Surroundings linked(Element anchor, Surroundings around) {
        Optional<Link> link = Link.to(anchor.attr("href"));
        if (link.filter(to -> to.belies(anchor.text())).isPresent()) {
            tally.note(Notice.Kind.LINK_GOES_ELSEWHERE);
        }
        return around.leadingTo(link);
    }

    private void heading(int level, Element element, Surroundings inner, BlockSink sink) {
        sink.endParagraph();
        for (Block block : apart(element, inner)) {
            sink.put(block instanceof Block.Paragraph paragraph ? new Block.Heading(level, paragraph.runs()) : block);
        }
    }

    private void quote(Element element, Surroundings inner, BlockSink sink) {
        sink.endParagraph();
        if (inner.nesting() >= PageLimits.NESTING) {
            inside(element, inner, sink);
            return;
        }
        List<Block> blocks = apart(element, inner.nested());
        if (!blocks.isEmpty()) {
            sink.put(new Block.Quote(blocks));
        }
    }

    private void code(Element element, Surroundings inner, BlockSink sink) {
        sink.endParagraph();
        List<Block> blocks = apart(element, inner.keeping(true));
        String text = PageText.of(blocks).stripTrailing();
        if (!text.isBlank()) {
            sink.put(new Block.Code(text.startsWith("\n") ? text.substring(1) : text));
        }
    }

    private void listing(Element list, Surroundings inner, BlockSink sink) {
        sink.endParagraph();
        if (inner.nesting() >= PageLimits.NESTING) {
            inside(list, inner, sink);
            return;
        }
        List<List<Block>> items = new ArrayList<>();
        for (Element child : list.children()) {
            List<Block> blocks = cell(child, inner.nested());
            if (!blocks.isEmpty()) {
                items.add(blocks);
            }
        }
        if (!items.isEmpty()) {
            sink.put(new Block.Listing(list.nameIs("ol") ? first(list) : -1, items));
        }
    }

    /// The blocks of one item or cell.
    List<Block> cell(Element item, Surroundings around) {
        BlockSink sink = new BlockSink(tally);
        if (tally.mayLookAt(around.depth())) {
            element(item, around.deeper(), sink);
        }
        return sink.finish();
    }

    private static int first(Element list) {
        String start = list.attr("start").strip().toLowerCase(Locale.ROOT);
        return start.matches("[0-9]{1,6}") ? Integer.parseInt(start) : 1;
    }
}
