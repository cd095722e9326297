package org.waxwing.crypto.sop;

import java.util.Arrays;
import java.util.Optional;

/// The profiles of `encrypt`, in the order in which they are listed. None writes what a certificate
/// doesn't say it reads.
public enum EncryptionProfile {
    DEFAULT("default", "the newest that every certificate says it reads; passwords the older way", "performance"),
    RFC4880("rfc4880", "integrity by a modification detection code, for everybody", "compatibility"),
    RFC9580(
            "rfc9580",
            "authenticated encryption where every certificate says it reads it; passwords by Argon2",
            "security");

    private final String word;
    private final String sentence;
    private final String alias;

    EncryptionProfile(String word, String sentence, String alias) {
        this.word = word;
        this.sentence = sentence;
        this.alias = alias;
    }

    /// The line of `list-profiles`, without line end.
    public String line() {
        return word + ": " + sentence + " (aliases: " + alias + ")";
    }

    /// The profile of a name or alias.
    public static Optional<EncryptionProfile> named(String name) {
        return Arrays.stream(values())
                .filter(profile -> profile.word.equals(name) || profile.alias.equals(name))
                .findFirst();
    }
}
