package org.waxwing.scorecard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// One published way to fool a mail program or to make it betray its user.
///
/// @param group one capital letter
/// @param reason why no test stands against it, or why those that do are not all there is to say
record AttackCase(int number, String group, String title, Optional<String> reason) {
    /// All of them, in order.
    static List<AttackCase> all() {
        try (InputStream in = Objects.requireNonNull(AttackCase.class.getResourceAsStream("cases.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(AttackCase::parsed)
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static AttackCase parsed(String line) {
        List<String> columns = List.of(line.split("\t", -1));
        return new AttackCase(
                Integer.parseInt(columns.get(1)),
                columns.getFirst(),
                columns.get(2),
                Optional.of(columns.get(3)).filter(reason -> !reason.isEmpty()));
    }
}
