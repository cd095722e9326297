package org.waxwing.crypto.page;

import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// Tells what a browser would not show: taken out of the page, without height, too small to see, or off
/// the screen.
final class Concealment {
    /// Pixels. Nobody reads smaller text.
    private static final double TINY = 5;
    /// Pixels. Nothing that far to the left or above is on a screen.
    private static final double OFF_SCREEN = -300;
    private static final Pattern CLIPPED = Pattern.compile(
            "rect\\([01](px)?[ ,]+[01](px)?[ ,]+[01](px)?[ ,]+[01](px)?\\)|inset\\((5\\d|[6-9]\\d|100)%.*");
    private static final Pattern VANISHING =
            Pattern.compile("scale[xy3d]{0,2}\\( *+0*+\\.?0*+ *+[,)]|translate[xy]?\\( *+-\\d{3}");

    private Concealment() {}

    static boolean hides(Element element, Declarations style) {
        return element.hasAttr("hidden")
                || style.is("display", "none")
                || style.is("visibility", "hidden")
                || style.is("visibility", "collapse")
                || style.is("content-visibility", "hidden")
                || isFaded(style)
                || style.pixels("font-size").orElse(TINY) < TINY
                || hasNoRoom(style)
                || isAway(style)
                || CLIPPED.matcher(style.get("clip")).matches()
                || CLIPPED.matcher(style.get("clip-path")).matches()
                || VANISHING.matcher(style.get("transform")).find();
    }

    private static boolean isFaded(Declarations style) {
        String opacity = style.get("opacity");
        return !opacity.isEmpty()
                && (opacity.endsWith("%")
                        ? style.pixels("opacity").orElse(16) < 1.6
                        : style.pixels("opacity").orElse(1) < 0.1);
    }

    private static boolean hasNoRoom(Declarations style) {
        boolean cuts = style.get("overflow").startsWith("hidden")
                || style.get("overflow").startsWith("clip");
        boolean small = style.pixels("max-height").orElse(9) <= 1
                || style.pixels("height").orElse(9) <= 1
                || style.pixels("max-width").orElse(9) <= 1
                || style.pixels("width").orElse(9) <= 1;
        return cuts && small;
    }

    private static boolean isAway(Declarations style) {
        boolean placed =
                style.is("position", "absolute") || style.is("position", "fixed") || style.is("position", "relative");
        boolean moved = placed
                && (style.pixels("left").orElse(0) < OFF_SCREEN
                        || style.pixels("top").orElse(0) < OFF_SCREEN
                        || style.pixels("right").orElse(0) < OFF_SCREEN
                        || style.pixels("bottom").orElse(0) < OFF_SCREEN);
        return moved
                || style.pixels("text-indent").orElse(0) < OFF_SCREEN
                || style.pixels("margin-left").orElse(0) < OFF_SCREEN
                || style.pixels("margin-top").orElse(0) < OFF_SCREEN;
    }
}
