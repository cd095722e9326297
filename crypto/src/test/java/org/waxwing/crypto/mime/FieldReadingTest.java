package org.waxwing.crypto.mime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.attack.Attack;

class FieldReadingTest {
    @Test
    void decodesEncodedWords() {
        // RFC 2047 §8
        assertEquals("a", EncodedWords.decode("=?ISO-8859-1?Q?a?="));
        assertEquals("a b", EncodedWords.decode("=?ISO-8859-1?Q?a?= b"));
        assertEquals("ab", EncodedWords.decode("=?ISO-8859-1?Q?a?= =?ISO-8859-1?Q?b?="));
        assertEquals("ab", EncodedWords.decode("=?ISO-8859-1?Q?a?=     =?ISO-8859-1?Q?b?="));
        assertEquals("a b", EncodedWords.decode("=?ISO-8859-1?Q?a_b?="));
        assertEquals("a b", EncodedWords.decode("=?ISO-8859-1?Q?a?= =?ISO-8859-2?Q?_b?="));
        assertEquals("Keith Moore", EncodedWords.decode("=?US-ASCII*EN?Q?Keith_Moore?="));
        assertEquals("=?x", EncodedWords.decode("=?x"));
    }

    @Test
    void joinsACharacterCutBetweenTwoWords() {
        assertEquals("ü", EncodedWords.decode("=?utf-8?Q?=C3?= =?utf-8?Q?=BC?="));
    }

    @Test
    @Attack(33)
    void anEncodedWordBringsInNoAddress() {
        AddressList list = AddressList.parse("=?utf-8?Q?a=40b.example=2C_=3Cc=40d.example=3E?= <eve@evil.example>");
        assertEquals(List.of("eve@evil.example"), texts(list));
        assertEquals("a@b.example, <c@d.example>", list.mailboxes().getFirst().displayName());
        assertTrue(list.sound());
    }

    @Test
    void readsAddressesOfEveryForm() {
        assertEquals(List.of("a@b.example"), texts(AddressList.parse("a@b.example")));
        assertEquals(List.of("a@b.example"), texts(AddressList.parse("\"Last, First\" <a@b.example>")));
        assertEquals(List.of("a@b.example"), texts(AddressList.parse("a@b.example (Anna (the first))")));
        assertEquals(List.of("a@b.example"), texts(AddressList.parse("Anna <@relay.example:a@b.example>")));
        assertEquals(
                List.of("a@b.example", "c@d.example", "e@f.example"),
                texts(AddressList.parse("Friends: a@b.example, C <c@d.example>;, e@f.example")));
        assertEquals(List.of(), texts(AddressList.parse("undisclosed-recipients:;")));
        assertTrue(AddressList.parse("undisclosed-recipients:;").sound());
        assertEquals(List.of("jürgen@bücher.example"), texts(AddressList.parse("Jürgen <jürgen@bücher.example>")));
        assertEquals(List.of("a.b@c.example"), texts(AddressList.parse("\"a.b\"@c.example")));
    }

    @Test
    void whatIsNoAddressMakesTheListUnsound() {
        for (String odd :
                List.of("a@b.example, nonsense", "<a@b.example> <c@d.example>", "<a@b.example", "\"a", "a@")) {
            assertFalse(AddressList.parse(odd).sound(), odd);
        }
    }

    @Test
    void readsParametersInPieces() {
        // RFC 2231 §3, §4, §4.1
        ContentType url = ContentType.parse(
                        "message/external-body; access-type=URL; URL*0=\"ftp://\"; URL*1=\"cs.example/a\"")
                .orElseThrow();
        assertEquals("ftp://cs.example/a", url.parameter("url").orElseThrow());
        ContentType title = ContentType.parse("application/x; title*0*=us-ascii'en'This%20is%20even%20more%20;"
                        + " title*1*=%2A%2A%2Afun%2A%2A%2A%20; title*2=\"isn't it!\"")
                .orElseThrow();
        assertEquals(
                "This is even more ***fun*** isn't it!",
                title.parameter("title").orElseThrow());
        assertEquals(
                "Bäume",
                ContentType.parse("a/b; name*=iso-8859-1''B%E4ume")
                        .orElseThrow()
                        .parameter("name")
                        .orElseThrow());
        assertEquals(
                "ü",
                ContentType.parse("a/b; name=\"=?utf-8?Q?=C3=BC?=\"")
                        .orElseThrow()
                        .parameter("name")
                        .orElseThrow());
    }

