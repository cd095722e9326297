package org.waxwing.crypto;

import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.mime.AddressList;
import org.waxwing.crypto.mime.ContentType;
import org.waxwing.crypto.mime.CryptographicStructure;
import org.waxwing.crypto.mime.HeaderField;
import org.waxwing.crypto.mime.HeaderFields;
import org.waxwing.crypto.mime.HeaderSection;
import org.waxwing.crypto.mime.MimePart;
import org.waxwing.crypto.mime.Octets;
import org.waxwing.crypto.mime.Padding;

/// The header protection that a payload has (RFC 9788 §4.1, §4.2). Decided by the payload's root alone:
/// marks on other parts mean nothing.
///
/// @param scheme by which rules
/// @param protectedFields the fields inside, HP-Outer and structural ones left out
/// @param referenceOuter what the sender says stood outside
/// @param hidesFields whether a field that isn't among those counts as hidden; never a proof of
///   encryption
/// @param content the part to read, where it isn't the payload itself
record HeaderProtection(
        Scheme scheme,
        List<HeaderField> protectedFields,
        List<HeaderField> referenceOuter,
        boolean hidesFields,
        Optional<MimePart> content) {
    static final HeaderProtection NONE =
            new HeaderProtection(Scheme.ABSENT, List.of(), List.of(), false, Optional.empty());

    enum Scheme {
        ABSENT,
        RFC_9788,
        /// An older scheme (RFC 9788 §4.10, §4.11).
        INFERRED
    }

    static HeaderProtection of(MimePart payload, HeaderSection outer) {
        ContentType type = payload.type();
        boolean cipher = type.has("hp", "cipher");
        boolean older = type.has("protected-headers", "v1");
        List<HeaderField> hpOuter = hpOuter(payload.header());
        List<HeaderField> inside = nonStructural(payload.header());
        if (cipher && (!older || !hpOuter.isEmpty())) {
            return new HeaderProtection(Scheme.RFC_9788, inside, hpOuter, true, Optional.empty());
        }
        if (type.has("hp", "clear")) {
            return new HeaderProtection(Scheme.RFC_9788, inside, inside, false, Optional.empty());
        }
        if (older) {
            // Thunderbird writes hp="cipher" beside it, and no HP-Outer at all: what stands outside is all
            // there is to compare with.
            return new HeaderProtection(Scheme.INFERRED, inside, nonStructural(outer), true, Optional.empty());
        }
        return wrapped(payload, outer);
    }

    /// RFC 9788 §4.10.1: the whole letter as one message/rfc822, as RFC 8551 §3.1 had it.
    private static HeaderProtection wrapped(MimePart payload, HeaderSection outer) {
        if (!(payload instanceof MimePart.EmbeddedMessage embedded)
                || payload.type().parameter("hp").isPresent()
                || embedded.message().type().parameter("hp").isPresent()
                || !CryptographicStructure.of(embedded.message()).envelope().isEmpty()) {
            return NONE;
        }
        List<HeaderField> inside = nonStructural(embedded.message().header());
        return new HeaderProtection(
                Scheme.INFERRED, inside, nonStructural(outer), true, Optional.of(embedded.message()));
    }

    boolean present() {
        return scheme != Scheme.ABSENT;
    }

    boolean inferred() {
        return scheme == Scheme.INFERRED;
    }

    /// The From that counts for authorship; nothing where the outer one does, because none is protected. By
    /// the standard every field is inside, so a missing From is a From that is missing.
    Optional<AddressList> from() {
        AddressList inside = new HeaderSection(protectedFields, Octets.empty()).addresses("From");
        boolean given = protectedFields.stream().anyMatch(field -> field.is("From"));
        return given || scheme == Scheme.RFC_9788 ? Optional.of(inside) : Optional.empty();
    }

    private static List<HeaderField> nonStructural(HeaderSection section) {
        return section.fields().stream()
                .filter(field -> !field.name().isEmpty()
                        && !field.is("HP-Outer")
                        && !field.is("Sig")
                        && !field.is(Padding.FIELD)
                        && !HeaderFields.isStructural(field.name()))
                .toList();
    }

    /// Split at the first colon (RFC 9788 §4.2.1); structural fields there mean nothing.
    private static List<HeaderField> hpOuter(HeaderSection section) {
        return section.all("HP-Outer").stream()
                .map(HeaderField::value)
                .filter(value -> value.indexOf(':') > 0)
                .map(value ->
                        new HeaderField(value.substring(0, value.indexOf(':')).strip(), Octets.ofUtf8(value)))
                .filter(field -> !HeaderFields.isStructural(field.name()))
                .toList();
    }

    @Override
    public String toString() {
        return "HeaderProtection[" + scheme + "]";
    }
}
