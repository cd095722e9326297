package org.waxwing.crypto.mime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.mime.MimeParsing.Defect;

class MimeParserTest {
    @Test
    void aPartEndsBeforeTheLineBreakOfItsBoundary() {
        MimePart.Multipart root = assertInstanceOf(
                MimePart.Multipart.class,
                parsed("Content-Type: multipart/signed; boundary=b\r\n\r\npreamble\r\n--b\r\nA: 1\r\n\r\ntext\r\n\r\n"
                                + "--b \t\r\n\r\nsignature\r\n--b--\r\nepilogue")
                        .root());
        assertEquals("A: 1\r\n\r\ntext\r\n", root.parts().getFirst().raw().latin1());
        assertEquals("\r\nsignature", root.parts().getLast().raw().latin1());
    }

    @Test
    void anOuterBoundaryWins() {
        MimePart.Multipart root =
                assertInstanceOf(MimePart.Multipart.class, parsed("""
                    Content-Type: multipart/mixed; boundary=a

                    --a
                    Content-Type: multipart/mixed; boundary=b

                    --b

                    one
                    --a

                    two
                    --b
                    --a--
                    """).root());
        assertEquals(2, root.parts().size());
        assertEquals("two\n--b", ((MimePart.Leaf) root.parts().getLast()).text());
    }

    @Test
    void aBoundaryThatBeginsLikeAnotherIsAnother() {
        MimePart.Multipart root = assertInstanceOf(
                MimePart.Multipart.class,
                parsed("Content-Type: multipart/mixed; boundary=a\n\n--a\n\none\n--ab\n--a--\n")
                        .root());
        assertEquals(1, root.parts().size());
    }

    @Test
    void brokenMailIsReadableAndSaysWhatIsBroken() {
        assertEquals(
                Set.of(Defect.NO_BOUNDARY),
                parsed("Content-Type: multipart/mixed\r\n\r\nhi").defects());
        assertEquals(
                Set.of(Defect.NOT_CLOSED),
                parsed("Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nhi")
                        .defects());
        assertEquals(
                Set.of(Defect.BROKEN_HEADER),
                parsed("nonsense here\r\nA: b\r\n\r\nhi").defects());
        MimeParsing.Parsed bare = parsed("just some words");
        assertEquals("just some words", ((MimePart.Leaf) bare.root()).text());
        assertEquals("", ((MimePart.Leaf) parsed("").root()).text());
    }

    @Test
    void keepsFoldedFieldsAndTheirBytes() {
        HeaderSection header =
                parsed("Subject: a\r\n\tb\r\nsubject:c\r\n\r\n").root().header();
        assertEquals("a b", header.first("SUBJECT").orElseThrow().text());
        assertEquals(2, header.all("Subject").size());
        assertEquals("Subject: a\r\n\tb\r\n", header.fields().getFirst().raw().latin1());
    }

    @Test
    void structureBeyondTheLimitsIsAnOutcome() {
        StringBuilder deep = new StringBuilder();
        for (int i = 0; i < 5000; i++) {
            deep.append("Content-Type: message/rfc822\r\n\r\n");
        }
        assertBeyondLimits(deep.toString());
        assertBeyondLimits("Content-Type: multipart/mixed; boundary=b\r\n\r\n" + "--b\r\n\r\n\r\n".repeat(20_000));
        assertBeyondLimits("A: b\r\n".repeat(20_000));
        assertBeyondLimits("A: " + "b".repeat(3 << 20));
    }

    @Test
    void aHostileMessageCostsLittle() {
        String nested = "Content-Type: multipart/mixed; boundary=b\r\n\r\n";
        long start = System.nanoTime();
        assertTrue(MimeParser.parse(Octets.ofUtf8(nested + "--b".repeat(2_000_000))) instanceof MimeParsing.Parsed);
        assertTrue(MimeParser.parse(Octets.ofUtf8(nested + "--b\r\n".repeat(9_000))) instanceof MimeParsing.Parsed);
        assertEquals(0, AddressList.parse("(".repeat(200_000)).mailboxes().size());
        assertTrue(AddressList.parse("<".repeat(200_000)).mailboxes().isEmpty());
        assertEquals("=?".repeat(100_000), EncodedWords.decode("=?".repeat(100_000)));
        assertTrue(System.nanoTime() - start < 20_000_000_000L);
    }

    private static void assertBeyondLimits(String message) {
        assertInstanceOf(MimeParsing.BeyondLimits.class, MimeParser.parse(Octets.ofUtf8(message)));
    }

    private static MimeParsing.Parsed parsed(String message) {
        return assertInstanceOf(MimeParsing.Parsed.class, MimeParser.parse(Octets.ofUtf8(message)));
    }
}
