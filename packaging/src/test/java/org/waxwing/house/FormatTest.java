package org.waxwing.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Every Java file is formatted. To mend: `mvn -q verify -Dwaxwing.format=apply -pl packaging -am
/// -Dtest=FormatTest -Dsurefire.failIfNoSpecifiedTests=false`.
///
/// It is a test and not a Maven plugin because the formatter must run on JDK 25 to know today's Java,
/// also where Maven itself runs on an older one.
class FormatTest {
    private final SourceTree tree = SourceTree.here();
    private final Formatter formatter = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .build());

    @Test
    void everyFileIsFormatted() throws IOException {
        boolean apply = "apply".equals(System.getProperty("waxwing.format"));
        List<String> unformatted = new ArrayList<>();
        for (Path file : tree.javaFiles()) {
            String source = Files.readString(file);
            String wanted = formatted(file, source);
            if (source.equals(wanted)) {
                continue;
            }
            if (apply) {
                Files.writeString(file, wanted);
            } else {
                unformatted.add(tree.name(file));
            }
        }
        assertEquals(List.of(), unformatted, "these files need formatting (-Dwaxwing.format=apply does it)");
    }

    /// The formatter folds a `///` line that is too long into something that is no comment any more.
    @Test
    void commentsStayNarrowEnoughForTheFormatter() {
        List<String> wide = tree.javaFiles().stream()
                .filter(file -> SourceTree.text(file)
                        .lines()
                        .anyMatch(line -> line.strip().startsWith("///") && line.length() > 116))
                .map(tree::name)
                .toList();
        assertEquals(List.of(), wide, "comment lines of 116 columns at most");
    }

    private String formatted(Path file, String source) {
        try {
            String tidy = RemoveUnusedImports.removeUnusedImports(source);
            return formatter.formatSource(ImportOrderer.reorderImports(tidy, JavaFormatterOptions.Style.PALANTIR));
        } catch (FormatterException broken) {
            throw new AssertionError("the formatter does not understand " + tree.name(file), broken);
        }
    }
}
