package org.waxwing.crypto.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.mime.AttachedFile;
import org.waxwing.crypto.mime.Octets;

/// What HTML becomes.
class HtmlPagesTest {
    private static final Octets DOT = Octets.of(
            Base64.getDecoder()
                    .decode(
                            "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAFElEQVR4nGNgYGD4jwsMLQkGBgYACxwD/SFlU2kAAAAASUVORK5CYII="));

    private static Page page(String html) {
        return HtmlPages.of(html, List.of());
    }

    private static Map<Notice.Kind, Integer> notices(Page page) {
        return page.notices().stream().collect(Collectors.toMap(Notice::kind, Notice::count));
    }

    @Test
    void becomesTextWithoutWhatWasHidden() {
        Page page = page("<head><title>t</title></head><p>Hi <b>Ben</b></p><script>x</script>"
                + "<div style='display: none'>hidden</div><span hidden>h</span>line&nbsp;two<br>three"
                + "<span style='font-size:0px'>tiny</span>");
        assertEquals("Hi Ben\n\nline two\nthree", page.text().replace('\u00A0', ' '));
        assertEquals(Map.of(Notice.Kind.HIDDEN_TEXT, 3, Notice.Kind.ACTIVE_CONTENT, 1), notices(page));
    }

    @Test
    void keepsHeadingsListsQuotesCodeAndRules() {
        Page page =
                page("<h2>Plan</h2><ol start=3><li>one<li>two<ul><li>deep</ul></ol><blockquote>so it was</blockquote>"
                        + "<pre>a\n  b</pre><hr>end");
        assertEquals("Plan\n\n3. one\n4. two\n   - deep\n\n> so it was\n\na\n  b\n\n-----\n\nend", page.text());
        assertInstanceOf(Block.Heading.class, page.blocks().getFirst());
        assertInstanceOf(Block.Listing.class, page.blocks().get(1));
    }

    @Test
    void linesOfDivisionsAreOneParagraph() {
        assertEquals(
                "a\nb\n\nc",
                page("<div>a</div><div>b</div><div><br></div><div>c</div>").text());
        assertEquals(
                2,
                page("<div>a</div><div>b</div><div><br></div><div>c</div>")
                        .blocks()
                        .size());
    }

    @Test
    void tablesOfFactsStayAndLayoutIsTakenApart() {
        Page facts = page("<table><tr><th>Who<th>What<tr><td rowspan=2>Anna<td>train<tr><td>hotel</table>");
        Block.Table table = assertInstanceOf(Block.Table.class, facts.blocks().getFirst());
        assertEquals(3, table.rows());
        assertEquals(2, table.columns());
        assertEquals(1, table.cells().getLast().column());
        Page layout = page("<table><tr><td><p>one</p><p>two</p></td><td><img src='http://x.example/a.png'></td></tr>"
                + "<tr><td>three</td></tr></table>");
        assertEquals("one\n\ntwo\n\nthree", layout.text());
    }

    @Test
    void linksShowWhereTheyLead() {
        assertEquals(
                "Bank <https://evil.example/>",
                page("<a href='https://evil.example/'>Bank</a>").text());
        assertEquals(
                "https://chem.example",
                page("<a href='https://chem.example/'>https://chem.example</a>").text());
        Page lie = page("<a href='https://www.bank.example@evil.example/x'>www.bank.example</a>");
        assertEquals(Map.of(Notice.Kind.LINK_GOES_ELSEWHERE, 1), notices(lie));
        assertTrue(lie.text().contains("evil.example"));
        assertFalse(page("<a href='javascript:alert(1)'>x</a>").text().contains("alert"));
        assertEquals(Map.of(), notices(page("<a href='https://bank.example/'>Report.pdf</a>")));
        // Two domains of two owners, and one in two spellings.
        assertEquals(
                Map.of(Notice.Kind.LINK_GOES_ELSEWHERE, 1),
                notices(page("<a href='https://strasse.example/'>www.straße.example</a>")));
        assertEquals(Map.of(), notices(page("<a href='https://xn--strae-oqa.example/'>https://straße.example</a>")));
    }

    @Test
    void picturesOfTheLetterAreShownWhenTheyAreWhatTheySay() {
        List<InlinePart> parts = List.of(
                new InlinePart("dot@chem.example", new AttachedFile("dot.png", "image/png", DOT)),
                new InlinePart(
                        "not@chem.example",
                        new AttachedFile("not.png", "image/png", Octets.ofUtf8("<svg onload=x>aaaaaaaaaaaaaaaaaaaa"))));
        Page page = HtmlPages.of(
                "<img src='cid:dot@chem.example' alt=dot><img src='cid:not@chem.example'><img src='cid:absent'><img"
                        + " src='https://t.example/1.gif' alt='the sea'><img src='file:///etc/passwd'>",
                parts);
        assertEquals(Map.of(Notice.Kind.REFUSED_PICTURES, 2, Notice.Kind.REMOTE_PICTURES, 2), notices(page));
        Block.Paragraph paragraph =
                assertInstanceOf(Block.Paragraph.class, page.blocks().getFirst());
        Run.Picture picture =
                assertInstanceOf(Run.Picture.class, paragraph.runs().getFirst());
        assertEquals(8, picture.width());
        assertEquals(new Run.MissingPicture("the sea"), paragraph.runs().get(1));
    }

