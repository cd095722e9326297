package org.waxwing.crypto.sop;

import java.util.Arrays;
import java.util.Optional;
import org.waxwing.crypto.cert.KeyProfile;

/// The profiles of `generate-key`, in the order in which they are listed.
public enum KeyGenerationProfile {
    DEFAULT(
            "default",
            "version 4, Ed25519 to certify and sign, X25519 to encrypt: read by everything of the last ten years",
            KeyProfile.CURVE25519,
            "performance"),
    RFC4880("rfc4880", "version 4, RSA of 3072 bits: read by everything", KeyProfile.RSA_3072, "compatibility"),
    RFC9580("rfc9580", "version 6, Ed25519 and X25519", KeyProfile.CURVE25519_V6, "security"),
    POST_QUANTUM(
            "post-quantum",
            "version 6, ML-DSA-65+Ed25519 to certify and sign, ML-KEM-768+X25519 to encrypt",
            KeyProfile.POST_QUANTUM_V6,
            "pqc");

    private final String word;
    private final String sentence;
    private final KeyProfile keys;
    private final String alias;

    KeyGenerationProfile(String word, String sentence, KeyProfile keys, String alias) {
        this.word = word;
        this.sentence = sentence;
        this.keys = keys;
        this.alias = alias;
    }

    /// The kind of key that it makes.
    public KeyProfile keys() {
        return keys;
    }

    /// The line of `list-profiles`, without line end.
    public String line() {
        return word + ": " + sentence + " (aliases: " + alias + ")";
    }

    /// The profile of a name or alias.
    public static Optional<KeyGenerationProfile> named(String name) {
        return Arrays.stream(values())
                .filter(profile -> profile.word.equals(name) || profile.alias.equals(name))
                .findFirst();
    }
}
