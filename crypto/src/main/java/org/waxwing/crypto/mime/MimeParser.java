package org.waxwing.crypto.mime;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.waxwing.crypto.mime.MimeParsing.Defect;
import org.waxwing.crypto.mime.MimeParsing.Limit;
import org.waxwing.crypto.work.Work;

/// Cuts a message into its parts without changing a byte: every part is a slice of the message. Lines may
/// end in CRLF or LF. Work is bounded by depth times length.
///
/// An outer boundary always wins over an inner one, so a part can't reach beyond the part it stands in.
public final class MimeParser {
    private final MimeLimits limits;
    private final EnumSet<Defect> defects = EnumSet.noneOf(Defect.class);
    private int parts;
    private long readable;
    private long unpackable;

    private MimeParser(MimeLimits limits, int length) {
        this.limits = limits;
        this.readable = limits.mostRead(length);
        this.unpackable = limits.mostUnpacked(length);
    }

    /// Reads the bytes as a message. Never throws for what is in them.
    public static MimeParsing parse(Octets message) {
        return parse(message, MimeLimits.STANDARD);
    }

    static MimeParsing parse(Octets message, MimeLimits limits) {
        MimeParser parser = new MimeParser(limits, message.length());
        try {
            MimePart root = parser.part(message, 0, ContentType.TEXT_PLAIN);
            return new MimeParsing.Parsed(root, parser.defects);
        } catch (BeyondLimits tooMuch) {
            return new MimeParsing.BeyondLimits(tooMuch.limit);
        }
    }

    /// The header section of a message, whatever follows it. Nothing where it breaks the limits.
    public static Optional<HeaderSection> header(Octets message) {
        MimeParser parser = new MimeParser(MimeLimits.STANDARD, message.length());
        try {
            return Optional.of(parser.header(message, HeaderReader.bodyStart(message)));
        } catch (BeyondLimits tooMuch) {
            return Optional.empty();
        }
    }

    /// Leaves the recursion; never leaves this class.
    private static final class BeyondLimits extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final Limit limit;

        BeyondLimits(Limit limit) {
            super("more structure than a letter may have", null, false, false);
            this.limit = limit;
        }
    }

    private MimePart part(Octets raw, int depth, ContentType byDefault) {
        Work.step();
        if (depth > limits.depth()) {
            throw new BeyondLimits(Limit.DEPTH);
        }
        if (++parts > limits.parts()) {
            throw new BeyondLimits(Limit.PARTS);
        }
        int bodyStart = HeaderReader.bodyStart(raw);
        HeaderSection header = header(raw, bodyStart);
        if (header.fields().isEmpty() && bodyStart > 0 && !Lines.isEmpty(raw, 0)) {
            return new MimePart.Leaf(header, raw, raw);
        }
        Octets body = raw.slice(bodyStart, raw.length());
        ContentType type = header.first("Content-Type").isPresent() ? header.contentType() : byDefault;
        if (type.isMultipart()) {
            return multipart(header, raw, body, type, depth);
        }
        if (type.is("message", "rfc822") || type.is("message", "global")) {
            Octets inside = header.transferEncoding().decode(body);
            if (header.transferEncoding() != TransferEncoding.IDENTITY) {
                unpackable -= inside.length();
                if (unpackable < 0) {
                    throw new BeyondLimits(Limit.SIZE);
                }
                defects.add(Defect.ENCODED_MESSAGE);
            }
            MimePart message = part(inside, depth + 1, ContentType.TEXT_PLAIN);
            return new MimePart.EmbeddedMessage(header, raw, body, message);
        }
        return new MimePart.Leaf(header, raw, body);
    }

    private HeaderSection header(Octets part, int bodyStart) {
        Octets raw = part.slice(0, HeaderReader.headerEnd(part, bodyStart));
        if (raw.length() > limits.headerBytes()) {
            throw new BeyondLimits(Limit.HEADER);
        }
        List<HeaderField> fields = HeaderReader.fields(raw);
        if (fields.size() > limits.headerFields()) {
            throw new BeyondLimits(Limit.HEADER);
        }
        if (fields.stream().anyMatch(field -> field.name().isEmpty())) {
            defects.add(Defect.BROKEN_HEADER);
        }
        boolean bare = fields.stream().allMatch(field -> field.name().isEmpty());
        // No field at all: somebody sent a bare text, and all of it is meant to be read.
        return bare ? new HeaderSection(List.of(), Octets.empty()) : new HeaderSection(fields, raw);
    }

    private MimePart multipart(HeaderSection header, Octets raw, Octets body, ContentType type, int depth) {
        Optional<String> boundary =
                type.parameter("boundary").map(String::stripTrailing).filter(b -> !b.isEmpty() && b.length() <= 250);
        List<Octets> slices = new ArrayList<>();
        boolean closed = boundary.isPresent() && cut(body, boundary.get(), slices);
        if (slices.isEmpty()) {
            defects.add(Defect.NO_BOUNDARY);
            return new MimePart.Leaf(header, raw, body);
        }
        if (!closed) {
            defects.add(Defect.NOT_CLOSED);
        }
        ContentType byDefault =
                type.subtype().equals("digest") ? ContentType.of("message", "rfc822") : ContentType.TEXT_PLAIN;
        List<MimePart> children = new ArrayList<>();
        for (Octets slice : slices) {
            children.add(part(slice, depth + 1, byDefault));
        }
        return new MimePart.Multipart(header, raw, body, children);
    }

    /// Cuts the body at its delimiter lines; tells whether there was a closing one.
    private boolean cut(Octets body, String boundary, List<Octets> slices) {
        Work.step();
        readable -= body.length();
        if (readable < 0) {
            throw new BeyondLimits(Limit.DEPTH);
        }
        Octets delimiter = Octets.ofUtf8("--" + boundary);
        int start = -1;
        for (int line = 0; line >= 0 && line <= body.length(); line = Lines.next(body, line)) {
            if (!Lines.startsWith(body, line, delimiter)) {
                continue;
            }
            int after = line + delimiter.length();
            boolean closing = Lines.startsWith(body, after, Lines.TWO_DASHES) && Lines.blankToEnd(body, after + 2);
            if (!closing && !Lines.blankToEnd(body, after)) {
                continue;
            }
            if (start >= 0) {
                slices.add(body.slice(start, Math.max(start, Lines.endBefore(body, line))));
                if (slices.size() > limits.parts()) {
                    throw new BeyondLimits(Limit.PARTS);
                }
            }
            if (closing) {
                return true;
            }
            int next = Lines.next(body, line);
            start = next < 0 ? body.length() : next;
        }
        if (start >= 0) {
            slices.add(body.slice(start, body.length()));
        }
        return false;
    }
}
