package org.waxwing.crypto.mime;

import java.util.Set;

/// What came of reading bytes as a message. There is always something to read, unless it breaks the limits.
public sealed interface MimeParsing {
    /// @param root the whole message
    /// @param defects what had to be overlooked
    record Parsed(MimePart root, Set<Defect> defects) implements MimeParsing {
        public Parsed {
            defects = Set.copyOf(defects);
        }
    }

    /// More than a letter may have.
    record BeyondLimits(Limit limit) implements MimeParsing {}

    /// Of what a letter may have no more. What a person writes stays far below each.
    enum Limit {
        /// Parts within parts, or so many levels around so long a text that cutting it costs too much.
        DEPTH,
        /// Parts in all.
        PARTS,
        /// Octets or fields in one header section.
        HEADER,
        /// Octets that letters inside unpack to.
        SIZE
    }

    /// How mail breaks.
    enum Defect {
        /// A line in a header section that is no field.
        BROKEN_HEADER,
        /// A multipart without a boundary, or whose boundary never occurs; it is read as one text.
        NO_BOUNDARY,
        /// A multipart that isn't closed: the message may have been cut.
        NOT_CLOSED,
        /// A message inside that is encoded against RFC 2046 §5.2.1.
        ENCODED_MESSAGE
    }
}
