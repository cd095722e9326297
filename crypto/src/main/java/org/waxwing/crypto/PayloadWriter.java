package org.waxwing.crypto;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.waxwing.crypto.mime.ContentType;
import org.waxwing.crypto.mime.HeaderField;
import org.waxwing.crypto.mime.HeaderFields;
import org.waxwing.crypto.mime.LegacyDisplayWriter;
import org.waxwing.crypto.mime.MimePart;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.mime.Padding;
import org.waxwing.crypto.mime.PartWriter;

/// Writes the payload of a letter with its header fields protected inside (RFC 9788 §5.2.1).
final class PayloadWriter {
    private static final Set<String> USER_FACING =
            Set.of("subject", "from", "to", "cc", "date", "reply-to", "followup-to", "sender");

    private final Letter letter;
    private final HeaderConfidentialityPolicy policy;

    PayloadWriter(Letter letter, HeaderConfidentialityPolicy policy) {
        this.letter = letter;
        this.policy = policy;
    }

    /// What will be encrypted, as long as many others. Both marks are there: `hp` is the standard's, and
    /// without the older `protected-headers` Thunderbird and notmuch would show the subject as `[...]`.
    Octets cipher() {
        List<HeaderField> header = new ArrayList<>(protectedFields());
        outerFields().forEach(field -> header.add(hpOuter(field)));
        MimePart body = LetterWriter.parsed(withLegacyDisplay());
        header.addAll(structural(body, "cipher"));
        return Padding.part(header, body.type(), body.body());
    }

    /// What will be signed in the clear.
    Octets clear() {
        List<HeaderField> header = new ArrayList<>(protectedFields());
        header.addAll(structural(letter.root(), "clear"));
        return PartWriter.part(header, letter.root().body());
    }

    /// The fields outside.
    List<HeaderField> outerFields() {
        return protectedFields().stream()
                .flatMap(field -> policy.outer(field).stream())
                .toList();
    }

    private List<HeaderField> protectedFields() {
        return letter.header().fields().stream()
                .filter(field -> !HeaderFields.isStructural(field.name()))
                .toList();
    }

    private Octets withLegacyDisplay() {
        String hidden = protectedFields().stream()
                .filter(field -> USER_FACING.contains(field.name().toLowerCase(Locale.ROOT)))
                .filter(field -> !policy.outer(field).equals(Optional.of(field)))
                .map(field -> field.name() + ": " + field.text() + "\n")
                .collect(Collectors.joining());
        return hidden.isEmpty() ? letter.root().raw() : LegacyDisplayWriter.add(letter.root(), hidden);
    }

    /// RFC 9788 §2.2: the field as it stands outside, value and folds included.
    private static HeaderField hpOuter(HeaderField field) {
        return new HeaderField(
                "HP-Outer", Octets.ofUtf8("HP-Outer: " + field.raw().utf8()));
    }

    private static List<HeaderField> structural(MimePart body, String hp) {
        List<HeaderField> fields = new ArrayList<>();
        ContentType type =
                body.type().without("hp").without("protected-headers").with("hp", hp);
        fields.add(HeaderFields.contentType(hp.equals("cipher") ? type.with("protected-headers", "v1") : type));
        body.header().fields().stream()
                .filter(field -> HeaderFields.isStructural(field.name()))
                .filter(field -> !field.is("Content-Type") && !field.is("MIME-Version"))
                .forEach(fields::add);
        return fields;
    }
}
