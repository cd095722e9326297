package org.waxwing.crypto.dkim;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waxwing.crypto.dkim.DkimVerdict.Result;
import org.waxwing.crypto.mime.Octets;

/// A key as the DNS has it (RFC 6376 §3.6.1).
///
/// @param type `rsa` or `ed25519`
/// @param testing whether the domain only tries signing
record DkimKey(String type, Octets material, boolean testing) {
    /// Longer than any key that counts.
    private static final int LONGEST = 8 * 1024;

    /// A key, or why there is none for this signature.
    sealed interface Found {
        record Usable(DkimKey key) implements Found {}

        record Unusable(Result why) implements Found {}
    }

    /// A domain that has several keys under one name is contradicting itself (RFC 6376 §3.6.2.2).
    static Found of(List<String> texts, DkimField signature) {
        if (texts.isEmpty()) {
            return new Found.Unusable(Result.NO_KEY);
        }
        List<TagList> records = texts.stream()
                .filter(text -> text.length() <= LONGEST)
                .flatMap(text -> TagList.parse(text).stream())
                .filter(tags -> tags.value("p").isPresent())
                .toList();
        return records.size() == 1 ? read(records.getFirst(), signature) : new Found.Unusable(Result.BAD_KEY);
    }

    private static Found read(TagList tags, DkimField signature) {
        String type = tags.packed("k").orElse("rsa");
        String material = tags.packed("p").orElse("");
        List<String> flags = words(tags, "t", "");
        boolean forThis = tags.packed("v").orElse("DKIM1").equals("DKIM1")
                && signature.algorithm().startsWith(type + "-")
                && tags.packed("h")
                        .map(list -> List.of(list.split(":", -1)).contains(hashOf(signature)))
                        .orElse(true)
                && words(tags, "s", "*").stream().anyMatch(use -> use.equals("*") || use.equals("email"))
                && (!flags.contains("s")
                        || signature.identityDomain().equals(signature.key().domain()));
        if (!forThis) {
            return new Found.Unusable(Result.BAD_KEY);
        }
        if (material.isEmpty()) {
            return new Found.Unusable(Result.REVOKED);
        }
        return decoded(material)
                .<Found>map(octets -> new Found.Usable(new DkimKey(type, octets, flags.contains("y"))))
                .orElseGet(() -> new Found.Unusable(Result.BAD_KEY));
    }

    private static String hashOf(DkimField signature) {
        return signature.algorithm().substring(signature.algorithm().indexOf('-') + 1);
    }

    private static List<String> words(TagList tags, String tag, String otherwise) {
        return Stream.of(tags.packed(tag).orElse(otherwise).split(":", -1)).toList();
    }

    private static Optional<Octets> decoded(String base64) {
        try {
            return Optional.of(Octets.of(Base64.getDecoder().decode(base64)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
