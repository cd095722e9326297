package org.waxwing.crypto.page;

import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Element;

/// What an element and its `style` attribute do to the look of words.
final class Styling {
    /// Pixels.
    private static final double LARGE = 19;

    private Styling() {}

    static Surroundings inside(Element element, Declarations style, Surroundings around) {
        TextStyle look = byStyle(byName(element, around.style()), style);
        Optional<Colour> ink = style.ink().or(() -> attribute(element, "color"));
        if (ink.isPresent()) {
            look = look.in(ink);
        }
        return grounded(element, style, around.with(look)).keeping(keeps(style, around));
    }

    private static TextStyle byName(Element element, TextStyle look) {
        return switch (element.normalName()) {
            case "b", "strong", "th", "summary", "dt" -> look.asBold(true);
            case "i", "em", "cite", "var", "dfn", "address" -> look.asItalic(true);
            case "u", "ins" -> look.asUnderlined();
            case "s", "strike", "del" -> look.asStruck();
            case "code", "tt", "kbd", "samp" -> look.asCode();
            case "mark" -> look.asMarked();
            case "big" -> look.asLarge(true);
            case "font" -> element.attr("size").matches("\\+?[4-9]") ? look.asLarge(true) : look;
            default -> look;
        };
    }

    private static TextStyle byStyle(TextStyle look, Declarations style) {
        TextStyle styled = look;
        String weight = style.get("font-weight");
        if (weight.startsWith("bold") || weight.matches("[6-9]00")) {
            styled = styled.asBold(true);
        } else if (weight.equals("normal") || weight.matches("[1-5]00")) {
            styled = styled.asBold(false);
        }
        if (style.is("font-style", "italic") || style.is("font-style", "oblique")) {
            styled = styled.asItalic(true);
        } else if (style.is("font-style", "normal")) {
            styled = styled.asItalic(false);
        }
        String decoration = style.get("text-decoration") + style.get("text-decoration-line");
        if (decoration.contains("underline")) {
            styled = styled.asUnderlined();
        }
        if (decoration.contains("line-through")) {
            styled = styled.asStruck();
        }
        if (style.pixels("font-size").isPresent()) {
            styled = styled.asLarge(style.pixels("font-size").getAsDouble() >= LARGE);
        }
        return styled;
    }

    /// A ground of its own marks words in a line; that of a block is only kept in mind.
    private static Surroundings grounded(Element element, Declarations style, Surroundings inside) {
        if (style.hasPaintedGround() || element.hasAttr("background")) {
            return inside.on(Optional.empty());
        }
        Optional<Colour> ground = style.ground().or(() -> attribute(element, "bgcolor"));
        if (ground.isEmpty()) {
            return inside;
        }
        boolean marks = !element.isBlock()
                && ground.get().contrast(Colour.WHITE) > 1.05
                && ground.get().contrast(Colour.BLACK) > 6;
        return (marks ? inside.with(inside.style().asMarked()) : inside).on(ground);
    }

    private static boolean keeps(Declarations style, Surroundings around) {
        String blanks = style.get("white-space");
        return blanks.isEmpty() ? around.kept() : blanks.startsWith("pre") || blanks.equals("break-spaces");
    }

    private static Optional<Colour> attribute(Element element, String name) {
        return ColourReader.read(element.attr(name).strip().toLowerCase(Locale.ROOT));
    }
}
