package org.waxwing.scorecard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/// How the tests of the last build ended, as its reports say.
record Results(Map<String, Result> byTest) {
    /// The end of one test, the worse later.
    enum Result {
        PASSED,
        SKIPPED,
        NOT_RUN,
        FAILED
    }

    static Results in(Path root) {
        Map<String, Result> results = new HashMap<>();
        for (String module : Marks.MODULES) {
            Path reports = root.resolve(module).resolve("target/surefire-reports");
            if (Files.isDirectory(reports)) {
                files(reports).forEach(file -> read(file, results));
            }
        }
        return new Results(results);
    }

    /// The worst end of a test, or of all of a class where the name ends with `#`.
    Result of(String test) {
        return byTest.entrySet().stream()
                .filter(entry -> test.endsWith("#")
                        ? entry.getKey().startsWith(test)
                        : entry.getKey().equals(test))
                .map(Map.Entry::getValue)
                .max(Result::compareTo)
                .orElse(Result.NOT_RUN);
    }

    private static void read(Path report, Map<String, Result> results) {
        try {
            NodeList cases = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(report.toFile())
                    .getElementsByTagName("testcase");
            for (int i = 0; i < cases.getLength(); i++) {
                if (cases.item(i) instanceof Element test) {
                    String method = test.getAttribute("name").replaceAll("[({\\[].*", "");
                    results.merge(
                            test.getAttribute("classname") + "#" + method,
                            result(test),
                            (one, other) -> one.compareTo(other) > 0 ? one : other);
                }
            }
        } catch (IOException | SAXException | ParserConfigurationException broken) {
            throw new IllegalStateException("a report that can't be read: " + report, broken);
        }
    }

    private static Result result(Element test) {
        boolean failed = test.getElementsByTagName("failure").getLength() > 0
                || test.getElementsByTagName("error").getLength() > 0;
        boolean skipped = test.getElementsByTagName("skipped").getLength() > 0;
        return failed ? Result.FAILED : skipped ? Result.SKIPPED : Result.PASSED;
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(".xml")).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
