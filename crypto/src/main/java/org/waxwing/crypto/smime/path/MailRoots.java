package org.waxwing.crypto.smime.path;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.waxwing.crypto.mime.Octets;

/// The authorities that Mozilla trusts for e-mail, carried along with the program (MPL 2.0). Read at first
/// use.
public final class MailRoots {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyMMddHHmmssX", Locale.ROOT);
    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
    private static final String END = "-----END CERTIFICATE-----";
    private static final String DISTRUST = "# distrust after ";

    private MailRoots() {}

    /// All of them, in the order of their names.
    public static List<Anchor> all() {
        return Bundle.ANCHORS;
    }

    /// Holds what was read, so that nobody reads it who doesn't ask.
    private static final class Bundle {
        private static final List<Anchor> ANCHORS = read();
    }

    private static List<Anchor> read() {
        try (InputStream in = Objects.requireNonNull(
                MailRoots.class.getResourceAsStream("mail-roots.pem"), "the bundle of roots is part of the program")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            List<Anchor> anchors = new ArrayList<>();
            int from = text.indexOf("\n\n");
            for (int begin = text.indexOf(BEGIN, from); begin >= 0; begin = text.indexOf(BEGIN, from)) {
                int end = text.indexOf(END, begin);
                anchors.add(anchor(
                        text.substring(from, begin).strip().lines().toList(),
                        text.substring(begin + BEGIN.length(), end)));
                from = end + END.length();
            }
            return List.copyOf(anchors);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Anchor anchor(List<String> notes, String base64) {
        Octets der = Octets.of(Base64.getMimeDecoder().decode(base64));
        Optional<Instant> distrust = notes.stream()
                .filter(note -> note.startsWith(DISTRUST))
                .map(note -> LocalDateTime.parse(note.substring(DISTRUST.length()), DATE)
                        .toInstant(ZoneOffset.UTC))
                .findFirst();
        return new Anchor(
                notes.getFirst().substring(2),
                PathCertificate.read(der).orElseThrow(() -> new IllegalStateException("a root of ours is unreadable")),
                distrust,
                Anchor.Origin.MOZILLA);
    }
}