    @Test
    void aPictureThatSaysItIsHugeIsNotDecoded() {
        byte[] bomb = DOT.toByteArray();
        bomb[16] = 0;
        bomb[17] = 0;
        bomb[18] = 0x4E;
        bomb[22] = 0x4E;
        assertEquals(Optional.empty(), PictureSize.of(Octets.of(bomb)));
    }

    /// One pass over 5000 times 5000 points takes thirty octets and milliseconds.
    @Test
    void aPictureInThousandsOfPassesIsNone() {
        byte[] start = jpeg("");
        assertEquals(Optional.of(new PictureSize(5000, 5000, 1)), PictureSize.of(Octets.of(start)));
        ByteArrayOutputStream passes = new ByteArrayOutputStream();
        passes.writeBytes(start);
        byte[] pass = HexFormat.of().parseHex("FFDA000801010001" + "3F00" + "00".repeat(20));
        for (int i = 0; i < 12; i++) {
            passes.writeBytes(pass);
        }
        assertEquals(Optional.of(new PictureSize(5000, 5000, 1)), PictureSize.of(Octets.of(passes.toByteArray())));
        for (int i = 0; i < 3000; i++) {
            passes.writeBytes(pass);
        }
        assertEquals(Optional.empty(), PictureSize.of(Octets.of(passes.toByteArray())));
    }

    /// Decoders step over these two octets, so that what stands behind them is the frame.
    @Test
    void aPictureHasTheSizeThatADecoderFinds() {
        for (String stray : List.of("FF00", "FF01", "FFD0", "FFD7")) {
            byte[] content = jpeg(stray);
            System.arraycopy(jpeg(""), 2, content, 4 + 0xFFC2, 20);
            assertEquals(Optional.empty(), PictureSize.of(Octets.of(content)), stray);
        }
    }

    /// A JPEG picture of 5000 times 5000 points, up to its frame.
    private static byte[] jpeg(String before) {
        return HexFormat.of().parseHex("FFD8" + before + "FFC2000B081388138801011100" + "00".repeat(65_536));
    }

    @Test
    void whatIsHeldCountsTheFramesOfAnAnimation() {
        StringBuilder gif = new StringBuilder("GIF89a\u0088\u0013\u0088\u0013\0\0\0");
        gif.append(",\0\0\0\0\u0001\0\u0001\0\0\u0002\u0001\0\0".repeat(5)).append(';');
        Octets content = Octets.of(gif.toString().getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(Optional.empty(), PictureSize.of(content));
    }

    @Test
    void whatIsHeldCountsTheFramesThatADecoderFinds() {
        String gif = "GIF89a\u0088\u0013\u0088\u0013\0\0\0" + "!\u00FF\0;" + ".".repeat(';') + "\0"
                + ",\0\0\0\0\u0088\u0013\u0088\u0013\0\u0002\u0001,\0".repeat(99) + ';';
        assertEquals(Optional.empty(), PictureSize.of(Octets.of(gif.getBytes(StandardCharsets.ISO_8859_1))));
    }

    @Test
    void stylesAreKeptAndSizesAreNot() {
        Page page = page("<p>a <b>b</b> <span style='font-weight:700;color:#A6352B'>c</span>"
                + "<font size=1>d</font><span style='background:#ff0'>e</span>");
        List<Run> runs = assertInstanceOf(Block.Paragraph.class, page.blocks().getFirst())
                .runs();
        assertTrue(runs.stream()
                .anyMatch(run -> run instanceof Run.Words words
                        && words.text().equals("c")
                        && words.style().bold()
                        && words.style().ink().equals(Optional.of(new Colour(0xA6352B)))));
        assertTrue(runs.stream()
                .anyMatch(run -> run instanceof Run.Words words
                        && words.text().equals("e")
                        && words.style().marked()));
    }

    @Test
    void everyInkCanBeReadOnEveryGround() {
        for (int rgb = 0; rgb <= 0xFFFFFF; rgb += 0x0F1A27) {
            for (int ground : new int[] {0xFBFAF7, 0x16181C, 0xFFFFFF, 0, 0x777777}) {
                Colour on = new Colour(ground);
                assertTrue(new Colour(rgb).readableOn(on).contrast(on) >= 4.5, rgb + " on " + ground);
            }
        }
    }

    @Test
    void hugeAndDeepDocumentsEndInBoundedTime() {
        List<String> hostile = List.of(
                "<div>".repeat(400_000),
                "<b><i><a href=x>".repeat(30_000),
                "<table><tr><td>".repeat(60_000),
                "<ul><li>".repeat(100_000) + "x",
                "<blockquote>".repeat(100_000) + "x",
                "<p>x".repeat(300_000),
                "<a ".repeat(300_000),
                "<div " + "a=b ".repeat(300_000) + ">x",
                "<div style='" + "color:red;".repeat(100_000) + "'>x",
                "&amp".repeat(400_000),
                "<!--".repeat(300_000),
                "<font color=red>".repeat(100_000) + "<p>".repeat(1000),
                "x\u0301".repeat(10) + "\u0301".repeat(500_000),
                "<td colspan=999999999 rowspan=999999999>".repeat(1000),
                "<table><tr>" + "<th colspan=999 rowspan=999>x".repeat(5000) + "<tr><td>y".repeat(400) + "</table>");
        for (String html : hostile) {
            Page page = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> page(html), html.substring(0, 20));
            assertTrue(page.text().length() <= 2_000_000);
        }
    }
}
