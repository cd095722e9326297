package org.waxwing.crypto.mime;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a mailing list makes of a signed letter (RFC 9787 §6.2.1.1): the letter first, as it was signed,
/// and plain text of its own below it.
///
/// @param layer the signature over the letter
/// @param footer what the list wrote
public record ListWrapping(CryptographicLayer layer, String footer) {
    private static final Set<String> LIST_FIELDS = Set.of("list-id", "list-post");
    private static final int MOST_FOOTERS = 2;
    private static final int LONGEST_FOOTER = 16 << 10;

    /// The wrapping that a whole message is. A signed part that comes after other text is none, for then
    /// that text would be read as the letter.
    public static Optional<ListWrapping> of(MimePart root) {
        boolean list = root.header().fields().stream().anyMatch(field -> LIST_FIELDS.contains(field.lowerCaseName()));
        if (!list
                || !(root instanceof MimePart.Multipart mixed)
                || !mixed.type().is("multipart", "mixed")
                || mixed.parts().size() < 2) {
            return Optional.empty();
        }
        List<MimePart> below = mixed.parts().subList(1, mixed.parts().size());
        if (below.size() > MOST_FOOTERS || !below.stream().allMatch(ListWrapping::isFooter)) {
            return Optional.empty();
        }
        return CryptographicLayer.of(mixed.parts().getFirst(), false)
                .filter(layer -> layer instanceof CryptographicLayer.PgpSigned
                        || layer instanceof CryptographicLayer.SmimeSigned)
                .map(layer -> new ListWrapping(layer, text(below)));
    }

    /// Text alone. What has a name is a file, and what has an identifier may be a picture of the letter
    /// above: they would be shown as files and pictures of what was signed.
    private static boolean isFooter(MimePart part) {
        return part instanceof MimePart.Leaf leaf
                && leaf.type().is("text", "plain")
                && leaf.body().length() <= LONGEST_FOOTER
                && leaf.header().first("Content-ID").isEmpty()
                && leaf.type().parameter("name").isEmpty()
                && leaf.header()
                        .contentDisposition()
                        .filter(said -> said.isAttachment() || said.fileName().isPresent())
                        .isEmpty();
    }

    private static String text(List<MimePart> footers) {
        return footers.stream()
                .filter(MimePart.Leaf.class::isInstance)
                .map(MimePart.Leaf.class::cast)
                .map(MimePart.Leaf::text)
                .collect(Collectors.joining("\n"));
    }

    @Override
    public String toString() {
        return "ListWrapping[redacted]";
    }
}
