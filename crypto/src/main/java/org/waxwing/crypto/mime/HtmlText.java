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
    private static final Set<String> PREFORMATTED = Set.of("pre", "textarea");
    private static final Pattern HIDING = Pattern.compile(
            "display:none|visibility:(hidden|collapse)|opacity:0(\\.0*)?(;|$)|font-size:0(\\.0*)?(px|pt|em|%)?(;|!|$)"
                    + "|(max-)?(height|width):0(px|pt|em|%)?(;|!|$)");

    private final StringBuilder text = new StringBuilder();
    private int preformatted;

    private HtmlText() {}

    static String of(String html) {
        HtmlText reader = new HtmlText();
        NodeTraversor.filter(reader.walk(), Jsoup.parse(html));
        return tidied(PlainText.page(reader.text.toString())).strip();
    }

    /// No blank at the end of a line, and no two empty lines in a row.
    private static String tidied(String page) {
        StringBuilder tidy = new StringBuilder(page.length());
        int blanks = 0;
        int breaks = 0;
        for (int i = 0; i < page.length(); i++) {
            char c = page.charAt(i);
            if (c == '\n') {
                if (++breaks <= 2) {
                    tidy.append(c);
                }
                blanks = 0;
            } else if (c == ' ' || c == '\t') {
                blanks++;
            } else {
                tidy.append(page, i - blanks, i).append(c);
                blanks = 0;
                breaks = 0;
            }
        }
        return tidy.toString();
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
            default -> {
                if (PREFORMATTED.contains(element.normalName())) {
                    preformatted++;
                }
            }
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
                if (PREFORMATTED.contains(element.normalName())) {
                    preformatted--;
                }
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
        boolean kept = preformatted > 0;
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
