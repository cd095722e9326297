package org.waxwing.crypto.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What plain text becomes.
class TextPagesTest {
    @Test
    void softLinesAreJoined() {
        assertEquals("one two\nthree", FlowedText.joined("one \ntwo\nthree", false));
        assertEquals("onetwo", FlowedText.joined("one \ntwo", true));
        assertEquals("> a b\nc", FlowedText.joined("> a \n> b\nc", false));
        assertEquals(">> a\n> b", FlowedText.joined(">> a \n> b", false).replace("a ", "a"));
        assertEquals("hi \n-- \nAnna", FlowedText.joined("hi \n-- \nAnna", false));
        assertEquals(" >not a quote", FlowedText.joined(" >not a quote", false));
        assertEquals("From", FlowedText.joined(" From", false));
    }

    @Test
    void quoteMarksBecomeQuotes() {
        Page page = TextPages.of("hi\n\n> one\n>> two\n> three\n\nbye");
        assertEquals(3, page.blocks().size());
        Block.Quote quote = assertInstanceOf(Block.Quote.class, page.blocks().get(1));
        assertInstanceOf(Block.Quote.class, quote.blocks().get(1));
        assertEquals("hi\n\n> one\n>\n>> two\n>\n> three\n\nbye", page.text());
    }

    @Test
    void aTrapOfQuotesStaysFlat() {
        assertTrue(TextPages.of(">a\nb\n".repeat(5_000)).blocks().size() < 500);
        assertFalse(TextPages.of(">".repeat(100_000) + "x").blocks().isEmpty());
    }

    @Test
    void addressesBecomeLinks() {
        List<Run> runs = LinkFinder.runs("See https://chem.example/a_(b). Or (www.chem.example), please.");
        assertEquals(5, runs.size());
        assertEquals(
                Optional.of(new Link("https://chem.example/a_(b)", "chem.example", true)),
                assertInstanceOf(Run.Words.class, runs.get(1)).link());
        assertEquals(
                "www.chem.example",
                assertInstanceOf(Run.Words.class, runs.get(3)).text());
    }

    @Test
    void hostsThatLookLikeOthersAreShownAsALabels() {
        assertEquals(Optional.of("bücher.example"), HostName.shown("bücher.example"));
        assertEquals(Optional.of("xn--80ak6aa92e.com"), HostName.shown("аррӏе.com"));
        assertEquals(Optional.of("xn--pple-43d.com"), HostName.shown("аpple.com"));
        assertEquals(Optional.of("пример.рф"), HostName.shown("пример.рф"));
        assertEquals(Optional.of("evil.example"), HostName.shown("EVIL%2Eexample"));
        assertEquals(Optional.empty(), HostName.shown("a b"));
        assertEquals(Optional.empty(), HostName.shown(""));
    }

    @Test
    void theTrueHostOfAnAddressIsFound() {
        assertEquals("evil.example", place("https://bank.example@evil.example/"));
        assertEquals("evil.example", place("https:\\\\evil.example\\bank.example"));
        assertEquals("evil.example", place("ht\ntps://evil.example:8443#bank.example"));
        assertEquals("[::1]", place("http://[::1]:80/"));
        assertEquals("anna@chem.example", place("mailto:anna@chem.example?bcc=eve@evil.example"));
        assertEquals(Optional.empty(), Link.to("javascript:alert(1)"));
        assertEquals(Optional.empty(), Link.to("data:text/html,x"));
        assertEquals(Optional.empty(), Link.to("file:///etc/passwd"));
        assertEquals(Optional.empty(), Link.to("//evil.example"));
    }

    @Test
    void whatTurnsTheDirectionIsShown() {
        Page page = TextPages.of("photo\u202Egpj.exe a\u200Bb\u00ADc");
        assertEquals("photo‹U+202E›gpj.exe abc", page.text());
        assertEquals(List.of(new Notice(Notice.Kind.DIRECTION_MARKS, 1)), page.notices());
    }

    @Test
    void aLongTextIsCutAndSaysSo() {
        Page page = TextPages.of("word ".repeat(200_000));
        assertTrue(page.text().length() <= 400_000);
        assertEquals(List.of(new Notice(Notice.Kind.CUT_SHORT, 1)), page.notices());
    }

    private static String place(String address) {
        return Link.to(address).orElseThrow().place();
    }
}
