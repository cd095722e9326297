package org.waxwing.crypto.mime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Lengths that Padmé allows, and nothing to be seen of what fills them.
class PaddingTest {
    private static final ContentType MIXED =
            ContentType.of("multipart", "mixed").with("boundary", "b");

    @Test
    void theLengthsAreThoseOfPadme() {
        assertEquals(10, Padding.padme(9));
        assertEquals(1088, Padding.padme(1025));
        assertEquals(104_448, Padding.padme(102_401));
        for (long length = 2; length < 1L << 33; length += 1 + length / 97) {
            long padded = Padding.padme(length);
            assertTrue(padded >= length && (padded - length) * 100 <= 12 * length, length + " became " + padded);
            assertEquals(padded, Padding.padme(padded));
        }
    }

    @Test
    void aLeafGetsAFieldThatFillsIt() {
        for (int length = 400; length < 1400; length++) {
            Octets body = Octets.ofUtf8("a".repeat(length));
            List<HeaderField> header = List.of(HeaderFields.contentType(ContentType.TEXT_PLAIN));
            Octets padded = Padding.part(header, ContentType.TEXT_PLAIN, body);
            int bare = PartWriter.part(header, body).length();
            assertEquals(Padding.padme(padded.length()), padded.length());
            assertTrue((padded.length() - bare) * 100 <= 12 * bare, bare + " became " + padded.length());
            MimePart.Leaf leaf = assertInstanceOf(MimePart.Leaf.class, parsed(padded));
            assertEquals(body, leaf.body());
            assertEquals(
                    List.of(Padding.FIELD, "Content-Type"),
                    leaf.header().fields().stream().map(HeaderField::name).toList());
            assertTrue(padded.latin1()
                    .lines()
                    .limit(20)
                    .filter(line -> !line.startsWith("aa"))
                    .allMatch(line -> line.length() <= 80));
        }
    }

    @Test
    void aMultipartIsFilledBehindItsEnd() {
        for (int length = 400; length < 1400; length++) {
            Octets body = PartWriter.multipartBody("b", List.of(PartWriter.text("a".repeat(length))));
            Octets padded = Padding.part(List.of(HeaderFields.contentType(MIXED)), MIXED, body);
            assertEquals(Padding.padme(padded.length()), padded.length());
            MimePart.Multipart parts = assertInstanceOf(MimePart.Multipart.class, parsed(padded));
            assertEquals(1, parts.parts().size());
            assertEquals(
                    "a".repeat(length),
                    assertInstanceOf(MimePart.Leaf.class, parts.parts().getFirst())
                            .content()
                            .utf8());
            assertEquals(1, parts.header().fields().size());
            assertTrue(!padded.latin1().replace("\r\n", "").contains("\r"), padded::latin1);
        }
    }

    @Test
    void aMultipartThatIsNotClosedGetsAField() {
        Octets body = Octets.ofUtf8("--b\r\n\r\nhi\r\n");
        MimePart.Multipart parts = assertInstanceOf(
                MimePart.Multipart.class, parsed(Padding.part(List.of(HeaderFields.contentType(MIXED)), MIXED, body)));
        assertEquals(body, parts.body());
    }

    @Test
    void aFileOfManyMegabytesCostsLittle() {
        Octets body = Octets.of(new byte[20 << 20]);
        Octets padded = Padding.part(List.of(HeaderFields.contentType(MIXED)), MIXED, body);
        assertTrue(padded.length() - body.length() <= body.length() / 30, () -> "became " + padded.length());
        Octets leaf = Padding.part(List.of(), ContentType.TEXT_PLAIN, body);
        assertEquals(body.length() + 2, leaf.length());
    }

    private static MimePart parsed(Octets part) {
        return assertInstanceOf(MimeParsing.Parsed.class, MimeParser.parse(part))
                .root();
    }
}
