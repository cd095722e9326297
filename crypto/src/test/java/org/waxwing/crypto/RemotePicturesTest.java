package org.waxwing.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waxwing.crypto.Person.ANNA;
import static org.waxwing.crypto.Tree.encrypted;
import static org.waxwing.crypto.Tree.forwarded;
import static org.waxwing.crypto.Tree.fromAnna;
import static org.waxwing.crypto.Tree.html;
import static org.waxwing.crypto.Tree.mixed;
import static org.waxwing.crypto.Tree.signed;
import static org.waxwing.crypto.Tree.text;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.attack.Attack;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.page.Notice;
import org.waxwing.crypto.page.Page;
import org.waxwing.crypto.page.RemotePicture;

/// Which letters may name pictures on other computers, and which pictures.
class RemotePicturesTest {
    private static final Octets HTML = html("<p>Hello</p><img src='https://pictures.example/sea.png' alt='the sea'>");
    /// Eight by eight points.
    private static final Octets PICTURE = Octets.of(HexFormat.of()
            .parseHex("89504e470d0a1a0a0000000d49484452000000080000000808020000004b6d29dc0000000049454e44ae426082"));

    private static RemotePictures pictures(Octets part) {
        return BensDesk.opened(fromAnna(part)).payload().remotePictures().orElseThrow();
    }

    private static List<String> addresses(String html) {
        return pictures(html(html)).wanted().stream()
                .map(RemotePicture::address)
                .toList();
    }

    @Test
    void aClearLetterNamesThemOnceEach() {
        assertEquals(
                List.of(
                        "https://a.example/1.png",
                        "http://b.example/2?x=1",
                        "https://c.example/3%20a.gif",
                        "https://xn--bcher-kva.example/"),
                addresses("""
                        <img src="https://a.example/1.png"><img src=" https://a.example/1.png#again">
                        <img src='http://b.example/2?x=1'><img src='//c.example/3 a.gif'>
                        <img src="https://b\u00fccher.example/">
                        """));
        assertEquals(
                "pictures.example",
                pictures(signed(ANNA, HTML)).wanted().getFirst().host());
    }

    @Test
    void whatNoWebServerHasIsNotWanted() {
        assertEquals(List.of(), addresses("""
                <img src="file:///etc/passwd"><img src="ftp://a.example/1.png"><img src="a.png"><img src="/a.png">
                <img src="javascript:alert(1)"><img src="cid:absent"><img src="data:image/png;base64,AAAA">
                <img srcset="https://a.example/1.png 2x"><img src="https://a.example/%s">
                <div style="background:url(https://a.example/b.png)">x</div><img src="https:///">
                """.formatted("x".repeat(2000))));
    }

    @Test
    void aPointThatNobodySeesIsCountedAndNeverWanted() {
        var letter = BensDesk.opened(fromAnna(html("""
                <img src="https://t.example/open.gif" width=1 height=1><img src="https://t.example/2" style="height:0">
                <img src="https://t.example/3" style="display:none"><img src="https://t.example/4" width="100%" style="width:10%">
                """)));
        assertEquals(
                List.of("https://t.example/4"),
                letter.payload().remotePictures().orElseThrow().wanted().stream()
                        .map(RemotePicture::address)
                        .toList());
        List<Notice> notices = letter.payload().content().page().notices();
        assertTrue(notices.contains(new Notice(Notice.Kind.TRACKING_PIXELS, 2)));
        assertTrue(notices.contains(new Notice(Notice.Kind.REMOTE_PICTURES, 1)));
    }

    @Test
    @Attack(15)
    void aSealedLetterNeverNamesAny() {
        assertTrue(BensDesk.opened(fromAnna(encrypted(List.of(ANNA), HTML)))
                .payload()
                .remotePictures()
                .isEmpty());
        assertTrue(BensDesk.opened(fromAnna(encrypted(HTML)))
                .payload()
                .remotePictures()
                .isEmpty());
        assertTrue(BensDesk.opened(fromAnna(encrypted(List.of(ANNA), signed(ANNA, HTML))))
                .payload()
                .remotePictures()
                .isEmpty());
    }

    @Test
    @Attack(15)
    void aClearLetterInsideASealedOneNeverNamesAnyHoweverDeep() {
        Octets passedOn = forwarded(fromAnna(mixed(HTML, forwarded(fromAnna(HTML)))));
        var sealed = BensDesk.opened(fromAnna(encrypted(List.of(ANNA), mixed(text("See below"), passedOn))));
        EnclosedLetter first = sealed.payload().enclosed().getFirst();
        assertTrue(first.sealedAround());
        var inside = BensDesk.opened(first);
        assertEquals(new Confidentiality.Cleartext(), inside.summary().confidentiality());
        assertTrue(inside.payload().remotePictures().isEmpty());
        EnclosedLetter second = inside.payload().enclosed().getFirst();
        assertTrue(second.sealedAround());
        assertTrue(BensDesk.opened(second).payload().remotePictures().isEmpty());

        var clear = BensDesk.opened(fromAnna(mixed(text("See below"), passedOn)));
        EnclosedLetter open = clear.payload().enclosed().getFirst();
        assertFalse(open.sealedAround());
        assertTrue(BensDesk.opened(open).payload().remotePictures().isPresent());
    }

    @Test
    void whatWasFetchedStandsInItsPlaceWhereItIsAPicture() {
        RemotePictures pictures = pictures(HTML);
        RemotePicture sea = pictures.wanted().getFirst();
        Page without = pictures.page(Map.of());
        assertEquals(List.of(new Notice(Notice.Kind.REMOTE_PICTURES, 1)), without.notices());
        Page with = pictures.page(Map.of(sea, PICTURE));
        assertEquals(List.of(), with.notices());
        assertTrue(with.blocks().toString().contains("Picture[8x8]"));
        Page drawing =
                pictures.page(Map.of(sea, Octets.ofUtf8("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>")));
        assertEquals(List.of(new Notice(Notice.Kind.REFUSED_PICTURES, 1)), drawing.notices());
        assertEquals(without.blocks(), drawing.blocks());
    }
}
