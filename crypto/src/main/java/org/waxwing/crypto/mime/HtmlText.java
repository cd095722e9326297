package org.waxwing.crypto.mime;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/// Plain text out of HTML. Loads nothing, runs nothing, and leaves out what its author hid, so that an
/// answer can't quote what its writer never saw.
final class HtmlText {
    private static final Set<String> SILENT = Set.of(
            "head", "script", "style", "template", "noscript", "title", "iframe", "object", "svg", "math", "select");
    private static final Pattern HIDING = Pattern.compile(
            "display:none|visibility:(hidden|collapse)|opacity:0(\\.0*)?(;|$)|font-size:0(\\.0*)?(px|pt|em|%)?(;|!|$)"
                    + "|(max-)?(height|width):0(px|pt|em|%)?(;|!|$)");

    private final StringBuilder text = new StringBuilder();

    private HtmlText() {}

    static String of(String html) {
        HtmlText reader = new HtmlText();
        NodeTraversor.filter(reader.walk(), Jsoup.parse(html));
        return PlainText.page(reader.text.toString())
                .replaceAll("[ \\t]+\n", "\n")
                .replaceAll("\n{3,}", "\n\n")
                .strip();
    }

    private NodeFilter walk() {
        return new NodeFilter() {
            @Override
            public FilterResult head(Node node, int depth) {
                return switch (node) {
                    case TextNode words -> {
                        append(words);
                        yield FilterResult.CONTINUE;
                    }
                    case Element element -> begin(element);
                    default -> FilterResult.CONTINUE;
                };
            }

            @Override
            public FilterResult tail(Node node, int depth) {
                if (node instanceof Element element) {
                    end(element);
                }
                return FilterResult.CONTINUE;
            }
        };
    }

    private NodeFilter.FilterResult begin(Element element) {
        if (SILENT.contains(element.normalName()) || hidden(element)) {
            return NodeFilter.FilterResult.SKIP_ENTIRELY;
        }
        if (element.isBlock()) {
            newLine();
        }
        switch (element.normalName()) {
            case "br" -> text.append('\n');
            case "li" -> text.append("- ");
            case "img" -> text.append(element.attr("alt"));
            default -> {}
        }
        return NodeFilter.FilterResult.CONTINUE;
    }

    private void end(Element element) {
        switch (element.normalName()) {
            case "p", "blockquote", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6" -> {
                newLine();
                text.append('\n');
            }
            case "td", "th" -> text.append(' ');
            case "a" -> appendTarget(element);
            default -> {
                if (element.isBlock()) {
                    newLine();
                }
            }
        }
    }

    /// Where a link really goes stands beside it.
    private void appendTarget(Element link) {
        String target = link.attr("href").strip();
        if (target.startsWith("http") && !link.text().strip().equals(target)) {
            text.append(" <").append(PlainText.oneLine(target)).append('>');
        }
    }

    private void append(TextNode words) {
        Node parent = words.parent();
        boolean kept = parent instanceof Element element && element.closest("pre, textarea") != null;
        String run = kept ? words.getWholeText() : words.text();
        boolean atLineStart = text.isEmpty() || text.charAt(text.length() - 1) == '\n';
        text.append(atLineStart && !kept ? run.stripLeading() : run);
    }

    private void newLine() {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
    }

    private static boolean hidden(Element element) {
        String style = element.attr("style").toLowerCase(Locale.ROOT).replaceAll("\\s", "");
        return element.hasAttr("hidden") || HIDING.matcher(style).find();
    }
}
