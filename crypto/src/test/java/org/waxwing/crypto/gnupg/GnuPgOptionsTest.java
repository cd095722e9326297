package org.waxwing.crypto.gnupg;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.waxwing.crypto.gnupg.GnuPgOptions.Option;
import org.waxwing.crypto.mime.Octets;

class GnuPgOptionsTest {
    @Test
    void readsOptionsInEveryFormThatGnuPgTakes() {
        String file = """
            # a comment
            no-greeting
              --keyserver   hkps://keys.example.org
            default-key "0123456789ABCDEF"\r
            group friends = anna@example.org ben@example.org
            Cipher-Algo=AES256

            """;
        assertEquals(
                List.of(
                        new Option("no-greeting", ""),
                        new Option("keyserver", "hkps://keys.example.org"),
                        new Option("default-key", "0123456789ABCDEF"),
                        new Option("group", "friends = anna@example.org ben@example.org"),
                        new Option("cipher-algo", "AES256")),
                GnuPgOptions.read(Octets.ofUtf8(file)).all());
    }

    @Test
    void readsGarbageWithinBounds() {
        assertEquals(
                1_000,
                GnuPgOptions.read(Octets.ofUtf8("x\n".repeat(100_000))).all().size());
        assertEquals(
                List.of(),
                GnuPgOptions.read(Octets.ofUtf8("k ".repeat(1 << 17))).all());
    }
}
