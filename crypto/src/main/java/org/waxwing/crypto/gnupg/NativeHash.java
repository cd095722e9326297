package org.waxwing.crypto.gnupg;

import java.util.Arrays;
import java.util.Optional;

/// The hashes that may stretch the passphrase of an OpenPGP secret key (RFC 9580 §9.5), by libgcrypt's
/// names.
enum NativeHash {
    MD5("MD5", 1),
    SHA1("SHA-1", 2),
    SHA256("SHA-256", 8),
    SHA384("SHA-384", 9),
    SHA512("SHA-512", 10),
    SHA224("SHA-224", 11);

    private final String javaName;
    private final int id;

    NativeHash(String javaName, int id) {
        this.javaName = javaName;
        this.id = id;
    }

    static Optional<NativeHash> called(String name) {
        return Arrays.stream(values())
                .filter(hash -> hash.name().equalsIgnoreCase(name))
                .findFirst();
    }

    String javaName() {
        return javaName;
    }

    int id() {
        return id;
    }
}
