package org.waxwing.crypto.mime;

import java.util.ArrayList;
import java.util.List;

/// Puts a Legacy Display Element into every main body part of a letter (RFC 9788 §5.2.2-5.2.5), so that a
/// reader without header protection shows the hidden subject. Attachments and foreign signed parts are
/// never touched.
public final class LegacyDisplayWriter {
    private final String fields;

    private LegacyDisplayWriter(String fields) {
        this.fields = fields;
    }

    /// The part with the element.
    ///
    /// @param part in canonical form
    /// @param fields `Name: value` lines with `\n`
    public static Octets add(MimePart part, String fields) {
        return new LegacyDisplayWriter(fields).main(part);
    }

    private Octets main(MimePart part) {
        return switch (part) {
            case MimePart.EmbeddedMessage message -> message.raw();
            case MimePart.Leaf leaf -> mainLeaf(leaf);
            case MimePart.Multipart multipart -> mainOf(multipart);
        };
    }

    private Octets mainOf(MimePart.Multipart multipart) {
        String subtype = multipart.type().subtype();
        if (subtype.equals("signed") || subtype.equals("encrypted")) {
            return multipart.raw();
        }
        List<Octets> parts = new ArrayList<>();
        for (MimePart part : multipart.parts()) {
            boolean isMain = parts.isEmpty() || subtype.equals("alternative");
            parts.add(isMain ? main(part) : part.raw());
        }
        String boundary = multipart.type().parameter("boundary").orElseThrow().stripTrailing();
        return PartWriter.part(multipart.header().fields(), PartWriter.multipartBody(boundary, parts));
    }

    private Octets mainLeaf(MimePart.Leaf leaf) {
        boolean attached = leaf.header()
                .contentDisposition()
                .filter(ContentDisposition::isAttachment)
                .isPresent();
        boolean html = leaf.type().is("text", "html");
        if (attached || !(html || leaf.type().is("text", "plain"))) {
            return leaf.raw();
        }
        List<HeaderField> others = new ArrayList<>(leaf.header().fields());
        others.removeIf(field -> field.is("Content-Type") || field.is("Content-Transfer-Encoding"));
        String text =
                html ? LegacyDisplay.addedToHtml(leaf.text(), fields) : LegacyDisplay.addedToText(leaf.text(), fields);
        return PartWriter.text(leaf.type().with(LegacyDisplay.PARAMETER, "1"), others, text);
    }
}
