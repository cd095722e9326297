package org.waxwing.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waxwing.app.practice.PracticePostOffice;
import org.waxwing.crypto.mime.AddrSpec;
import org.waxwing.crypto.mime.Mailbox;

/// A whole journey at two terminals, over real sockets, TLS and signing in.
final class AnnaWritesToBenTest {
    private static final String TEXT = "The lantern hangs beside the cellar door.\n";

    private final PracticePostOffice office = PracticePostOffice.open(new SecureRandom(), InstantSource.system());

    @TempDir
    Path folder = Path.of("");

    private Desk anna = new Desk(folder, office.mailboxFor(mailbox("Anna")));
    private Desk ben = new Desk(folder, office.mailboxFor(mailbox("Ben")));

    private static Mailbox mailbox(String name) {
        return new Mailbox(name, AddrSpec.of(name.toLowerCase(Locale.ROOT) + "@practice.example"));
    }

    @BeforeEach
    void furnish() throws IOException {
        anna = Desk.furnish(folder.resolve("anna"), anna.mailbox());
        ben = Desk.furnish(folder.resolve("ben"), ben.mailbox());
    }

    @AfterEach
    void close() {
        office.close();
    }

    private String relayed() {
        return office.relayed().getFirst().bytes().latin1();
    }

    private Desk.Printed send() {
        return anna.type(TEXT, "send", "--from", anna.address(), "--to", ben.address(), "--subject", "Quinces");
    }

    @Test
    void annaWritesToBenAndBenReadsIt() throws IOException {
        Desk.Printed tooEarly = send();
        assertEquals(17, tooEarly.code(), tooEarly.err());
        assertEquals(List.of(), office.relayed());

        String _ = anna.must("import", ben.card().toString());
        String _ = ben.must("import", anna.card().toString());
        Desk.Printed sent = send();
        assertEquals(0, sent.code(), sent.err());
        assertFalse(relayed().contains("lantern") || relayed().contains("Quinces"));

        String _ = ben.must("fetch");
        Matcher id = Pattern.compile("\"id\":\\s*\"?([0-9]+)").matcher(ben.must("list", "--json"));
        assertTrue(id.find());
        String shown = ben.must("show", id.group(1), "--json");
        assertTrue(shown.contains("\"confidential\""), shown);
        assertTrue(shown.contains("The lantern hangs beside the cellar door."), shown);
        assertTrue(shown.contains("Quinces"), shown);
        assertNothingReadableIn(anna.folder().resolve("profile"));
        assertNothingReadableIn(ben.folder().resolve("profile"));
    }

    private static void assertNothingReadableIn(Path profile) throws IOException {
        try (Stream<Path> files = Files.walk(profile)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertFalse(
                        bytes.contains("lantern") || bytes.contains("Quinces"), file.getFileName() + " is readable");
            }
        }
    }
}
