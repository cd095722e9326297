package org.waxwing.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What the compiler and ArchUnit can't see: the source tree itself.
class HouseRulesTest {
    private static final int LONGEST_FILE = 300;
    private static final Pattern RFC_SECTION = Pattern.compile("RFC (\\d{3,4}) §");

    private static final Pattern APP_PACKAGE = Pattern.compile("app/src/main/java/org/waxwing/app/(\\w+)/");

    private final SourceTree tree = SourceTree.here();

    @Test
    void everyPackageSaysWhatItIsFor() {
        List<String> silent = mainFiles().stream()
                .filter(file -> !file.getFileName().toString().equals("module-info.java"))
                .map(Path::getParent)
                .distinct()
                .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
                .map(tree::name)
                .toList();
        assertEquals(List.of(), silent, "a package-info.java with one sentence");
    }

    @Test
    void noFileIsLongerThanOneIdeaNeeds() {
        List<String> longFiles = mainFiles().stream()
                .filter(file -> SourceTree.text(file).lines().count() > LONGEST_FILE)
                .map(tree::name)
                .toList();
        assertEquals(List.of(), longFiles, "300 lines at most: one idea a file");
    }

    @Test
    void everyModuleHasAReadmeWithItsInvariants() {
        for (String module : List.of("crypto", "keystore", "app", "ui", "packaging")) {
            Path readme = tree.root().resolve(module).resolve("README.md");
            assertTrue(Files.exists(readme), module + "/README.md is missing");
            assertTrue(SourceTree.text(readme).contains("Invariants"), module + "/README.md states no invariants");
        }
    }

    /// The table in app's README has a row for each package below `org.waxwing.app`, and says of it whether a
    /// face may use it.
    @Test
    void everyPackageOfAppStandsInItsReadme() {
        String module = SourceTree.text(tree.root().resolve("app/src/main/java/module-info.java"));
        TreeSet<String> there = mainFiles().stream()
                .map(file -> APP_PACKAGE.matcher(tree.name(file)))
                .filter(Matcher::find)
                .map(match -> match.group(1))
                .map(name -> name + (module.contains("exports org.waxwing.app." + name + ";") ? " yes" : " no"))
                .collect(Collectors.toCollection(TreeSet::new));
        TreeSet<String> listed = SourceTree.text(tree.root().resolve("app/README.md"))
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|"))
                .filter(cells -> cells[2].matches(" (yes|no) "))
                .flatMap(cells -> Arrays.stream(cells[1].strip().split(" "))
                        .map(name -> name.replace("`", "") + " " + cells[2].strip()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(there, listed, "the table of packages in app/README.md");
    }

    /// The table of standards lists every RFC of which a section is cited in the code.
    @Test
    void everyCitedStandardIsInTheTable() {
        String table = SourceTree.text(tree.root().resolve("app/docs/standards.md"));
        TreeSet<String> cited = tree.javaFiles().stream()
                .flatMap(file -> RFC_SECTION.matcher(SourceTree.text(file)).results())
                .map(match -> "RFC " + match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        cited.removeIf(table::contains);
        assertEquals(List.of(), List.copyOf(cited), "add them to app/docs/standards.md");
    }

    @Test
    void nothingIsLeftForLater() {
        Pattern later = Pattern.compile("\\b(TODO|FIXME|XXX)\\b|not yet implemented|\"not yet");
        List<String> unfinished = mainFiles().stream()
                .filter(file -> later.matcher(SourceTree.text(file)).find())
                .map(tree::name)
                .toList();
        assertEquals(List.of(), unfinished);
    }

    private List<Path> mainFiles() {
        return tree.javaFiles().stream()
                .filter(file -> tree.name(file).contains("/src/main/java/"))
                .toList();
    }
}
