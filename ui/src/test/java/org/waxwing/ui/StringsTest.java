package org.waxwing.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every sentence that is used is there, and every sentence that is there is used.
class StringsTest {
    private static final Path JAVA = Path.of("src/main/java/org/waxwing/ui");
    private static final Path BUNDLES = Path.of("src/main/resources/org/waxwing/ui");
    private static final Pattern USE = Pattern.compile("words\\s*\\.of\\(\\s*\"([^\"]+)\"");

    @Test
    void usedAndDefinedAreTheSame() throws IOException {
        TreeSet<String> wrong = new TreeSet<>();
        for (Path folder : folders()) {
            Set<String> used = used(folder);
            Set<String> defined = defined(folder);
            TreeSet<String> missing = new TreeSet<>(used);
            missing.removeAll(defined);
            defined.removeAll(used);
            missing.forEach(key -> wrong.add(folder + " lacks " + key));
            defined.forEach(key -> wrong.add(folder + " never uses " + key));
        }
        assertEquals(new TreeSet<>(), wrong);
    }

    @Test
    void everySentenceIsAPattern() throws IOException {
        for (Path folder : folders()) {
            Properties bundle = bundle(folder);
            for (String key : bundle.stringPropertyNames()) {
                String text = bundle.getProperty(key);
                assertEquals(-1, text.indexOf('\''), key + " holds a straight apostrophe, write ’");
                MessageFormat _ = new MessageFormat(text);
            }
        }
    }

    private static List<Path> folders() throws IOException {
        try (Stream<Path> all = Files.walk(JAVA)) {
            return all.filter(Files::isDirectory).map(JAVA::relativize).toList();
        }
    }

    private static Set<String> used(Path folder) throws IOException {
        TreeSet<String> keys = new TreeSet<>();
        try (Stream<Path> files = Files.list(JAVA.resolve(folder))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher use = USE.matcher(Files.readString(file));
                while (use.find()) {
                    keys.add(use.group(1));
                }
            }
        }
        return keys;
    }

    private static Set<String> defined(Path folder) throws IOException {
        return new TreeSet<>(bundle(folder).stringPropertyNames());
    }

    private static Properties bundle(Path folder) throws IOException {
        Properties bundle = new Properties();
        Path file = BUNDLES.resolve(folder).resolve("words.properties");
        if (Files.exists(file)) {
            try (Reader in = Files.newBufferedReader(file)) {
                bundle.load(in);
            }
        }
        return bundle;
    }
}
