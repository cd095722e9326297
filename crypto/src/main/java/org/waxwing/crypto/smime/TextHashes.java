package org.waxwing.crypto.smime;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.EnumMap;
import java.util.Map;

/// The hashes of one text: made while it passed where they were announced, else by reading it again, once.
final class TextHashes {
    private final Map<HashAlgorithm, MessageDigest> running = new EnumMap<>(HashAlgorithm.class);
    private final Map<HashAlgorithm, byte[]> made = new EnumMap<>(HashAlgorithm.class);

    /// To be said before the text.
    void expect(HashAlgorithm hash) {
        running.computeIfAbsent(hash, HashAlgorithm::begin);
    }

    void update(byte[] octets, int from, int count) {
        running.values().forEach(digest -> digest.update(octets, from, count));
    }

    /// The text passed.
    void complete() {
        running.forEach((hash, digest) -> made.put(hash, digest.digest()));
        running.clear();
    }

    byte[] of(HashAlgorithm hash, Source text) throws IOException {
        byte[] known = made.get(hash);
        if (known != null) {
            return known;
        }
        MessageDigest digest = hash.begin();
        try (InputStream in = text.open()) {
            in.transferTo(new Passage(Long.MAX_VALUE, digest::update));
        }
        byte[] result = digest.digest();
        made.put(hash, result);
        return result;
    }
}
