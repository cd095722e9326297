package org.waxwing.keystore.transfer;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where GnuPG keeps its keys, and how to know such a folder.
final class GnuPgHome {
    private static final List<String> SIGNS =
            List.of("pubring.kbx", "pubring.gpg", "secring.gpg", "private-keys-v1.d", "public-keys.d", "trustdb.gpg");

    private GnuPgHome() {}

    /// Whether the folder holds anything by which GnuPG keeps keys.
    static boolean isAt(Path folder) {
        return SIGNS.stream().anyMatch(sign -> Files.exists(folder.resolve(sign)));
    }

    /// The home that gpg would use: where `GNUPGHOME` points, else `.gnupg` in the user's home, else
    /// `gnupg` in `APPDATA` (Windows). Nothing when no home is there.
    ///
    /// @param environment the variables by name
    static Optional<Path> usual(Function<String, @Nullable String> environment, Path userHome) {
        return Stream.of(
                        path(environment.apply("GNUPGHOME")),
                        Optional.of(userHome.resolve(".gnupg")),
                        path(environment.apply("APPDATA")).map(data -> data.resolve("gnupg")))
                .flatMap(Optional::stream)
                .filter(GnuPgHome::isAt)
                .findFirst();
    }

    private static Optional<Path> path(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? Optional.empty() : Optional.of(Path.of(text));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }
}
