package org.waxwing.crypto.openpgp.gate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.waxwing.crypto.mime.Octets;

/// The folder of OpenPGP files by others, read by the gates. Where it lies says the property
/// `waxwing.corpora`; without it the gates are skipped and say so.
public final class Corpora {
    private static final Path FOLDER = Path.of(System.getProperty("waxwing.corpora", "absent"), "openpgp");

    private Corpora() {}

    /// Skips the test, visibly, where the corpora are absent.
    public static void needed() {
        Assumptions.assumeTrue(
                Files.isDirectory(FOLDER), "skipped: the corpora are not here; waxwing.corpora says where");
    }

    /// @param name relative to the folder, such as "rpgp/rfc9580"
    public static Path path(String name) {
        return FOLDER.resolve(name);
    }

    /// A path in the neighbouring folder of S/MIME files.
    ///
    /// @param name relative to that folder, such as "rfc9216"
    public static Path smime(String name) {
        return FOLDER.resolveSibling("smime").resolve(name);
    }

    public static Octets file(String name) {
        return file(path(name));
    }

    public static Octets file(Path path) {
        try {
            return Octets.of(Files.readAllBytes(path));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Every regular file under a folder, in order of path.
    public static List<Path> files(String folder) {
        try (Stream<Path> all = Files.walk(path(folder))) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
