package org.waxwing.crypto.page;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.mime.MimeParser;
import org.waxwing.crypto.mime.MimeParsing;
import org.waxwing.crypto.mime.Octets;

/// Every letter and every HTML file that others made becomes a page that holds nothing it may not.
class ShownCorpusTest {
    @Test
    void everyLetterBecomesAPage() throws IOException {
        Path mail = Path.of(System.getProperty("waxwing.corpora", "absent"), "mail");
        Assumptions.assumeTrue(Files.isDirectory(mail), "the corpora are not here; waxwing.corpora says where");
        int letters = 0;
        int formatted = 0;
        int judged = 0;
        for (Path file : files(mail)) {
            Octets bytes = Octets.of(Files.readAllBytes(file));
            if (file.toString().endsWith(".html")) {
                HtmlFuzz.check(HtmlPages.of(new String(bytes.toByteArray(), StandardCharsets.UTF_8), List.of()));
            }
            if (MimeParser.parse(bytes) instanceof MimeParsing.Parsed parsed) {
                LetterContent content = ContentReader.read(parsed.root(), false);
                HtmlFuzz.check(content.page());
                letters++;
                if (content.formatted().isPresent()) {
                    HtmlFuzz.check(content.formatted().get());
                    formatted++;
                }
                judged += (int)
                        content.attachments().stream().map(FileJudgement::of).count();
            }
        }
        System.out.println(
                "shown: " + letters + " letters, " + formatted + " of them HTML, " + judged + " files judged");
        assertTrue(letters > 1_000 && formatted > 100 && judged > 100, "the corpora are whole");
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
