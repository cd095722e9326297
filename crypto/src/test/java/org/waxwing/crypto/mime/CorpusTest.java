package org.waxwing.crypto.mime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.Letter;
import org.waxwing.crypto.page.ContentReader;
import org.waxwing.crypto.page.LetterContent;

/// Every message that others made, real and tortured, is cut without losing a byte and without an
/// exception.
class CorpusTest {
    private static List<Path> messages() throws IOException {
        Path mail = Path.of(System.getProperty("waxwing.corpora", "absent"), "mail");
        Assumptions.assumeTrue(Files.isDirectory(mail), "the corpora are not here; waxwing.corpora says where");
        try (Stream<Path> files = Files.walk(mail)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void everyMessageIsTheSumOfItsParts() throws IOException {
        int parts = 0;
        List<Path> files = messages();
        for (Path file : files) {
            Octets bytes = Octets.of(Files.readAllBytes(file));
            MimeParsing.Parsed parsed =
                    assertInstanceOf(MimeParsing.Parsed.class, MimeParser.parse(bytes), file.toString());
            assertEquals(bytes, parsed.root().raw(), file.toString());
            parts += check(parsed.root(), file);
        }
        assertTrue(parts > files.size(), "the files hold parts: " + parts);
    }

    @Test
    void everyMessageCanBeReadAndWrittenAgain() throws IOException {
        for (Path file : messages()) {
            Octets bytes = Octets.of(Files.readAllBytes(file));
            MimePart root = ((MimeParsing.Parsed) MimeParser.parse(bytes)).root();
            LetterContent content = ContentReader.read(root, true);
            assertTrue(
                    content.attachments().stream()
                            .allMatch(attached ->
                                    FileNames.safe(attached.name(), "x").equals(attached.name())),
                    file.toString());
            assertTrue(CryptographicStructure.of(root).errantLayers() >= 0);
            assertNotNull(root.header().addresses("From"));
            root.header().fields().forEach(field -> assertNotNull(MailDate.parse(field.text())));
            Letter.parse(bytes).ifPresent(letter -> {
                String written = letter.bytes().latin1();
                String rest = written.replace("\r\n", "");
                assertTrue(rest.indexOf('\r') < 0 && rest.indexOf('\n') < 0, file.toString());
                MimePart again = ((MimeParsing.Parsed) MimeParser.parse(letter.bytes())).root();
                assertEquals(
                        content.attachments().size(),
                        ContentReader.read(again, true).attachments().size(),
                        file.toString());
            });
        }
    }

    /// Header, empty line and body make the part; parts stand in the body one after the other with nothing
    /// between them but delimiter lines.
    private static int check(MimePart part, Path file) {
        int head = part.raw().length() - part.body().length();
        assertEquals(part.body(), part.raw().slice(head, part.raw().length()), file.toString());
        assertEquals(
                part.header().raw(), part.raw().slice(0, part.header().raw().length()), file.toString());
        Octets fields = PartWriter.prepended(part.header().fields(), Octets.empty());
        assertEquals(part.header().raw(), fields, file.toString());
        return switch (part) {
            case MimePart.Leaf leaf -> leaf.content().length() >= 0 ? 1 : 0;
            case MimePart.EmbeddedMessage message -> 1 + check(message.message(), file);
            case MimePart.Multipart multipart -> 1 + checkParts(multipart, file);
        };
    }

    private static int checkParts(MimePart.Multipart multipart, Path file) {
        String body = multipart.body().latin1();
        String delimiter = "--"
                + Octets.ofUtf8(multipart
                                .type()
                                .parameter("boundary")
                                .orElseThrow()
                                .stripTrailing())
                        .latin1();
        int at = 0;
        int count = 0;
        for (MimePart part : multipart.parts()) {
            int line = body.indexOf(delimiter, at);
            assertTrue(line >= 0, file.toString());
            int found = body.indexOf(part.raw().latin1(), line);
            assertTrue(found >= line, file.toString());
            at = found + part.raw().length();
            count += check(part, file);
        }
        return count;
    }
}
