package org.waxwing.crypto.mime;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Legacy Display Elements: the hidden header fields repeated at the top of the text, for readers without
/// header protection (RFC 9788 §2.1.2). Honoured inside a payload only, never in ordinary mail.
public final class LegacyDisplay {
    static final String PARAMETER = "hp-legacy-display";
    static final String DIV = "header-protection-legacy-display";

    private LegacyDisplay() {}

    public static boolean marks(MimePart.Leaf leaf) {
        return leaf.type().isText() && leaf.type().has(PARAMETER, "1");
    }

    /// The text after its first empty line (RFC 9788 §4.5.3.2); unchanged where there is none.
    public static String removedFromText(String text) {
        int emptyLine = text.indexOf("\n\n");
        return emptyLine < 0 ? text : text.substring(emptyLine + 2);
    }

    /// The HTML without the element (RFC 9788 §4.5.3.3).
    public static String removedFromHtml(String html) {
        Document document = Jsoup.parse(html);
        document.outputSettings().prettyPrint(false);
        Element body = document.body();
        Element first = body.firstElementChild();
        if (first == null || !first.hasClass(DIV)) {
            return html;
        }
        first.remove();
        return document.outerHtml();
    }

    /// The text with the fields on top (RFC 9788 §5.2.2).
    ///
    /// @param fields `Name: value` lines with `\n`
    static String addedToText(String text, String fields) {
        return fields + "\n" + text;
    }

    /// The HTML with the fields as the first child of its body (RFC 9788 §5.2.3).
    static String addedToHtml(String html, String fields) {
        Document document = Jsoup.parse(html);
        document.outputSettings().prettyPrint(false);
        Element division = new Element("div").addClass(DIV);
        division.appendElement("pre").text(fields.stripTrailing());
        document.body().prependChild(division);
        return document.outerHtml();
    }
}
