package org.waxwing.crypto.openpgp.gate;

import java.time.Instant;
import java.util.List;
import org.waxwing.crypto.mime.Octets;

/// The samples of RFC 9580 that fill 2 GiB to derive a key from a password (RFC 9580 §3.7.1.4). Needs a
/// heap of twice that; prints the names of those that open.
public final class SpaciousMain {
    static final List<String> SAMPLES = List.of(
            "A.12.1.v4-skesk-argon2-aes128.asc",
            "A.12.2.v4-skesk-argon2-aes192.asc",
            "A.12.3.v4-skesk-argon2-aes256.asc");
    static final String LOCKED_KEY = "A.5.sample-locked-v6-seckey-argon2-aead.asc";

    private SpaciousMain() {}

    public static void main(String[] arguments) {
        Consumer consumer = new Consumer(Instant.parse("2026-11-01T12:00:00Z"));
        if (consumer.signs(sample(LOCKED_KEY), "correct horse battery staple")) {
            System.out.println(LOCKED_KEY);
        }
        for (String name : SAMPLES) {
            if (consumer.openedByPassword(sample(name), "password")
                    .filter(Octets.ofUtf8("Hello, world!")::equals)
                    .isPresent()) {
                System.out.println(name);
            }
        }
    }

    private static Octets sample(String name) {
        return Corpora.file("rnp/RFC9580/" + name);
    }
}