    @Test
    void readsParametersThatNobodyShouldWrite() {
        assertEquals("a;b\"c", parameter("x/y; p=\"a;b\\\"c\""));
        assertEquals("first", parameter("x/y; p=first; p=second"));
        assertEquals("v", parameter("x/y;;; (comment) p = v (more)"));
        assertEquals("open", parameter("x/y; p=\"open"));
        assertEquals("%zz%4", parameter("x/y; p*=utf-8''%zz%4"));
        assertTrue(ContentType.parse("nonsense").isEmpty());
        assertTrue(ContentType.parse("").isEmpty());
    }

    @Test
    void writesParametersThatItReadsAgain() {
        for (String value : List.of("a", "a\"b\\c", "Größe.pdf", "x".repeat(300), "日本".repeat(60), "", "a%b'c*d")) {
            String written = ContentType.of("a", "b").with("name", value).format();
            assertEquals(
                    value,
                    ContentType.parse(written.replace("\r\n", ""))
                            .orElseThrow()
                            .parameter("name")
                            .orElseThrow());
        }
    }

    @Test
    void decodesWhatOthersEncode() {
        assertEquals(
                "a\u00FFb",
                TransferEncoding.QUOTED_PRINTABLE.decode(Octets.ofUtf8("a=FFb")).latin1());
        assertEquals(
                "ab",
                TransferEncoding.QUOTED_PRINTABLE
                        .decode(Octets.ofUtf8("a= \t\r\nb"))
                        .latin1());
        assertEquals(
                "a\r\nb=",
                TransferEncoding.QUOTED_PRINTABLE
                        .decode(Octets.ofUtf8("a  \r\nb=3d"))
                        .latin1());
        assertEquals(
                "a=zz",
                TransferEncoding.QUOTED_PRINTABLE.decode(Octets.ofUtf8("a=zz=")).latin1());
        assertEquals(
                "Man",
                TransferEncoding.BASE64.decode(Octets.ofUtf8("T W\r\nF!u")).latin1());
        assertEquals(
                "MaM", TransferEncoding.BASE64.decode(Octets.ofUtf8("TWE=TQ")).latin1());
    }

    @Test
    @Attack(63)
    void fileNamesAreHarmless() {
        assertEquals("passwd", FileNames.safe("../../etc/passwd", "x"));
        assertEquals("b.exe", FileNames.safe("C:\\a\\b.exe", "x"));
        assertEquals("photogpj.exe", FileNames.safe("photo\u202Egpj.exe", "x"));
        assertEquals("_CON.txt", FileNames.safe("CON.txt", "x"));
        assertEquals("x", FileNames.safe("...", "x"));
        assertEquals("x", FileNames.safe("\u0000\u200B", "x"));
        assertEquals("bashrc", FileNames.safe(".bashrc. ", "x"));
        assertEquals(120, FileNames.safe("a".repeat(500) + ".pdf", "x").length());
        assertTrue(FileNames.safe("a".repeat(500) + ".pdf", "x").endsWith(".pdf"));
        assertEquals("a_b__c", FileNames.safe("a:b<>c", "x"));
    }

    @Test
    @Attack(63)
    void whatShowsNothingCannotPushTheEndingAway() {
        for (int nothing : new int[] {
            0x00AD, 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180E, 0x180F, 0x200B, 0x200D, 0x2060, 0x2065,
            0x2800, 0x3164, 0xFE0F, 0xFEFF, 0xFFA0, 0xFFF0, 0xD800, 0x13441, 0x13442, 0x16FE4, 0x1D159, 0x1D173,
            0xE0001, 0xE0100, 0xE0FFF
        }) {
            String one = Character.toString(nothing);
            String shown = Integer.toHexString(nothing);
            assertEquals("bill.pdf.exe", FileNames.safe("bill.pdf" + one.repeat(60) + ".exe", "x"), shown);
            assertEquals("bill.pdf .exe", FileNames.safe("bill.pdf" + (one + " ").repeat(40) + ".exe", "x"), shown);
            assertEquals("x", FileNames.safe(one + ' ' + one, "x"), shown);
        }
        for (int blank : new int[] {0x09, 0x0A, 0xA0, 0x1680, 0x2003, 0x2028, 0x3000}) {
            String one = Character.toString(blank);
            assertEquals("bill.pdf .exe", FileNames.safe("bill.pdf" + one.repeat(60) + ".exe", "x"));
        }
    }

    private static String parameter(String contentType) {
        return ContentType.parse(contentType).orElseThrow().parameter("p").orElseThrow();
    }

    private static List<String> texts(AddressList list) {
        return list.mailboxes().stream()
                .map(mailbox -> mailbox.address().text())
                .toList();
    }
}
